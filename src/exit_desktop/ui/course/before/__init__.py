"""Five minutes before the meeting: one page to read, and one key that blanks it."""
