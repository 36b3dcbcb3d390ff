"""The gates of the method: one page before each change of phase and at the end. It prompts; it never locks."""
