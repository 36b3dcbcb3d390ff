"""The worker's minutes by calendar month and kind, counted by the database."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

MonthMinutes = dict[tuple[str, str], int]


def read_contact_minutes(connection: "Connection", first: str) -> MonthMinutes:
    """Return the minutes of contacts and attempts, not of plans, by month (YYYY-MM, from `first` on) and kind."""
    rows = connection.execute(
        "SELECT substr(c.on_date, 1, 7) AS month, m.kind, sum(m.minutes) FROM contact c"
        " JOIN contact_minutes m ON m.contact_id = c.id"
        " WHERE c.state <> 'planned' AND c.on_date >= :first GROUP BY month, m.kind",
        {"first": first},
    )
    return {(row[0], row[1]): row[2] for row in rows}


def read_own_minutes(connection: "Connection", first: str) -> MonthMinutes:
    """Return the minutes without a citizen by month (YYYY-MM, from `first` on) and kind."""
    rows = connection.execute(
        "SELECT substr(on_date, 1, 7) AS month, kind, sum(minutes) FROM work_hours"
        " WHERE on_date >= :first GROUP BY month, kind",
        {"first": first},
    )
    return {(row[0], row[1]): row[2] for row in rows}
