"""Tables of what came from others, of what they were told about it, and of what they said they have.

Those of the first version never held a row: they had no place for several senders of one package id, for more than two
writings of one course, or for what a receipt answers.
"""

HELD_TABLES = (
    "DROP TABLE staged_unit",
    "DROP TABLE held_course",
    "DROP TABLE received_bundle",
    # One package twice is one: by its sender, its id and the text in it. `file_sha256` spares opening it again.
    """CREATE TABLE received_bundle (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL CHECK (length(uid) = 16),
        sender TEXT NOT NULL,
        text_sha256 BLOB NOT NULL CHECK (length(text_sha256) = 32),
        file_sha256 BLOB NOT NULL CHECK (length(file_sha256) = 32),
        package_epoch TEXT NOT NULL,
        number INTEGER NOT NULL,
        practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
        made_at TEXT NOT NULL,
        received_at TEXT NOT NULL,
        outcome TEXT NOT NULL,
        taken INTEGER NOT NULL,
        already INTEGER NOT NULL,
        conflicts INTEGER NOT NULL,
        forgotten INTEGER NOT NULL,
        enquiries INTEGER NOT NULL,
        receipts INTEGER NOT NULL,
        answerable INTEGER NOT NULL CHECK (answerable IN (0, 1)),
        receipt_given_at TEXT,
        UNIQUE (sender, uid, text_sha256)
    ) STRICT""",
    "CREATE INDEX received_by_file ON received_bundle (file_sha256)",
    "CREATE INDEX received_by_number ON received_bundle (sender, package_epoch, number)",
    """CREATE TABLE received_result (
        bundle_id INTEGER NOT NULL REFERENCES received_bundle (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        wire_uid BLOB NOT NULL CHECK (length(wire_uid) = 16),
        ownership INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        PRIMARY KEY (bundle_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE waiting_bundle (
        id INTEGER PRIMARY KEY,
        sender TEXT NOT NULL,
        file_sha256 BLOB NOT NULL UNIQUE CHECK (length(file_sha256) = 32),
        received_at TEXT NOT NULL,
        size INTEGER NOT NULL,
        sealed BLOB NOT NULL
    ) STRICT""",
    # The writings of a wire id that hold, see exchange/joining.py: at most one is held, `other` is in conflict with it,
    # `set_aside` was by somebody's choice, `gone` is a tombstone and has no body.
    """CREATE TABLE held_course (
        id INTEGER PRIMARY KEY,
        wire_uid BLOB NOT NULL CHECK (length(wire_uid) = 16),
        line TEXT NOT NULL,
        ownership INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
        place TEXT NOT NULL CHECK (place IN ('held', 'other', 'set_aside', 'gone')),
        kind TEXT NOT NULL,
        practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
        bundle_id INTEGER NOT NULL REFERENCES received_bundle (id),
        body BLOB,
        UNIQUE (wire_uid, line, ownership, revision, sha256),
        CHECK ((place = 'gone') = (body IS NULL))
    ) STRICT""",
    "CREATE UNIQUE INDEX held_once ON held_course (wire_uid) WHERE place = 'held'",
    "CREATE INDEX held_in_conflict ON held_course (wire_uid) WHERE place = 'other'",
    # What each sender says of themselves, as their newest package has it.
    """CREATE TABLE held_worker (
        line TEXT PRIMARY KEY,
        made_at TEXT NOT NULL,
        uid BLOB NOT NULL CHECK (length(uid) = 16),
        code TEXT NOT NULL,
        project TEXT NOT NULL,
        weekly_minutes INTEGER NOT NULL,
        role TEXT NOT NULL,
        practice INTEGER NOT NULL CHECK (practice IN (0, 1))
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE sent_unit (
        bundle_id INTEGER NOT NULL REFERENCES sent_bundle (id) ON DELETE CASCADE,
        wire_uid BLOB NOT NULL CHECK (length(wire_uid) = 16),
        kind TEXT NOT NULL,
        ownership INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (bundle_id, wire_uid, kind)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX sent_unit_by_wire ON sent_unit (wire_uid)",
    # What a receiver said last about a wire id: the highest numbers that they answered.
    """CREATE TABLE answered (
        wire_uid BLOB NOT NULL CHECK (length(wire_uid) = 16),
        receiver TEXT NOT NULL,
        ownership INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        on_date TEXT NOT NULL,
        PRIMARY KEY (wire_uid, receiver)
    ) STRICT, WITHOUT ROWID""",
    # A package of nothing but receipts is not answered again. Before, none was ever sent.
    "ALTER TABLE sent_bundle ADD COLUMN answerable INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE card ADD COLUMN line TEXT NOT NULL DEFAULT ''",
    "UPDATE card SET line = sender",
    # What was sealed to keys that were replaced may still be on its way; the newest of them signed the card in force.
    """CREATE TABLE former_identity (
        id INTEGER PRIMARY KEY,
        sign_secret BLOB NOT NULL,
        age_secret TEXT NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT""",
    # Withdrawn for good, also when the card itself was let go and comes again.
    "CREATE TABLE revoked_sender (sender TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
)
