"""Unfinished texts: kept while they are written, shown again where they were, forgotten when they are saved."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from exit_desktop.vault import left_texts
from exit_desktop.vault.drafts import Draft
from exit_desktop.vault.open_vault import Vault

# The first part of the place of a text in a reading; then comes the reading's own id.
_READING = "reading"


def keep_draft(vault: Vault, place: str, body: str, now: datetime) -> None:
    """Keep the unfinished text of one place; an empty text is forgotten."""
    if body:
        vault.drafts().keep(Draft(place, body, now.isoformat(timespec="seconds")))
    else:
        drop_draft(vault, place)


def read_draft(vault: Vault, place: str) -> Draft | None:
    """Return what was left unfinished in one place."""
    return vault.drafts().read(place)


def list_drafts(vault: Vault) -> list[Draft]:
    """Return every unfinished text, the newest first."""
    return vault.drafts().all()


def drop_draft(vault: Vault, place: str) -> None:
    """Forget the unfinished text of one place, because it was saved or thrown away."""
    vault.drafts().drop(place)


def drop_drafts_of(vault: Vault, ids: Iterable[str], readings: Collection[str]) -> None:
    """Forget every unfinished text whose place names one of these records, or a reading that is not among `readings`.

    A reading whose beginning was undone is in no course any more; a text that waited in it would outlive all of them.
    """
    wanted = tuple(ids)
    for draft in list_drafts(vault):
        kind, _, rest = draft.place.partition("/")
        orphan = kind == _READING and rest.partition("/")[0] not in readings
        if orphan or any(record in draft.place for record in wanted):
            drop_draft(vault, draft.place)


def seal_left(vault: Vault, texts: Mapping[str, str]) -> bytes:
    """Return texts that the disk did not take, sealed so that only this vault opens them; nothing for none.

    A vault that was closed on the way has no keys for it any more.
    """
    return left_texts.seal_texts(vault, texts) if texts and vault.is_open else b""


def open_left(vault: Vault, sealed: bytes) -> dict[str, str]:
    """Return the texts sealed by `seal_left` by their places."""
    return left_texts.open_texts(vault, sealed) if sealed else {}
