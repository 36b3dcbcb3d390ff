"""What every screen shares when something leaves the program or comes in: a file to save, a file to open, a printer."""
