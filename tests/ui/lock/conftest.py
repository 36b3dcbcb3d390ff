"""The lock is tried on the same window as every other screen."""
