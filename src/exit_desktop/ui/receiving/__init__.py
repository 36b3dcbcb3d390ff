"""Packages that come and receipts that go back: taken in, told line by line, settled by a person where two differ."""
