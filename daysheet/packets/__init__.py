"""Step 6b: packets as documents, and their files."""
