"""What is counted in a report: the people in it and the sheets that count, by measure and occasion."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.codes import MISSING_FROM, Measure, Sheet
from exit_desktop.evaluation.sheets import SHEETS

START = "m00"
ONGOING_AT = ("m02", "m04", "m06", "m08", "m10")
# `end` is that of courses that ran their time; early ends are shown apart (model 10).
END, EARLY_END = "end", "end_early"
LATER = (*ONGOING_AT, END, EARLY_END)
READINGS = (START, *LATER)


@dataclass(frozen=True, slots=True)
class Person:
    """One course in the report; `end_kind` is None while it runs."""

    key: int
    project: str
    end_kind: str | None = None
    end_reason: str | None = None
    end_months: int | None = None
    # Whom this one is counted among, as `slices` names it.
    slice: str = ""


@dataclass(slots=True)
class Pile:
    """The sheets of one measure and occasion, one for each course that has one."""

    keys: list[int] = field(default_factory=list)
    codes: list[bytes] = field(default_factory=list)
    elapsed: list[int | None] = field(default_factory=list)
    hours: list[int | None] = field(default_factory=list)
    in_place_of: list[bool] = field(default_factory=list)

    def column(self, sheet: Sheet, question: str, option: int = 0) -> bytes:
        """Return the codes of a question (of one option where several may be chosen), one byte for each sheet."""
        return b"".join(self.codes)[sheet.place(question) + option :: sheet.width]

    def whole(self) -> dict[int, bytes]:
        """Return the codes by course of the sheets on which every question was answered."""
        both = zip(self.keys, self.codes, strict=True)
        return {key: codes for key, codes in both if max(codes) < MISSING_FROM}

    def first_made(self) -> "Pile":
        """Return the sheets that stand in no other form's place."""
        return self._only([not other for other in self.in_place_of])

    def _only(self, kept: list[bool]) -> "Pile":
        places = [place for place, keep in enumerate(kept) if keep]
        return Pile(
            [self.keys[i] for i in places],
            [self.codes[i] for i in places],
            [self.elapsed[i] for i in places],
            [self.hours[i] for i in places],
            [self.in_place_of[i] for i in places],
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the tables are made from. `registered` counts those without a life situation at the start too."""

    choices: ReportChoices
    people: tuple[Person, ...]
    registered: int
    piles: Mapping[tuple[str, str], Pile]
    transitions: tuple[tuple[int, int, int], ...] = ()
    dues: tuple[tuple[int, str, date], ...] = ()
    ended_on: Mapping[int, date] = field(default_factory=dict)
    enquiries: tuple[bytes, ...] = ()

    def pile(self, measure: Measure, occasion: str) -> Pile:
        """Return the sheets of a measure and occasion."""
        return self.piles.get((measure.value, occasion)) or Pile()

    @property
    def closed(self) -> tuple[Person, ...]:
        """The courses that have ended."""
        return tuple(person for person in self.people if person.end_kind is not None)


SheetRow = tuple[int, str, str, bytes, int | None, int | None, int]


def piled(rows: Iterable[SheetRow], people: Iterable[Person]) -> dict[tuple[str, str], Pile]:
    """Return the sheets of the people in the report, by measure and occasion."""
    inside = {person.key for person in people}
    piles: dict[tuple[str, str], Pile] = {}
    for key, measure, occasion, codes, elapsed, hours, in_place_of in rows:
        if key not in inside:
            continue
        pile = piles.get((measure, occasion))
        if pile is None:
            pile = piles[measure, occasion] = Pile()
        pile.keys.append(key)
        pile.codes.append(codes)
        pile.elapsed.append(elapsed)
        pile.hours.append(hours)
        pile.in_place_of.append(bool(in_place_of))
    return piles


def sheet_of(measure: Measure) -> Sheet:
    """Return the questions of a measure."""
    return SHEETS[measure]
