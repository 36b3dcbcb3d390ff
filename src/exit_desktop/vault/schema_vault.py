"""Tables of the vault itself: who works here, settings, log, cards and what was sent or received."""

VAULT_TABLES = (
    """CREATE TABLE vault (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        uid BLOB NOT NULL CHECK (length(uid) = 16),
        practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
        created_at TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        commit_number INTEGER NOT NULL,
        recovery_proved INTEGER NOT NULL CHECK (recovery_proved IN (0, 1))
    ) STRICT""",
    """CREATE TABLE worker (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        uid BLOB NOT NULL CHECK (length(uid) = 16),
        code TEXT NOT NULL,
        project TEXT NOT NULL,
        weekly_minutes INTEGER NOT NULL,
        contact_line TEXT NOT NULL,
        role TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE work_hours (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        on_date TEXT NOT NULL,
        kind TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        note TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE usage_log (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        act TEXT NOT NULL,
        kind TEXT NOT NULL,
        course_uid BLOB,
        mac BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE identity (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        sign_secret BLOB NOT NULL,
        age_secret TEXT NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE card (
        id INTEGER PRIMARY KEY,
        sender TEXT NOT NULL UNIQUE,
        card BLOB NOT NULL,
        role TEXT NOT NULL,
        code TEXT NOT NULL,
        practice INTEGER NOT NULL,
        seen_at TEXT NOT NULL,
        confirmed_at TEXT,
        revoked_at TEXT
    ) STRICT""",
    """CREATE TABLE sent_bundle (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        number INTEGER NOT NULL,
        sha256 BLOB NOT NULL,
        created_at TEXT NOT NULL,
        recipient TEXT NOT NULL,
        units INTEGER NOT NULL,
        received_at TEXT
    ) STRICT""",
    """CREATE TABLE received_bundle (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        sender TEXT NOT NULL,
        number INTEGER NOT NULL,
        received_at TEXT NOT NULL,
        outcome TEXT NOT NULL,
        sealed BLOB
    ) STRICT""",
    """CREATE TABLE staged_unit (
        id INTEGER PRIMARY KEY,
        bundle_id INTEGER NOT NULL REFERENCES received_bundle (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        body BLOB NOT NULL,
        outcome TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE held_course (
        id INTEGER PRIMARY KEY,
        wire_uid BLOB NOT NULL CHECK (length(wire_uid) = 16),
        sender TEXT NOT NULL,
        coded INTEGER NOT NULL,
        ownership INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        body BLOB NOT NULL,
        conflict BLOB,
        erase_on TEXT,
        UNIQUE (wire_uid, coded)
    ) STRICT""",
    """CREATE TABLE tombstone (
        id INTEGER PRIMARY KEY,
        wire_uid BLOB NOT NULL UNIQUE CHECK (length(wire_uid) = 16),
        made_on TEXT NOT NULL,
        reason TEXT NOT NULL,
        ownership INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        sent_at TEXT,
        received_at TEXT
    ) STRICT""",
    """CREATE TABLE released_table (
        id INTEGER PRIMARY KEY,
        released_at TEXT NOT NULL,
        title TEXT NOT NULL,
        body BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE backup (
        id INTEGER PRIMARY KEY,
        made_at TEXT NOT NULL,
        place TEXT NOT NULL,
        verified INTEGER NOT NULL,
        commit_number INTEGER NOT NULL,
        removed_at TEXT
    ) STRICT""",
    "CREATE TABLE erased (id INTEGER PRIMARY KEY, month TEXT NOT NULL, reason TEXT NOT NULL) STRICT",
    "CREATE TABLE guarded_word (mac BLOB PRIMARY KEY) STRICT, WITHOUT ROWID",
    """CREATE TABLE instrument (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        sha256 BLOB NOT NULL,
        definition BLOB NOT NULL,
        UNIQUE (name, version)
    ) STRICT""",
    """CREATE TABLE question (
        id INTEGER PRIMARY KEY,
        instrument_id INTEGER NOT NULL REFERENCES instrument (id),
        key TEXT NOT NULL,
        UNIQUE (instrument_id, key)
    ) STRICT""",
)
