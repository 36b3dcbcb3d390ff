"""The tables of a vault, and how an older file becomes a newer one.

A migration is a tuple of single literal statements. An empty file migrates from 0: there is no second way to make the
tables. Outside, a record is known by 32 hex digits; inside, its `uid` holds the same 16 bytes and references are
integer keys (text ids on answer rows made a large vault three times its size).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from exit_desktop.errors import OlderOnReadOnly, VaultIsNewer
from exit_desktop.vault.due_rows import write_due_anew
from exit_desktop.vault.opening import roll_back
from exit_desktop.vault.schema_counted import COUNTED_TABLES
from exit_desktop.vault.schema_fidelity import FIDELITY_TABLES
from exit_desktop.vault.schema_gates import GATE_TABLES
from exit_desktop.vault.schema_held import HELD_TABLES
from exit_desktop.vault.schema_method import METHOD_TABLES
from exit_desktop.vault.schema_people import PEOPLE_TABLES
from exit_desktop.vault.schema_services import SERVICE_COLUMNS
from exit_desktop.vault.schema_today import TODAY_TABLES
from exit_desktop.vault.schema_vault import VAULT_TABLES

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

MIGRATION_001 = VAULT_TABLES + PEOPLE_TABLES + METHOD_TABLES

# The bin is emptied by date at every unlock; without the index that reads every deleted record.
MIGRATION_002 = ("CREATE INDEX bin_by_date ON bin (deleted_on)",)

# The citizen list is read at every unlock: with what it shows in the indexes, it decrypts a third of the pages.
MIGRATION_003 = (
    "CREATE INDEX due_in_list ON due (course_id, on_date, until_on, kind, ref)",
    "DROP INDEX due_by_course",
    """CREATE INDEX course_in_list ON course (citizen_id, uid, state, phase, anonymous, talks, orientation_on, start_on,
        ended_on, last_contact_on)""",
    "DROP INDEX course_by_citizen",
)

# The clock is held against the newest fact at every unlock; the two large tables need an index for it.
# Which course left under which wire id: only that is ever called back. Nobody kept that before, so what may have left
# counts as gone. And the order of what happened twice on one day, which no id and no date tells: in an old file the
# day of finishing stands before the row's number, for a row that was corrected was written anew with a higher one.
MIGRATION_004 = (
    "CREATE TABLE sent_course (wire_uid BLOB PRIMARY KEY CHECK (length(wire_uid) = 16)) STRICT, WITHOUT ROWID",
    """INSERT INTO sent_course (wire_uid) SELECT wire_uid FROM course
        WHERE sharing IN ('coded', 'full') AND EXISTS (SELECT 1 FROM sent_bundle)""",
    "ALTER TABLE replan ADD COLUMN position INTEGER NOT NULL DEFAULT 0",
    """UPDATE replan SET position = (SELECT count(*) FROM replan AS earlier WHERE earlier.course_id = replan.course_id
        AND (earlier.made_on, earlier.id) < (replan.made_on, replan.id))""",
    "ALTER TABLE submission ADD COLUMN position INTEGER NOT NULL DEFAULT 0",
    """UPDATE submission SET position = (SELECT count(*) FROM submission AS earlier
        WHERE earlier.course_id = submission.course_id
        AND (earlier.held_on, coalesce(earlier.finished_on, '9999-12-31'), earlier.id)
            < (submission.held_on, coalesce(submission.finished_on, '9999-12-31'), submission.id))""",
    "CREATE INDEX contact_held ON contact (on_date) WHERE state = 'held'",
    "CREATE INDEX submission_finished ON submission (held_on) WHERE finished_on IS NOT NULL",
)

# The page of the day is made at every unlock, across all courses.
MIGRATION_005 = TODAY_TABLES

# Why something that a gate expects is not there had no place: a change of phase has one reason of its own.
MIGRATION_006 = GATE_TABLES

# Why something that the method expects does not fit a citizen had no place either.
MIGRATION_007 = FIDELITY_TABLES

# Services became a directory.
MIGRATION_008 = SERVICE_COLUMNS

# Two copies of one vault would number their packages alike. An empty name is the vault's own id, as it was.
MIGRATION_009 = (
    "ALTER TABLE vault ADD COLUMN machine TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE vault ADD COLUMN package_epoch TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sent_bundle ADD COLUMN package_epoch TEXT NOT NULL DEFAULT ''",
)

# The page of the day tells of every appointment of seven days: with all that it tells in the index, none is decrypted
# in the large table, which was most of what the page cost over many courses.
MIGRATION_010 = (
    "DROP INDEX contact_planned",
    """CREATE INDEX contact_planned ON contact (on_date, party, course_id, uid, at_time, kind, place, place_words,
        with_whom) WHERE state = 'planned'""",
)

# What others send is taken in, answered, and known to have been answered.
MIGRATION_011 = HELD_TABLES

# What a report counts stands beside the courses, own and received.
MIGRATION_012 = COUNTED_TABLES

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    MIGRATION_001,
    MIGRATION_002,
    MIGRATION_003,
    MIGRATION_004,
    MIGRATION_005,
    MIGRATION_006,
    MIGRATION_007,
    MIGRATION_008,
    MIGRATION_009,
    MIGRATION_010,
    MIGRATION_011,
    MIGRATION_012,
)
SCHEMA_VERSION = len(MIGRATIONS)


def schema_version(connection: "Connection") -> int:
    """Return the number of the last migration that this file has seen; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: "Connection", upto: int = SCHEMA_VERSION) -> int:
    """Bring the file from its version to `upto` in one transaction and return the version that it had.

    The connection must be in autocommit mode. A failure leaves the file as it was. What is due is no fact but worked
    out: a file that holds courses gets it anew, with the kinds that its own version did not know.
    """
    found = schema_version(connection)
    if found >= upto:
        return found
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for number in range(found, upto):
            for statement in MIGRATIONS[number]:
                connection.execute(statement)
        if found and upto == SCHEMA_VERSION:
            write_due_anew(connection)
        _record_version(connection, upto)
    except BaseException:
        roll_back(connection)
        raise
    connection.execute("COMMIT")
    return found


def bring_up_to_date(connection: "Connection", read_only: bool, keep: Callable[[], None]) -> None:
    """Migrate the file to this program's version, after `keep` has kept an older one as it is.

    Raises VaultIsNewer, OlderOnReadOnly where it cannot be written, and what `keep` raises.
    """
    found = schema_version(connection)
    if found > SCHEMA_VERSION:
        raise VaultIsNewer
    if read_only and found < SCHEMA_VERSION:
        raise OlderOnReadOnly
    if 0 < found < SCHEMA_VERSION:
        keep()
    migrate(connection)


def _record_version(connection: "Connection", version: int) -> None:
    # PRAGMA takes no parameters; one literal per version keeps SQL out of string building.
    statements = (
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 1",
        "PRAGMA user_version = 2",
        "PRAGMA user_version = 3",
        "PRAGMA user_version = 4",
        "PRAGMA user_version = 5",
        "PRAGMA user_version = 6",
        "PRAGMA user_version = 7",
        "PRAGMA user_version = 8",
        "PRAGMA user_version = 9",
        "PRAGMA user_version = 10",
        "PRAGMA user_version = 11",
        "PRAGMA user_version = 12",
    )
    connection.execute(statements[version])
