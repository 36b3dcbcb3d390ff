"""Help: the guide, the shortcuts, what the program is made of."""
