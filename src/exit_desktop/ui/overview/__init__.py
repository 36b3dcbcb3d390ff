"""What can be seen across all citizens."""
