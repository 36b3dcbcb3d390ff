"""What a reading and a form are called where one piece of the window serves both."""

from __future__ import annotations

from dataclasses import dataclass

from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.system.language import mark


@dataclass(frozen=True, slots=True)
class SittingWords:
    """English sources; each is translated where it is shown."""

    many: str
    empty: str
    all_of_them: str
    finish: str
    discard: str
    ask_discard: str
    do_discard: str
    day: str
    occasion: str
    title: str


READING = SittingWords(
    many=mark("Readings"),
    empty=mark(
        "A reading is a talk about how things are: ten sides of life, well-being and goals. "
        "Done again every second month, it shows what has changed. The first one belongs to the start."
    ),
    all_of_them=mark("All readings"),
    finish=mark("Finish the reading"),
    discard=mark("Discard this reading"),
    ask_discard=mark("Discard the reading of {date}?"),
    do_discard=mark("Discard the reading"),
    day=mark("Date of the talk"),
    occasion=mark("Reading for"),
    title=mark("Reading of {date}"),
)
FORM = SittingWords(
    many=mark("Forms"),
    empty=mark(
        "The forms are yours: what you know of the citizen's situation, and of your work together. "
        "What stands in the contacts and the plan already is proposed, and you say whether it fits."
    ),
    all_of_them=mark("All forms"),
    finish=mark("Finish the form"),
    discard=mark("Discard this form"),
    ask_discard=mark("Discard the form of {date}?"),
    do_discard=mark("Discard the form"),
    day=mark("Date of the form"),
    occasion=mark("Form for"),
    title=mark("{form} of {date}"),
)


def words_of(kind: SubmissionKind) -> SittingWords:
    """Return the words for a submission of this kind."""
    return FORM if kind in FORM_KINDS else READING
