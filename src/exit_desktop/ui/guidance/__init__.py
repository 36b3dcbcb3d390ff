"""Guidance for the work with citizens: read where it matters, and searched under Help."""
