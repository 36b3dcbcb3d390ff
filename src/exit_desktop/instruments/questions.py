"""Reads one question of a definition file, with the defaults and the named sets of answers that it uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from exit_desktop.domain.answers import AnswerState, Respondent
from exit_desktop.errors import DefinitionDuplicate, DefinitionMissing, DefinitionUnknown, DefinitionWrong
from exit_desktop.instruments.conditions import read_condition
from exit_desktop.instruments.definition import MISSING, Anchors, Band, Kind, Option, Point, Question, Wording
from exit_desktop.instruments.positions import Entry, check_names

Part = TypeVar("Part")
Choice = TypeVar("Choice", bound=StrEnum)

LONGEST_ANSWER = 2000
REQUIRED = frozenset({"key", "kind", "text", "states", "respondents"})
SHARED = frozenset({"label", "short", "paper", "help", "condition", "computed", "answers"})
OF_KIND = {
    Kind.SINGLE: frozenset({"options"}),
    Kind.MULTIPLE: frozenset({"options"}),
    Kind.YES_NO: frozenset[str](),
    Kind.NUMBER: frozenset({"minimum", "maximum", "bands"}),
    Kind.TEXT: frozenset({"maximum"}),
    Kind.SCALE: frozenset({"minimum", "maximum", "points", "anchors"}),
}
NEEDED = {
    Kind.SINGLE: ("options",),
    Kind.MULTIPLE: ("options",),
    Kind.YES_NO: (),
    Kind.NUMBER: ("minimum", "maximum"),
    Kind.TEXT: (),
    Kind.SCALE: ("minimum", "maximum"),
}
NO_NAMES = frozenset[str]()
WORDING = frozenset({"da", "en"})


def read_wording(entry: Entry) -> Wording:
    """Return a text that stands in both languages."""
    names = entry.mapping()
    check_names(entry, names, WORDING, NO_NAMES)
    return Wording(names["da"].text(), names["en"].text())


class QuestionReader:
    """Reads the questions of one file in order, so that a condition can name only what came before."""

    def __init__(self, defaults: Mapping[str, Entry], sets: Mapping[str, Mapping[str, Entry]]) -> None:
        self._defaults = defaults
        self._sets = sets
        self._earlier: dict[str, Question] = {}
        for name, entry in defaults.items():
            if name not in ("states", "respondents", "help"):
                entry.refuse(DefinitionUnknown, name)

    def read(self, entry: Entry) -> Question:
        """Return the question that stands here."""
        names = self._with_defaults(entry)
        if "kind" not in names:
            entry.refuse(DefinitionMissing, "kind")
        kind = names["kind"].one_of(Kind)
        check_names(entry, names, REQUIRED, SHARED | OF_KIND[kind])
        check_names(entry, names, frozenset(NEEDED[kind]), frozenset(names))
        key = names["key"].key()
        if key in self._earlier:
            names["key"].refuse(DefinitionDuplicate, key)
        question = self._question(kind, names)
        self._earlier[key] = question
        return question

    def _with_defaults(self, entry: Entry) -> dict[str, Entry]:
        own = entry.mapping()
        if "answers" not in own:
            return {**self._defaults, **own}
        name = own["answers"].key()
        if name not in self._sets:
            own["answers"].refuse(DefinitionUnknown, name)
        return {**self._defaults, **self._sets[name], **own}

    def _question(self, kind: Kind, names: Mapping[str, Entry]) -> Question:
        text = read_wording(names["text"])
        label = _optional(names, "label", read_wording) or text
        short = _optional(names, "short", read_wording) or label
        minimum, maximum = _limits(kind, names)
        return Question(
            key=names["key"].key(),
            kind=kind,
            text=text,
            label=label,
            short=short,
            paper=_optional(names, "paper", read_wording) or short,
            help=_optional(names, "help", read_wording),
            options=_optional(names, "options", _options) or (),
            points=_points(names["points"], minimum, maximum) if "points" in names else (),
            bands=_optional(names, "bands", _bands) or (),
            anchors=_optional(names, "anchors", _anchors),
            minimum=minimum,
            maximum=maximum,
            condition=read_condition(names["condition"], self._earlier) if "condition" in names else None,
            states=_members(names["states"], AnswerState),
            respondents=_members(names["respondents"], Respondent),
            computed=_optional(names, "computed", Entry.key) or "",
        )


def _optional(names: Mapping[str, Entry], name: str, read: Callable[[Entry], Part]) -> Part | None:
    return read(names[name]) if name in names else None


def _limits(kind: Kind, names: Mapping[str, Entry]) -> tuple[int, int]:
    if kind not in (Kind.NUMBER, Kind.SCALE, Kind.TEXT):
        return 0, 0
    minimum = names["minimum"].number() if "minimum" in names else 0
    maximum = names["maximum"].number() if "maximum" in names else LONGEST_ANSWER
    widest = {Kind.SCALE: 10, Kind.TEXT: LONGEST_ANSWER}.get(kind, 1_000_000)
    if not minimum < maximum <= minimum + widest:
        names["maximum"].refuse(DefinitionWrong, "maximum")
    return minimum, maximum


def _members(entry: Entry, choices: type[Choice]) -> tuple[Choice, ...]:
    found: list[Choice] = []
    for item in entry.items():
        member = item.one_of(choices)
        if member in found:
            item.refuse(DefinitionDuplicate, str(member.value))
        if member is AnswerState.ANSWERED:
            item.refuse(DefinitionWrong, str(member.value))
        found.append(member)
    return tuple(found)


def _options(entry: Entry) -> tuple[Option, ...]:
    options: dict[str, Option] = {}
    for item in entry.items():
        option = _option(item)
        if option.key in options:
            item.refuse(DefinitionDuplicate, option.key)
        options[option.key] = option
    for item, option in zip(entry.items(), options.values(), strict=True):
        if option.reports_as not in ("", MISSING, *options):
            item.refuse(DefinitionWrong, option.reports_as)
    return tuple(options.values())


def _option(entry: Entry) -> Option:
    names = entry.mapping()
    allowed = frozenset({"none_of_these", "own_words", "reports_as", "guidance"})
    check_names(entry, names, frozenset({"key", "text"}), allowed)
    return Option(
        key=names["key"].key(),
        text=read_wording(names["text"]),
        none_of_these=_optional(names, "none_of_these", Entry.flag) or False,
        own_words=_optional(names, "own_words", Entry.flag) or False,
        reports_as=_optional(names, "reports_as", Entry.key) or "",
        guidance=_optional(names, "guidance", read_wording),
    )


def _points(entry: Entry, minimum: int, maximum: int) -> tuple[Point, ...]:
    points: list[Point] = []
    for item in entry.items():
        names = item.mapping()
        check_names(item, names, frozenset({"value", "text"}), NO_NAMES)
        points.append(Point(names["value"].number(), read_wording(names["text"])))
    if sorted(point.value for point in points) != list(range(minimum, maximum + 1)):
        entry.refuse(DefinitionWrong, "points")
    return tuple(points)


def _bands(entry: Entry) -> tuple[Band, ...]:
    bands: list[Band] = []
    for item in entry.items():
        names = item.mapping()
        check_names(item, names, frozenset({"key", "text", "lowest", "highest"}), NO_NAMES)
        lowest, highest = names["lowest"].number(), names["highest"].number()
        band = Band(names["key"].key(), read_wording(names["text"]), lowest, highest)
        if any(band.key == other.key for other in bands):
            item.refuse(DefinitionDuplicate, band.key)
        if band.lowest > band.highest or (bands and band.lowest <= bands[-1].highest):
            item.refuse(DefinitionWrong, band.key)
        bands.append(band)
    return tuple(bands)


def _anchors(entry: Entry) -> Anchors:
    names = entry.mapping()
    check_names(entry, names, frozenset({"lowest", "highest"}), NO_NAMES)
    return Anchors(read_wording(names["lowest"]), read_wording(names["highest"]))
