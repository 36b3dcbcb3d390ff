"""What a worker writes at a gate of the method where something that it expects is not there."""

GATE_TABLES = (
    """CREATE TABLE gate_reason (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        gate TEXT NOT NULL,
        expected TEXT NOT NULL,
        words TEXT NOT NULL,
        written_on TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX gate_reason_by_course ON gate_reason (course_id)",
)
