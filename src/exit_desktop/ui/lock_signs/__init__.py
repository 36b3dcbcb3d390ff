"""Signs that whoever opened the vault is no longer at it: the machine sleeps, its screen is locked, time has passed."""
