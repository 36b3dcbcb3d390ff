"""Together mode: a reading full screen for the citizen's eyes, one question at a time."""
