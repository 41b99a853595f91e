"""The room's paper: signs, badges, lists and cards, as parts of packets and as files of the print run."""
