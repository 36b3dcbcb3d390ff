"""The head of the family of failures, and how its sentences are marked for the catalogue."""

from typing import ClassVar


def mark(message: str) -> str:
    """Mark a sentence for the catalogue."""
    return message


class Failure(Exception):
    """Something expected went wrong; `sentence` says what happened, what is safe and what to do now."""

    sentence: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        super().__init__(type(self).__name__)
        self.values = values
