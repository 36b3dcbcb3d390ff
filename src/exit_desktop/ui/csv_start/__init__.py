"""Bringing in running courses and earlier readings from a file."""
