"""Forløb: follow a course of support, offline and in one encrypted file."""

__version__ = "0.1.0"
