"""Steps 6b to 8 for the organiser: what is printed for the day, in which order, on what."""
