"""The forms of the method: walked through, shown and corrected as the readings are."""
