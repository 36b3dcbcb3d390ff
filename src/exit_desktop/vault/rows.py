"""What every module with SQL shares: how a record goes to a row and back, and how a changed collection is written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection as Connection  # noqa: PLC0414 - services annotate with it


class Record(Protocol):
    """Anything with an id of 32 hex digits."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True)
class Collection(Generic[R]):
    """How the records of one kind are read, written and removed for a course (its integer key).

    `place` writes the position of a record where dates alone do not tell which came first.
    """

    read: "Callable[[Connection, int], tuple[R, ...]]"
    insert: "Callable[[Connection, int, R], None]"
    delete: str
    place: str | None = None


def write_collection(
    connection: "Connection", course: int, collection: Collection[R], before: tuple[R, ...], after: tuple[R, ...]
) -> None:
    """Write what differs between `before` and `after`; an unchanged record is not touched."""
    if before is after:
        return
    old = {record.id: record for record in before}
    new = {record.id: record for record in after}
    for key, record in old.items():
        if new.get(key) != record:
            connection.execute(collection.delete, {"uid": bytes.fromhex(key)})
    for key, record in new.items():
        if old.get(key) != record:
            collection.insert(connection, course, record)
    if collection.place is not None:
        _write_places(connection, collection.place, before, after)


def _write_places(connection: "Connection", place: str, before: tuple[R, ...], after: tuple[R, ...]) -> None:
    for position, record in enumerate(after):
        if position >= len(before) or before[position] != record:
            connection.execute(place, {"position": position, "uid": bytes.fromhex(record.id)})


def members(kind: type[E]) -> dict[object, E]:
    """Return the members of an enum by value: a look-up takes a tenth of the time of a call, and rows are many."""
    return {member.value: member for member in kind}


def day(text: str) -> date:
    """Return the date that a column holds."""
    return date.fromisoformat(text)


def day_or_none(text: str | None) -> date | None:
    """Return the date that a column holds, if any."""
    return None if text is None else date.fromisoformat(text)


def time_or_none(text: str | None) -> time | None:
    """Return the time of day that a column holds, if any."""
    return None if text is None else time.fromisoformat(text)


def text_or_none(value: date | time | None) -> str | None:
    """Return a date or time as a column holds it."""
    return None if value is None else value.isoformat()
