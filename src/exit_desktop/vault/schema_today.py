"""What the page of the day needs: where something was put off, and indexes so that no course is read for it."""

TODAY_TABLES = (
    # Without a course it is the worker's own: a draft of hours, an enquiry.
    """CREATE TABLE snooze (
        course_id INTEGER REFERENCES course (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        ref TEXT NOT NULL,
        until_on TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX snooze_by_course ON snooze (course_id, kind, ref)",
    "CREATE INDEX contact_planned ON contact (on_date, party, course_id) WHERE state = 'planned'",
    """CREATE INDEX submission_under_way ON submission (course_id, kind, occasion, held_on, uid)
        WHERE finished_on IS NULL""",
    "CREATE INDEX course_closed ON course (retention_on, ended_on) WHERE state = 'closed'",
)
