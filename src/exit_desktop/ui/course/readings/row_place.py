"""Where a question stands while it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from exit_desktop.instruments.definition import Instrument, Question


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a question stands: its instrument and submission, the language it is asked in, the note from before.

    Without `notes` there is no place for words beside the answer.
    """

    instrument: Instrument
    question: Question
    submission_id: str
    language: str
    earlier: tuple[date, str] | None = None
    notes: bool = True

    @property
    def path(self) -> str:
        """Where drafts of this question wait."""
        return f"reading/{self.submission_id}/{self.instrument.id}/{self.question.key}"
