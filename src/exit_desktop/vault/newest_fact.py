"""The newest date of something that happened, by which a clock that stands wrong is known."""

from datetime import date
from typing import TYPE_CHECKING

from exit_desktop.vault.rows import day_or_none

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

# What is only planned stands in the same columns: a start, a step or an end counts when its course was written on that
# day or later. The two large tables have an index for this.
_NEWEST = """SELECT max(latest) FROM (
    SELECT max(orientation_on) AS latest FROM course
    UNION ALL SELECT max(start_on) FROM course WHERE start_on <= substr(written_at, 1, 10)
    UNION ALL SELECT max(on_date) FROM contact WHERE state = 'held'
    UNION ALL SELECT max(held_on) FROM submission WHERE finished_on IS NOT NULL
    UNION ALL SELECT max(made_on) FROM replan
    UNION ALL SELECT max(t.on_date) FROM transition t JOIN course c ON c.id = t.course_id
        WHERE t.on_date <= substr(c.written_at, 1, 10)
    UNION ALL SELECT max(k.on_date) FROM closing k JOIN course c ON c.id = k.course_id
        WHERE k.on_date <= substr(c.written_at, 1, 10)
    UNION ALL SELECT max(reopened_on) FROM closing)"""


def read_newest_fact(connection: "Connection") -> date | None:
    """Return the newest date of a fact in the vault; None while there is none."""
    return day_or_none(connection.execute(_NEWEST).fetchone()[0])
