"""One sheet of answers as a few bytes: a byte for each question, or for each option where several may be chosen.

Ten thousand courses are some 300,000 such sheets, which count in a fraction of a second; the same answers as a row
each are millions. A byte from `MISSING_FROM` on is one of the ways in which an answer is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cached_property
from itertools import accumulate

from exit_desktop.domain.answers import AnswerState, Respondent, Value

# An option that this program does not know: it is told as missing rather than counted wrongly.
NOT_KNOWN = 250
NOT_RELEVANT, DONT_KNOW, WONT_SAY, NOT_ASKED = 251, 252, 253, 254
NO_ROW = 255
MISSING_FROM = NOT_KNOWN
NO, YES = 0, 1

_BYTES = tuple(bytes([code]) for code in range(256))
_STATES = {
    AnswerState.NOT_RELEVANT: NOT_RELEVANT,
    AnswerState.DONT_KNOW: DONT_KNOW,
    AnswerState.WONT_SAY: WONT_SAY,
    AnswerState.NOT_ASKED: NOT_ASKED,
}


class Shape(Enum):
    """How a question is answered."""

    SINGLE = "single"
    SEVERAL = "several"
    YES_NO = "yes_no"
    SCALE = "scale"


@dataclass(frozen=True)
class Field:
    """A question of a sheet; `folds` names the options that reports count under another one, or as missing ("").

    The steps of a scale go from `lowest` to `highest`.
    """

    key: str
    shape: Shape
    options: tuple[str, ...] = ()
    folds: tuple[tuple[str, str], ...] = ()
    lowest: int = 0
    highest: int = 0

    @cached_property
    def width(self) -> int:
        """How many bytes it takes."""
        return len(self.options) if self.shape is Shape.SEVERAL else 1

    @cached_property
    def no_row(self) -> bytes:
        """Its bytes where there is no answer at all."""
        return _BYTES[NO_ROW] * self.width

    def code(self, state: AnswerState, value: Value) -> bytes:
        """Return the bytes of an answer."""
        if state is not AnswerState.ANSWERED:
            return _BYTES[_STATES[state]] * self.width
        if self.shape is Shape.SINGLE:
            return self._told.get(value, _BYTES[NOT_KNOWN]) if isinstance(value, str) else _BYTES[NOT_KNOWN]
        if self.shape is Shape.SEVERAL:
            chosen = value if isinstance(value, tuple | list) else ()
            return bytes([option in chosen for option in self.options])
        return _BYTES[self._step(value)]

    @cached_property
    def _told(self) -> dict[str, bytes]:
        told = {option: _BYTES[code] for code, option in enumerate(self.options)}
        return told | {option: told[into] for option, into in self.folds if into}

    def _step(self, value: Value) -> int:
        if self.shape is Shape.YES_NO:
            return int(value) if isinstance(value, bool) else NOT_KNOWN
        if isinstance(value, int) and not isinstance(value, bool) and self.lowest <= value <= self.highest:
            return value
        return NOT_KNOWN


class Measure(StrEnum):
    """What a sheet was filled in for; the newest of an occasion counts, one measure at a time."""

    REGISTRATION = "registration"
    STAR = "star"
    WHO5 = "who5"
    SELLING = "selling"
    STATUS = "status"
    ONGOING = "ongoing"
    CLOSING = "closing"


@dataclass(frozen=True)
class Sheet:
    """The questions of one measure that are counted, in the order of their bytes, and whose answers count."""

    measure: Measure
    respondent: Respondent
    fields: tuple[Field, ...]

    def place(self, key: str) -> int:
        """Return where the bytes of a question begin."""
        return self._placed[key][0]

    def field(self, key: str) -> Field:
        """Return the question with this key."""
        return self._placed[key][1]

    @cached_property
    def width(self) -> int:
        """How many bytes a sheet takes."""
        return sum(field.width for field in self.fields)

    @cached_property
    def _placed(self) -> dict[str, tuple[int, Field]]:
        begins = (0, *accumulate(field.width for field in self.fields))
        return {field.key: (begin, field) for begin, field in zip(begins, self.fields, strict=False)}

    def pack(self, answers: Mapping[str, tuple[AnswerState, Value]]) -> bytes:
        """Return the bytes of the answers by question key; a question without one has no row."""
        return b"".join(
            [field.code(*answers[field.key]) if field.key in answers else field.no_row for field in self.fields]
        )


def has_answer(codes: bytes) -> bool:
    """Return whether at least one question was answered."""
    return min(codes) < MISSING_FROM
