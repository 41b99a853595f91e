"""Step 6a: the pages of the site."""
