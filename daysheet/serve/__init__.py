"""The preview of `serve`: watches, builds aside, and shows the last good site."""
