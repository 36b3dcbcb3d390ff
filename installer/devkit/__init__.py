"""The steps of dev.py, written with the standard library alone and for any Python 3 that a machine brings."""
