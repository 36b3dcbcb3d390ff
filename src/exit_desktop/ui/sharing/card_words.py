"""How a contact card is told in one line."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from exit_desktop.services.receiving import Succession
    from exit_desktop.services.sending import HeldCard
    from exit_desktop.system.language import Texts

ROLES = {"worker": mark("social worker"), "coordinator": mark("coordinator")}


def card_line(card: HeldCard, t: Texts) -> str:
    """Return a card's code and role: "K7, coordinator"."""
    line = t("{code}, {role}", code=card.code, role=t(ROLES[card.role]))
    return t("{card} (practice card)", card=line) if card.practice else line


def card_state(card: HeldCard, t: Texts) -> str:
    """Return whether the card is confirmed, and since when."""
    if card.revoked_at:
        return t("Withdrawn: nothing more from it is taken in. Ask the owner for a new card.")
    if card.confirmed_at:
        return t("Confirmed {day}", day=t.date(datetime.fromisoformat(card.confirmed_at).date()))
    return t("Not confirmed yet. Call the owner, and type the eight words that they read out.")


def succession_words(follows: Succession, t: Texts) -> str:
    """Return whose place a card takes, and what confirming it does."""
    if follows.older_confirmed:
        return t(
            "This card is signed by the card of {code} that you confirmed, and takes its place: once you have typed "
            "the new words, the old card is withdrawn.",
            code=follows.older_code,
        )
    return t(
        "This card says that it takes the place of the card of {code}, which you have not confirmed.",
        code=follows.older_code,
    )
