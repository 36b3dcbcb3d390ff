"""Tables of the method: submissions and answers, the plan, the network, the handover and the services."""

METHOD_TABLES = (
    """CREATE TABLE submission (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        occasion TEXT,
        held_on TEXT NOT NULL,
        language TEXT NOT NULL,
        finished_on TEXT,
        made_by TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX submission_by_course ON submission (course_id)",
    """CREATE TABLE submission_part (
        submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
        instrument_id INTEGER NOT NULL REFERENCES instrument (id),
        answered_on TEXT,
        PRIMARY KEY (submission_id, instrument_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE answer (
        id INTEGER PRIMARY KEY,
        submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
        question_id INTEGER NOT NULL REFERENCES question (id),
        respondent TEXT NOT NULL,
        state TEXT NOT NULL,
        value TEXT,
        source TEXT NOT NULL,
        computed TEXT,
        note TEXT NOT NULL,
        UNIQUE (submission_id, question_id, respondent)
    ) STRICT""",
    """CREATE TABLE earlier_answer (
        answer_id INTEGER NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        state TEXT NOT NULL,
        value TEXT,
        until_on TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (answer_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE service (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        paper_name TEXT NOT NULL,
        contact_details TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE plan_version (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        opened_on TEXT NOT NULL,
        frozen_on TEXT,
        frozen_by TEXT,
        review_on TEXT,
        citizen_took_part INTEGER CHECK (citizen_took_part IN (0, 1)),
        UNIQUE (course_id, number)
    ) STRICT""",
    """CREATE TABLE focus (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL CHECK (length(uid) = 16),
        plan_version_id INTEGER NOT NULL REFERENCES plan_version (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        area TEXT NOT NULL,
        phase INTEGER NOT NULL,
        why TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX focus_by_version ON focus (plan_version_id)",
    """CREATE TABLE wish (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL CHECK (length(uid) = 16),
        focus_id INTEGER NOT NULL REFERENCES focus (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        words TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX wish_by_focus ON wish (focus_id)",
    """CREATE TABLE activity (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL CHECK (length(uid) = 16),
        wish_id INTEGER NOT NULL REFERENCES wish (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        what TEXT NOT NULL,
        who TEXT NOT NULL,
        actor TEXT NOT NULL,
        service TEXT,
        by_on TEXT,
        by_time TEXT,
        status TEXT NOT NULL,
        agreement TEXT NOT NULL,
        evaluation TEXT NOT NULL,
        evaluated_on TEXT,
        goes_on_after INTEGER NOT NULL CHECK (goes_on_after IN (0, 1))
    ) STRICT""",
    "CREATE INDEX activity_by_wish ON activity (wish_id)",
    """CREATE TABLE network_person (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        name TEXT NOT NULL,
        professional INTEGER NOT NULL CHECK (professional IN (0, 1)),
        strength INTEGER NOT NULL,
        knows TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX network_person_by_course ON network_person (course_id)",
    """CREATE TABLE support_task (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        what TEXT NOT NULL,
        holder TEXT NOT NULL,
        taker TEXT,
        moved_on TEXT,
        tried_out_on TEXT,
        how_it_went TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX support_task_by_course ON support_task (course_id)",
    """CREATE TABLE network_meeting (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
        on_date TEXT NOT NULL,
        who_came TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX network_meeting_by_course ON network_meeting (course_id)",
)
