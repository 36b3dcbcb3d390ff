"""Papers: seen inside the program before they leave it, then printed or saved as PDF."""
