"""Step 6a, after the site is built: kept on a phone, installed, and in one file."""
