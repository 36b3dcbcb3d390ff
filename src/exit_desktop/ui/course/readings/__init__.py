"""Readings: the list, the flow of one reading, what was answered, and the registration that is asked the same way."""
