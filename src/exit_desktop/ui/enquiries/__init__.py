"""Enquiries that did not become a course: written, looked at, counted."""
