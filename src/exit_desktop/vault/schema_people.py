"""Tables of citizens, their courses, the calendar of a course and the contacts."""

PEOPLE_TABLES = (
    """CREATE TABLE citizen (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        alias TEXT NOT NULL,
        alias_key TEXT NOT NULL UNIQUE,
        language TEXT NOT NULL
    ) STRICT""",
    # What the list shows stands in the course row, so that ten thousand courses are listed by one statement.
    """CREATE TABLE course (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        citizen_id INTEGER NOT NULL REFERENCES citizen (id) ON DELETE CASCADE,
        wire_uid BLOB NOT NULL UNIQUE CHECK (length(wire_uid) = 16),
        wire_code TEXT NOT NULL,
        owner TEXT NOT NULL,
        ownership INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        written_at TEXT NOT NULL,
        sharing TEXT NOT NULL,
        anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
        came_through TEXT NOT NULL,
        target_group TEXT NOT NULL,
        target_note TEXT NOT NULL,
        acute_help TEXT NOT NULL,
        orientation_on TEXT NOT NULL,
        start_on TEXT,
        phase_months INTEGER NOT NULL,
        retention_on TEXT,
        retention_reason TEXT NOT NULL,
        long_term_plan TEXT NOT NULL,
        responsible_actor TEXT NOT NULL,
        state TEXT NOT NULL,
        phase INTEGER NOT NULL,
        talks INTEGER NOT NULL,
        last_contact_on TEXT,
        ended_on TEXT
    ) STRICT""",
    "CREATE INDEX course_by_citizen ON course (citizen_id)",
    """CREATE TABLE due (
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        on_date TEXT NOT NULL,
        until_on TEXT NOT NULL,
        kind TEXT NOT NULL,
        ref TEXT
    ) STRICT""",
    "CREATE INDEX due_by_course ON due (course_id, on_date)",
    """CREATE TABLE transition (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        to_phase INTEGER NOT NULL,
        on_date TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX transition_by_course ON transition (course_id)",
    """CREATE TABLE replan (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        made_on TEXT NOT NULL,
        from_on TEXT NOT NULL,
        days INTEGER NOT NULL,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX replan_by_course ON replan (course_id)",
    """CREATE TABLE pause (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        from_on TEXT NOT NULL,
        until_on TEXT,
        reason TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX pause_by_course ON pause (course_id)",
    """CREATE TABLE closing (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        on_date TEXT NOT NULL,
        kind TEXT NOT NULL,
        reason TEXT,
        note TEXT NOT NULL,
        reopened_on TEXT
    ) STRICT""",
    "CREATE INDEX closing_by_course ON closing (course_id)",
    """CREATE TABLE start_correction (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        was TEXT NOT NULL,
        made_on TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX start_correction_by_course ON start_correction (course_id)",
    """CREATE TABLE milestone (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        on_date TEXT NOT NULL,
        kind TEXT NOT NULL,
        words TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX milestone_by_course ON milestone (course_id)",
    """CREATE TABLE contact (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        on_date TEXT NOT NULL,
        at_time TEXT,
        kind TEXT NOT NULL,
        party TEXT NOT NULL,
        state TEXT NOT NULL,
        place TEXT NOT NULL,
        place_words TEXT NOT NULL,
        with_whom TEXT NOT NULL,
        note TEXT NOT NULL,
        series TEXT
    ) STRICT""",
    "CREATE INDEX contact_by_course ON contact (course_id, on_date)",
    """CREATE TABLE contact_minutes (
        contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        PRIMARY KEY (contact_id, kind)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE consent (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        with_whom TEXT NOT NULL,
        what TEXT NOT NULL,
        given_on TEXT NOT NULL,
        withdrawn_on TEXT
    ) STRICT""",
    "CREATE INDEX consent_by_course ON consent (course_id)",
    """CREATE TABLE safety_note (
        course_id INTEGER PRIMARY KEY REFERENCES course (id) ON DELETE CASCADE,
        words TEXT NOT NULL,
        expires_on TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE bin (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        body BLOB NOT NULL,
        deleted_on TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE not_started (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        on_date TEXT NOT NULL,
        project TEXT NOT NULL,
        answers BLOB NOT NULL,
        revision INTEGER NOT NULL
    ) STRICT""",
)
