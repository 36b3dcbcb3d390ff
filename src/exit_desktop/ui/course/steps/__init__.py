"""The steps of a course, each a calm dialog whose button names the act."""
