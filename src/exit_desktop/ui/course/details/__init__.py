"""The Details tab: who the citizen is here, how the course came about, what may be shared, and what was changed."""
