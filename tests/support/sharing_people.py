"""People to share with, each with keys of their own and a card in a file."""

from datetime import UTC, datetime
from pathlib import Path

from exit_desktop.exchange.cards import CardFacts, CardRole, card_words, read_card, write_card
from exit_desktop.exchange.identity import Identity, generate_identity

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


class Person:
    """Somebody with keys of their own, whose card lies in a file."""

    def __init__(self, folder: Path, code: str, practice: bool = False, role: CardRole = CardRole.COORDINATOR) -> None:
        self.code = code
        self.identity: Identity = generate_identity()
        content = write_card(self.identity, CardFacts(role, code, practice, NOW))
        self.words = " ".join(card_words(read_card(content)))
        self.file = folder / f"{code}.txt"
        self.file.write_bytes(content)
