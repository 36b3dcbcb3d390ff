"""Erasing a course in two steps, with a receipt."""
