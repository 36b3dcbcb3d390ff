"""What goes between people: contact cards, sealed packages, and everything as open lines."""
