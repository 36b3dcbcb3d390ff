"""How an expected failure becomes a sentence in the user's language, in the window and at the command line alike."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.errors import Failure
    from exit_desktop.system.language import Texts


def sentence_of(failure: Failure, t: Texts) -> str:
    """Return the sentence of a failure, its values filled in; a date stands as the language writes it."""
    values = {name: t.date(value) if isinstance(value, date) else value for name, value in failure.values.items()}
    return t(failure.sentence, **values)
