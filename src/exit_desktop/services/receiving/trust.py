"""Whose packages are taken: a key that is withdrawn, and a card that takes the place of an older one."""

from exit_desktop.errors import SenderUnknown
from exit_desktop.exchange.cards import read_card
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.receiving.results import Succession
from exit_desktop.services.sharing import list_cards
from exit_desktop.vault.cards import revoke
from exit_desktop.vault.received_rows import forget_waiting_of


def revoke_sender(desk: Desk, sender: str) -> None:
    """Withdraw trust in a sender for good: nothing more of theirs is taken, and what waits goes; what is held stays.

    A coordinator's next card tells it to the others. Raises SenderUnknown.
    """
    if not any(held.sender == sender for held in list_cards(desk)):
        raise SenderUnknown
    with desk.vault.writing() as connection:
        revoke(connection, sender, desk.clock.now_utc().isoformat(timespec="seconds"))
        forget_waiting_of(connection, sender)
        append_use(connection, desk, Act.CHANGED, "card")


def succession_of(desk: Desk, card: bytes) -> Succession | None:
    """Return whose place a card takes, if it says so and the older card is here. Raises CardRejected.

    Once its words are typed the older card is withdrawn, and what its owner sent goes on under the new one.
    """
    replaces = read_card(card).replaces
    older = next((held for held in list_cards(desk) if held.sender == replaces), None)
    if older is None:
        return None
    return Succession(older.sender, older.code, older.confirmed_at is not None and older.revoked_at is None)
