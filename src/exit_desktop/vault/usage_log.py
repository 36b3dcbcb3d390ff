"""The usage log: which course was opened, changed, printed, exported, by whom and when; never what was in it.

Each line carries an HMAC over itself and the line before, under a key that hangs on the master key; the connection
offers it to SQL as `log_mac(previous, line)`, so that the key stays with the vault. A changed, moved or missing line
shows; lines cut from the end do not.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3.dbapi2 import Connection

_START = b""
_KEYS_RENEWED, _BROKEN = "keys_renewed", "broken"


@dataclass(frozen=True, slots=True)
class Use:
    """One line: when (UTC, ISO 8601), the worker's code, the act, the kind of thing, and the course if there is one."""

    at: str
    who: str
    act: str
    kind: str = ""
    course_uid: bytes | None = None


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How many lines there are, and the number of the first that does not follow the one before; None when all do."""

    lines: int
    first_broken: int | None


@dataclass(frozen=True, slots=True)
class Followed:
    """How far the chain was followed: what was found until then, and the last line with its seal."""

    report: ChainReport = ChainReport(0, None)
    number: int = 0
    mac: bytes = _START
    done: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are asked for: of these courses (None: of all, and of none), these acts, or all but `other_than`."""

    courses: tuple[bytes, ...] | None = None
    acts: tuple[str, ...] | None = None
    other_than: tuple[str, ...] = ()


def offer_mac(connection: "Connection", key: bytearray) -> None:
    """Give the connection its `log_mac`, which holds `key` and fails once that is wiped."""

    def log_mac(previous: bytes, line: str) -> bytes:
        if not any(key):
            raise ValueError("the vault is closed")
        return hmac.new(key, previous + line.encode(), hashlib.sha256).digest()

    connection.create_function("log_mac", 2, log_mac, deterministic=True)


def append(connection: "Connection", use: Use) -> None:
    """Add one line at the end of the chain, within the caller's transaction."""
    last = connection.execute("SELECT id, mac FROM usage_log ORDER BY id DESC LIMIT 1").fetchone()
    number, previous = (last[0] + 1, last[1]) if last else (1, _START)
    connection.execute(
        """INSERT INTO usage_log (id, at, who, act, kind, course_uid, mac)
           VALUES (:number, :at, :who, :act, :kind, :course, log_mac(:previous, :line))""",
        {
            "number": number,
            "at": use.at,
            "who": use.who,
            "act": use.act,
            "kind": use.kind,
            "course": use.course_uid,
            "previous": previous,
            "line": _line(number, use),
        },
    )


def verify_chain(connection: "Connection") -> ChainReport:
    """Follow the chain from its first line."""
    return follow_chain(connection, Followed()).report


def follow_chain(connection: "Connection", so_far: Followed, most: int = -1) -> Followed:
    """Follow the chain for `most` more lines (-1: all), so that others may read in between."""
    previous, count, broken, last = so_far.mac, so_far.report.lines, so_far.report.first_broken, so_far.number
    looked_at = 0
    for number, use, mac in _lines(connection, so_far.number, most):
        count, looked_at = count + 1, looked_at + 1
        expected = connection.execute("SELECT log_mac(?, ?)", (previous, _line(number, use))).fetchone()[0]
        if broken is None and (number != count or not hmac.compare_digest(expected, mac)):
            broken = number
        previous, last = mac, number
    return Followed(ChainReport(count, broken), last, previous, done=most < 0 or looked_at < most)


def count_lines(connection: "Connection") -> int:
    """Return how many lines there are, as far as their numbers tell."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM usage_log").fetchone()[0])


def broken_when_renewed(connection: "Connection") -> str | None:
    """Return when keys were last renewed over a chain that did not hold; None if that never was."""
    row = connection.execute(
        "SELECT at FROM usage_log WHERE act = :act AND kind = :kind ORDER BY id DESC LIMIT 1",
        {"act": _KEYS_RENEWED, "kind": _BROKEN},
    ).fetchone()
    return None if row is None else str(row[0])


def anchor_again(connection: "Connection", old_key: bytearray, new_key: bytearray, at: str) -> None:
    """Chain every line under `new_key` and say in a new last line whether the old chain held (`whole`, `broken`)."""
    offer_mac(connection, old_key)
    held = verify_chain(connection).first_broken is None
    offer_mac(connection, new_key)
    previous = _START
    for number, use, _ in list(_lines(connection)):
        mac = connection.execute("SELECT log_mac(?, ?)", (previous, _line(number, use))).fetchone()[0]
        connection.execute("UPDATE usage_log SET mac = :mac WHERE id = :number", {"mac": mac, "number": number})
        previous = mac
    append(connection, Use(at, "", _KEYS_RENEWED, "whole" if held else _BROKEN))


def read_log(connection: "Connection", newest: int) -> list[Use]:
    """Return the `newest` lines, the last one first."""
    rows = connection.execute(
        "SELECT at, who, act, kind, course_uid FROM usage_log ORDER BY id DESC LIMIT :newest", {"newest": newest}
    )
    return [Use(*row) for row in rows]


def read_lines(connection: "Connection", wanted: Wanted, before: int | None, most: int) -> list[tuple[int, Use]]:
    """Return up to `most` lines with their numbers, the newest first, from below the line `before` if one is given."""
    rows = connection.execute(
        "SELECT id, at, who, act, kind, course_uid FROM usage_log WHERE id < coalesce(:before, 9223372036854775807)"
        " AND (:courses IS NULL OR hex(course_uid) IN (SELECT value FROM json_each(:courses)))"
        " AND (:acts IS NULL OR act IN (SELECT value FROM json_each(:acts)))"
        " AND act NOT IN (SELECT value FROM json_each(:other_than)) ORDER BY id DESC LIMIT :most",
        {
            "before": before,
            "courses": None if wanted.courses is None else json.dumps([uid.hex().upper() for uid in wanted.courses]),
            "acts": None if wanted.acts is None else json.dumps(wanted.acts),
            "other_than": json.dumps(wanted.other_than),
            "most": most,
        },
    )
    return [(row[0], Use(*row[1:])) for row in rows]


def read_numbers(connection: "Connection") -> dict[bytes, int]:
    """Return a number for each course that was ever written of, in the order in which they came; it never changes."""
    rows = connection.execute(
        "SELECT course_uid FROM usage_log WHERE course_uid IS NOT NULL GROUP BY course_uid ORDER BY min(id)"
    )
    return {row[0]: number for number, row in enumerate(rows, 1)}


def read_log_of(connection: "Connection", course_uid: bytes) -> list[Use]:
    """Return every line about a course, and of those about the whole vault the later ones; the first one first."""
    rows = connection.execute(
        "SELECT at, who, act, kind, course_uid FROM usage_log WHERE course_uid = :course OR (course_uid IS NULL AND"
        " id > (SELECT min(id) FROM usage_log WHERE course_uid = :course)) ORDER BY id",
        {"course": course_uid},
    )
    return [Use(*row) for row in rows]


def _lines(connection: "Connection", after: int = 0, most: int = -1) -> "Iterator[tuple[int, Use, bytes]]":
    rows = connection.execute(
        "SELECT id, at, who, act, kind, course_uid, mac FROM usage_log WHERE id > :after ORDER BY id LIMIT :most",
        {"after": after, "most": most},
    )
    for number, at, who, act, kind, course, mac in rows:
        yield number, Use(at, who, act, kind, course), mac


def _line(number: int, use: Use) -> str:
    course = use.course_uid.hex() if use.course_uid else None
    return json.dumps([number, use.at, use.who, use.act, use.kind, course], ensure_ascii=False)
