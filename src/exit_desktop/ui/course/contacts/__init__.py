"""The contacts of a course: write one, plan one, and read the log."""
