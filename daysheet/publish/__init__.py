"""Step 8: a fresh folder, swapped in."""
