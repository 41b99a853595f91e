"""Step 7, lay out: the only door to WeasyPrint."""
