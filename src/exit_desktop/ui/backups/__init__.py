"""Backups that make themselves while a vault is open, and the last one before the program closes."""
