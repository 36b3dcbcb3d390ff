"""The newest date of something that happened, by which a clock that stands wrong is known."""

from datetime import date
from typing import TYPE_CHECKING

from exit_desktop.vault.rows import day_or_none

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

# A date is no fact before its day has come: it counts when its course was written on that day or later. So neither
# what is planned nor a year typed wrong is held against the clock. The two large tables are walked by index from the
# newest date down, to the first that counts.
_NEWEST = """SELECT max(latest) FROM (
    SELECT max(orientation_on) AS latest FROM course WHERE orientation_on <= substr(written_at, 1, 10)
    UNION ALL SELECT max(start_on) FROM course WHERE start_on <= substr(written_at, 1, 10)
    UNION ALL SELECT (SELECT k.on_date FROM contact k JOIN course c ON c.id = k.course_id
        WHERE k.state = 'held' AND k.on_date <= substr(c.written_at, 1, 10) ORDER BY k.on_date DESC LIMIT 1)
    UNION ALL SELECT (SELECT s.held_on FROM submission s JOIN course c ON c.id = s.course_id
        WHERE s.finished_on IS NOT NULL AND s.held_on <= substr(c.written_at, 1, 10) ORDER BY s.held_on DESC LIMIT 1)
    UNION ALL SELECT max(r.made_on) FROM replan r JOIN course c ON c.id = r.course_id
        WHERE r.made_on <= substr(c.written_at, 1, 10)
    UNION ALL SELECT max(t.on_date) FROM transition t JOIN course c ON c.id = t.course_id
        WHERE t.on_date <= substr(c.written_at, 1, 10)
    UNION ALL SELECT max(k.on_date) FROM closing k JOIN course c ON c.id = k.course_id
        WHERE k.on_date <= substr(c.written_at, 1, 10)
    UNION ALL SELECT max(k.reopened_on) FROM closing k JOIN course c ON c.id = k.course_id
        WHERE k.reopened_on <= substr(c.written_at, 1, 10))"""


def read_newest_fact(connection: "Connection") -> date | None:
    """Return the newest date of a fact in the vault; None while there is none."""
    return day_or_none(connection.execute(_NEWEST).fetchone()[0])
