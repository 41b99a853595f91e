"""Step 7, press: the only door to pikepdf."""
