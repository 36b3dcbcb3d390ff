"""What an instrument is made of: sections, questions, options, conditions, and words in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from exit_desktop.domain.answers import AnswerState, Respondent

MISSING = "missing"
"""The group of an option that reports count as missing."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in the languages that the program speaks."""

    da: str
    en: str

    def of(self, language: str) -> str:
        """Return the text in `language`; Danish unless it is English."""
        return self.en if language == "en" else self.da


class Kind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    YES_NO = "yes_no"
    NUMBER = "number"
    TEXT = "text"
    SCALE = "scale"


class Scoring(StrEnum):
    """The rule by which the scale questions of an instrument are scored."""

    NONE = "none"
    WHO5 = "who5"
    AREAS = "areas"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose; reports may count it under another option, or as missing."""

    key: str
    text: Wording
    none_of_these: bool = False
    own_words: bool = False
    reports_as: str = ""
    guidance: Wording | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One step of a scale that has words of its own."""

    value: int
    text: Wording


@dataclass(frozen=True, slots=True)
class Band:
    """A range of a number that reports count together; both ends belong to it."""

    key: str
    text: Wording
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class Anchors:
    """The words at the two ends of a scale."""

    lowest: Wording
    highest: Wording


@dataclass(frozen=True, slots=True)
class Holds:
    """An earlier question has one of these answers (for several choices: at least one of them)."""

    question: str
    values: tuple[bool | int | str, ...]


@dataclass(frozen=True, slots=True)
class Reaches:
    """An earlier number or scale is at least this."""

    question: str
    at_least: int


@dataclass(frozen=True, slots=True)
class Together:
    """Several conditions, every one of which or any one of which has to hold."""

    every: bool
    conditions: tuple[Condition, ...]


Condition = Holds | Reaches | Together


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; the first of `respondents` is the one it is asked of and whose answer reports count."""

    key: str
    kind: Kind
    text: Wording
    label: Wording
    short: Wording
    paper: Wording
    help: Wording | None = None
    options: tuple[Option, ...] = ()
    points: tuple[Point, ...] = ()
    bands: tuple[Band, ...] = ()
    anchors: Anchors | None = None
    minimum: int = 0
    maximum: int = 0
    condition: Condition | None = None
    states: tuple[AnswerState, ...] = ()
    respondents: tuple[Respondent, ...] = (Respondent.CITIZEN,)
    computed: str = ""

    @property
    def asked_of(self) -> Respondent:
        """Whom the question is asked of."""
        return self.respondents[0]

    def option(self, key: str) -> Option | None:
        """Return the option with this key."""
        return next((option for option in self.options if option.key == key), None)

    def steps(self) -> tuple[int, ...]:
        """Return the steps of a scale in the order in which they are shown and printed."""
        if self.points:
            return tuple(point.value for point in self.points)
        return tuple(range(self.minimum, self.maximum + 1))


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that stand together under a title; `grid` puts alike ones in one table."""

    key: str
    title: Wording
    questions: tuple[Question, ...]
    intro: Wording | None = None
    grid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One version of one instrument; `sha256` is that of the bytes it was read from."""

    id: str
    version: int
    title: Wording
    sections: tuple[Section, ...]
    source: str
    licence: str
    attribution: str
    sha256: str
    scoring: Scoring = Scoring.NONE
    fixed_wording: bool = False
    _by_key: dict[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        keys = {question.key: question for section in self.sections for question in section.questions}
        object.__setattr__(self, "_by_key", keys)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order in which they are asked."""
        return tuple(self._by_key.values())

    def question(self, key: str) -> Question | None:
        """Return the question with this key."""
        return self._by_key.get(key)
