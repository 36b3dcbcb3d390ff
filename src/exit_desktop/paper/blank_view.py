"""What a blank paper with questions shows: the words of an instrument, in the language of the citizen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto


class BlankKind(Enum):
    """How a question is answered on paper."""

    SINGLE = auto()
    MULTIPLE = auto()
    YES_NO = auto()
    NUMBER = auto()
    TEXT = auto()
    SCALE = auto()


@dataclass(frozen=True, slots=True)
class BlankOption:
    """One answer with the key that types it in."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class BlankQuestion:
    """One question: `options` for choices and yes/no, `anchors` and `top` for a scale from 1.

    `only_if` says when it is asked; `number` stands before it; `help` stands under it.
    """

    text: str
    kind: BlankKind
    options: tuple[BlankOption, ...] = ()
    anchors: tuple[str, str] = ("", "")
    top: int = 10
    only_if: str = ""
    number: str = ""
    room_for_note: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class BlankPart:
    """Questions that belong together, with what is said before them and where they come from (licence).

    In a `grid`, questions answered with yes or no, or with a number, stand in one table.
    """

    title: str
    questions: tuple[BlankQuestion, ...]
    stem: str = ""
    source: str = ""
    grid: bool = False


@dataclass(frozen=True, slots=True)
class BlankView:
    """A whole paper; the words are those of the instrument, in the language of the citizen."""

    title: str
    parts: tuple[BlankPart, ...]
    intro: str = ""
    contact: str = field(default="", repr=False)
