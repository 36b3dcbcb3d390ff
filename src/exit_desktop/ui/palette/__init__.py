"""The go-to palette: a citizen, a page or an act by typing."""
