"""Tells rows that the tables refuse from rows that a bug made: a document from outside may ask for the impossible."""

from collections.abc import Iterator
from contextlib import contextmanager


class RowRefused(ValueError):
    """An id that another record has, or a value that a column cannot hold; carries nothing of it."""


@contextmanager
def refused_rows() -> Iterator[None]:
    """Raise RowRefused where a constraint of the tables stops a row. The transaction is still the caller's."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the engine is loaded when a vault is opened

    try:
        yield
    except (dbapi2.IntegrityError, dbapi2.DataError, OverflowError):
        raise RowRefused from None
