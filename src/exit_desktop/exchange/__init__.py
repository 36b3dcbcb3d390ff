"""Contact cards and sealed packages between people: their form, sealing, opening and verification."""
