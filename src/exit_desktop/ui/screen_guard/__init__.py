"""Keeps other programs from seeing the windows of this one, where the system can do that."""
