"""What the pages on the method need: where an expectation does not fit, and meetings without their notes."""

FIDELITY_TABLES = (
    """CREATE TABLE not_suitable (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        indicator TEXT NOT NULL,
        reason TEXT NOT NULL,
        on_date TEXT NOT NULL,
        UNIQUE (course_id, indicator)
    ) STRICT""",
    # Read without the notes beside them, which take most of the pages.
    "CREATE INDEX contact_of_method ON contact (course_id, state, on_date, kind, party, place)",
)
