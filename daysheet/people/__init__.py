"""Who comes, who sits where, and who works with whom; none of it is ever published."""
