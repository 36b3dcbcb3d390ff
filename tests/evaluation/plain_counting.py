"""The tables counted a second way: plain loops over the coded documents and the instrument files, no sheets, no rows.

Nothing is taken from `evaluation` but what a report is asked for.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from dateutil.relativedelta import relativedelta

from exit_desktop.domain.answers import AnswerState
from exit_desktop.domain.calendar import Calendar, MarkKind, Replan, planned_marks
from exit_desktop.domain.scoring import change_class, who5_improvement
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.exchange.coded import CodedClosing, CodedCourse, CodedPart, CodedSubmission
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.definition import Question
from exit_desktop.system.resources import resource_folder

Said = dict[str, Any]
"""What was answered by question; a question without an answer, for whatever reason, is not in it."""
Told = dict[tuple[str, str], tuple[int, int, int, Fraction | None]]
"""Count, answered, missing and the sum of a mean, by row and column."""

CATALOGUE = Catalogue(resource_folder("instruments"))
BETWEEN = ("m02", "m04", "m06", "m08", "m10")
LATER = (*BETWEEN, "end", "end_early")
ALL = ("m00", *LATER)
AREAS = [question.key for question in CATALOGUE.get("life_situation").questions]
ITEMS = [question.key for question in CATALOGUE.get("who5").questions]


@dataclass
class One:
    """A course as it stood on the reporting date."""

    course: CodedCourse
    ended: CodedClosing | None
    sittings: dict[tuple[str, str], tuple[CodedSubmission, Said]]
    from_ongoing: bool

    def said(self, instrument: str, occasion: str) -> Said | None:
        """What counts of an instrument at an occasion."""
        found = self.sittings.get((instrument, occasion))
        return None if found is None else found[1]


def as_it_stood(course: CodedCourse, on: date) -> One:
    """Look at a course with what was known by the end of a day."""
    again = {closing.reopened_on for closing in course.closings if closing.reopened_on and closing.reopened_on <= on}
    ended = [c for c in course.closings if c.on <= on and (c.reopened_on is None or c.reopened_on > on)]
    standing = max(ended, key=lambda c: c.on) if ended else None
    best: dict[tuple[str, str], tuple[tuple[date, date, int], CodedSubmission, Said]] = {}
    for number, sitting in enumerate(course.submissions):
        for part in sitting.parts:
            at = _occasion(sitting, part, standing, again)
            if at is None or max(sitting.held_on, _finished(sitting)) > on:
                continue
            said = _said(part)
            if sitting.kind == "reading" and not said:
                continue
            rank = (sitting.held_on, _finished(sitting), number)
            if (part.instrument, at) not in best or best[part.instrument, at][0] < rank:
                best[part.instrument, at] = (rank, sitting, said)
    sittings = {place: (sitting, said) for place, (_, sitting, said) in best.items()}
    instead = ("start_form", "m00") not in sittings and ("ongoing_form", "m02") in sittings
    first = sittings.get(("ongoing_form", "m02") if instead else ("start_form", "m00"))
    if first:
        sittings["status", "m00"] = first
    return One(course, standing, sittings, instead)


def _finished(sitting: CodedSubmission) -> date:
    return sitting.finished_on or sitting.held_on


def _occasion(sitting: CodedSubmission, part: CodedPart, standing: CodedClosing | None, again: set[date]) -> str | None:
    if part.instrument == "registration":
        return "m00"
    if sitting.finished_on is None or (sitting.kind == "reading" and sitting.made_by == "worker_alone"):
        return None
    if sitting.occasion in (None, "extra"):
        return None
    if sitting.occasion != "end":
        return str(sitting.occasion)
    if standing is None or any(sitting.finished_on < day for day in again):
        return None
    return "end" if standing.kind == "full" else "end_early"


def _said(part: CodedPart) -> Said:
    instrument = CATALOGUE.get(part.instrument)
    said: Said = {}
    for answer in part.answers:
        question = instrument.question(answer.question)
        assert question is not None
        if answer.state is not AnswerState.ANSWERED or answer.respondent is not question.asked_of:
            continue
        value: Any = answer.value
        option = question.option(value) if isinstance(value, str) else None
        if option is not None and option.reports_as:
            value = option.reports_as
        if value != "missing":
            said[answer.question] = value
    return said


class Plain:
    """Counts every table of the people of one report."""

    def __init__(self, courses: Iterable[CodedCourse], choices: ReportChoices) -> None:
        self.on = choices.on
        self.rule = choices.who5
        started = [as_it_stood(c, choices.on) for c in courses if c.start and _chosen(c, choices)]
        started = [one for one in started if not choices.goal or _goal(one) == choices.goal]
        self.registered = len(started)
        self.people = [one for one in started if one.said("life_situation", "m00") is not None]
        self.tables: dict[str, Told] = {}
        self._made()
        self._background()
        self._needs()
        self._outcomes()
        self._method()

    def one_of(self, key: str, instrument: str, question: str, columns: Iterable[str] = ("m00",), **kw: Any) -> None:
        """A question with one answer."""
        rows = _options(instrument, question)
        self.put(key, rows, columns, lambda said, row: said.get(question) == row, question, instrument, **kw)

    def several(self, key: str, instrument: str, question: str, columns: Iterable[str] = ("m00",), **kw: Any) -> None:
        """A question with several answers."""
        rows = [option.key for option in _question(instrument, question).options]
        self.put(key, rows, columns, lambda said, row: row in said.get(question, ()), question, instrument, **kw)

    def yes(
        self, key: str, instrument: str, questions: Iterable[str], columns: Iterable[str] = ("m00",), **kw: Any
    ) -> None:
        """Questions of yes or no, a row each."""
        for question in questions:
            self.put(key, [question], columns, lambda said, row: said.get(row) is True, question, instrument, **kw)

    def put(  # noqa: PLR0917 - as many as a question has sides
        self,
        key: str,
        rows: Iterable[str],
        columns: Iterable[str],
        holds: Callable[[Said, str], bool],
        question: str,
        instrument: str,
        only_if: Callable[[Said], bool] | None = None,
    ) -> None:
        """Count rows of one question among those of whom it was asked."""
        table = self.tables.setdefault(key, {})
        for column in columns:
            there = [said for one in self.people if (said := one.said(instrument, column)) is not None]
            asked = len(self.people) if only_if is None else sum(1 for said in there if only_if(said))
            told = [said for said in there if question in said and (only_if is None or only_if(said))]
            for row in rows:
                count = sum(1 for said in told if holds(said, row))
                table[row, column] = (count, len(told), asked - len(told), None)

    def cell(self, key: str, row: str, column: str, held: list[bool], of_whom: int) -> None:
        """A share."""
        self.tables.setdefault(key, {})[row, column] = (sum(held), len(held), of_whom - len(held), None)

    def mean(self, key: str, row: str, column: str, values: list[Fraction]) -> None:
        """A mean."""
        told = (len(values), len(values), len(self.people) - len(values), sum(values, Fraction(0)))
        self.tables.setdefault(key, {})[row, column] = told

    def _made(self) -> None:
        for row in ("life_situation", "who5", "selling", "registration", "start_form", "ongoing_form", "closing_form"):
            for at in ALL:
                there = sum(1 for one in self.people if (row, at) in one.sittings)
                if at == "end":
                    there += sum(1 for one in self.people if (row, "end_early") in one.sittings)
                people = len(self.people) if at in _POSSIBLE.get(row, ALL) else 0
                self.tables.setdefault("3.2", {})[row, at] = (there, people, 0, None)
        for at in (*BETWEEN, "end"):
            fates = [fate for one in self.people if (fate := self._fate(one, at))]
            for fate in ("made", "not_yet", "ended_before", "missed"):
                self.cell("3.2b", fate, at, [mine == fate for mine in fates], len(fates))

    def _background(self) -> None:
        self.tables["4.1"] = {}
        for project in {one.course.project for one in self.people}:
            for column, closed in (("closed", True), ("active", False)):
                there = [one.course.project == project for one in self.people if (one.ended is not None) is closed]
                self.cell("4.1", project, column, there, len(there))
        for key, question in (
            ("4.3a", "goal"),
            ("4.4a", "gender"),
            ("4.4b", "citizenship"),
            ("4.4c", "age"),
            ("4.5a", "school"),
            ("4.5b", "qualifying_education"),
            ("4.6a", "first_sale"),
            ("4.6b", "last_sale"),
            ("4.16", "heard_from"),
        ):
            self.one_of(key, "registration", question)
        self.several("4.7a", "registration", "arena")
        self.several("4.7b", "registration", "payment")
        better = [one.said("registration", "m00") or {} for one in self.people if _goal(one) == "better_conditions"]
        last = [said["last_sale"] != "under_one_year" for said in better if "last_sale" in said]
        self.cell("4.3b", "not_within_a_year", "m00", last, len(better))

    def _fate(self, one: One, at: str) -> str:
        if ("life_situation", at) in one.sittings or (at == "end" and ("life_situation", "end_early") in one.sittings):
            return "made"
        course = one.course
        replans = tuple(Replan("", r.made_on, r.from_on, r.days) for r in course.replans if r.made_on <= self.on)
        calendar = Calendar(course.orientation_on, course.start, course.phase_months, replans=replans)
        due = {m.occasion: m.on for m in planned_marks(calendar) if m.kind is MarkKind.READING}.get(at)  # type: ignore[call-overload]  # a member is its text
        if due is None:
            return ""
        if at == "end":
            return "not_yet" if one.ended is None else "missed"
        if one.ended and one.ended.on < due:
            return "ended_before"
        return "not_yet" if due > self.on else "missed"

    def _needs(self) -> None:
        indebted, misusing = (lambda said: said.get("has_debt") is True), (lambda said: said.get("misuse") is True)
        self.several("4.8", "start_form", "services_now")
        keys = [question.key for question in CATALOGUE.get("start_form").questions]
        self.yes("4.9", "status", [key for key in keys if key.startswith("wants_help_")])
        self.several("4.10a", "status", "income_source")
        self.one_of("4.10b", "status", "employment")
        self.yes("4.11a", "status", ["has_debt"])
        self.yes("4.11b", "status", [key for key in keys if key.startswith("debt_to_")], only_if=indebted)
        self.one_of("4.12", "status", "housing")
        self.one_of("F4.1", "status", "trouble_paying_housing")
        self.several("4.13a", "status", "mental_difficulties")
        self.yes("4.13b", "status", ["in_mental_treatment", "physical_problem"])
        self.yes("4.14a", "status", ["misuse"])
        self.yes("4.14b", "status", [key for key in keys if key.startswith("misuse_")], only_if=misusing)
        self.one_of("F4.2", "status", "weak_network")
        self.yes("4.15a", "status", ["partner", "children"])
        self.yes("4.15b", "status", [key for key in keys if key.startswith("knows_")])

    def _outcomes(self) -> None:
        self.yes("F5.4", "selling", ["paid_last_month"], ALL)
        self.several("5.1", "selling", "motivation", ALL, only_if=lambda said: said.get("paid_last_month") is True)
        self._selling()
        self._scores("F5.1", "who5_index", ("who5", ITEMS), Fraction(4))
        self._scores("F5.6", "ten_areas", ("life_situation", AREAS), Fraction(1, 10))
        for at in ALL:
            raw = [sum(v) for one in self.people if (v := _scores_of(one, "who5", ITEMS, at))]
            self.cell("F5.2", "at_risk", at, [4 * score < 50 for score in raw], len(self.people))
        for at in LATER:
            self._changes(at)
            for area in AREAS:
                self._area(area, at)
        for area in AREAS:
            values = [Fraction(v[0]) for one in self.people if (v := _scores_of(one, "life_situation", [area], "m00"))]
            self.mean("5.3", area, "m00", values)
            for at in ("m00", "m06"):
                self.tables.setdefault("F5.7", {})[area, at] = self.tables["5.3"][area, at]

    def _selling(self) -> None:
        for column, among in (("m00_to_m06", ALL[:4]), ("all", ALL)):
            for row in {row for row, _ in self.tables["5.1"]}:
                cells = [self.tables["5.1"][row, at] for at in among]
                count, answered, missing = (sum(cell[i] or 0 for cell in cells) for i in range(3))
                self.tables.setdefault("5.1p", {})[row, column] = (int(count), int(answered), int(missing), None)
        for at in ALL:
            selling = [said for one in self.people if (said := one.said("selling", at)) is not None]
            either = [
                said["paid_last_month"] or said["considered_last_month"]
                for said in selling
                if said.get("paid_last_month") is True
                or (said.get("paid_last_month") is False and "considered_last_month" in said)
            ]
            self.cell("F5.5", "paid_or_considered", at, either, len(self.people))

    def _scores(self, key: str, row: str, what: tuple[str, list[str]], unit: Fraction) -> None:
        for at in ALL:
            there = [v for one in self.people if (v := _scores_of(one, *what, at))]
            self.mean(key, row, at, [sum(v) * unit for v in there])
        for at in LATER:
            both = [
                (sum(a) * unit, sum(b) * unit)
                for one in self.people
                if (a := _scores_of(one, *what, "m00")) and (b := _scores_of(one, *what, at))
            ]
            self.mean(f"{key}p", "start", at, [a for a, _ in both])
            self.mean(f"{key}p", "later", at, [b for _, b in both])
            self.mean(f"{key}p", "change", at, [b - a for a, b in both])

    def _changes(self, at: str) -> None:
        for key, what in (("F5.3", ("who5", ITEMS)), ("5.2", ("life_situation", AREAS))):
            found = []
            for one in self.people:
                start, later = _scores_of(one, *what, "m00"), _scores_of(one, *what, at)
                if start and later:
                    a, b = sum(start), sum(later)
                    found.append(str(who5_improvement(a, b, self.rule) if key == "F5.3" else change_class(b - a)))
            rows = ("improved", "not_improved", "at_ceiling") if key == "F5.3" else _CLASSES
            for row in rows:
                self.cell(key, row, at, [one == row for one in found], len(self.people))

    def _area(self, area: str, at: str) -> None:
        of = "life_situation"
        start = [v[0] for one in self.people if (v := _scores_of(one, of, [area], "m00"))]
        later = [v[0] for one in self.people if (v := _scores_of(one, of, [area], at))]
        self.mean("5.3", area, at, [Fraction(v) for v in later])
        few = min(len(start), len(later))
        apart = Fraction(sum(later), len(later)) - Fraction(sum(start), len(start)) if few else Fraction(0)
        more = (len(self.people) - few) if few else len(self.people) - len(later)
        self.tables.setdefault("5.3d", {})[area, at] = (few, few, more, apart * few)
        both = [
            Fraction(b[0] - a[0])
            for one in self.people
            if (a := _scores_of(one, of, [area], "m00")) and (b := _scores_of(one, of, [area], at))
        ]
        self.mean("5.3p", area, at, both)

    def _method(self) -> None:
        for row, at, phase in (("to_phase_two", "m04", 2), ("to_phase_three", "m08", 3)):
            forms = [(o, o.sittings["ongoing_form", at]) for o in self.people if ("ongoing_form", at) in o.sittings]
            self.mean("6.1", row, "newest_form", [_months(o.course.start, f[0].held_on) for o, f in forms])
            recorded = [
                _months(one.course.start, t.on)
                for one in self.people
                for t in one.course.transitions
                if t.to_phase == phase and t.on <= self.on
            ]
            self.mean("6.1", row, "recorded", recorded)
        self._ends()
        self.yes("6.4", "ongoing_form", ["plan_exists", "agreements_made"], BETWEEN)
        self.yes("6.4", "ongoing_form", ["citizen_took_part"], BETWEEN, only_if=_planned)
        self.yes("6.4", "ongoing_form", ["plan_evaluated", "plan_adjusted"], BETWEEN, only_if=_planned_in_two)
        cells = [self.tables["6.4"]["citizen_took_part", at] for at in ("m02", "m06")]
        pooled = tuple(sum(cell[i] or 0 for cell in cells) for i in range(3))
        self.tables["6.4p"] = {
            ("citizen_took_part", "m02_and_m06"): (int(pooled[0]), int(pooled[1]), int(pooled[2]), None)
        }
        self.one_of("F6.1", "ongoing_form", "meetings_frequency", BETWEEN)
        self.one_of("F6.2", "ongoing_form", "other_contact_frequency", BETWEEN)
        self.one_of("F6.4", "ongoing_form", "needs_met", BETWEEN, only_if=_planned)
        self.several("F6.5", "ongoing_form", "areas_worked_on", BETWEEN)
        self.several("F6.6", "ongoing_form", "activities_worked_on", BETWEEN)
        for at in BETWEEN:
            hours = [o.sittings["ongoing_form", at][0].hours for o in self.people if ("ongoing_form", at) in o.sittings]
            kept = [h for h in hours if h is not None and 1 <= h <= 39]
            self.mean("F6.3", "hours", at, [Fraction(h) for h in kept])
            fates = ["not_filled_in" if h is None else "counted" if 1 <= h <= 39 else "left_out" for h in hours]
            for fate in ("counted", "left_out", "not_filled_in"):
                self.cell("F6.3b", fate, at, [one == fate for one in fates], len(self.people))

    def _ends(self) -> None:
        closed = [(one, one.ended) for one in self.people if one.ended]
        kinds = ["full" if end.kind == "full" else "early" for _, end in closed]
        for kind in ("full", "early"):
            self.cell("6.2a", kind, "all", [one == kind for one in kinds], len(kinds))
            mine = [(one, end) for (one, end), own in zip(closed, kinds, strict=True) if own == kind]
            months = [int(_months(one.course.start, end.on)) for one, end in mine]
            for row, low, high in _BANDS:
                self.cell("6.2b", row, kind, [low <= month <= high for month in months], len(months))
        early = [end.reason for (_, end), kind in zip(closed, kinds, strict=True) if kind == "early"]
        for reason in ("no_longer_needed", "citizens_wish", "lost_contact", "other"):
            self.cell("6.2c", reason, "early", [one == reason for one in early if one], len(early))
        for column, among in (("all", ("full", "early")), ("end", ("full",)), ("end_early", ("early",))):
            theirs = [one for (one, _), kind in zip(closed, kinds, strict=True) if kind in among]
            said = [one.said("closing_form", "end") or one.said("closing_form", "end_early") or {} for one in theirs]
            told = [one["services_now"] for one in said if "services_now" in one]
            for option in _question("closing_form", "services_now").options:
                self.cell("6.3", option.key, column, [option.key in one for one in told], len(theirs))


_POSSIBLE = {"registration": ("m00",), "start_form": ("m00",), "ongoing_form": BETWEEN, "closing_form": ALL[-2:]}
_CLASSES = ("regression", "no_change", "moderate", "substantial")
_BANDS = (
    ("under_3", 0, 2),
    ("from_3_to_4", 3, 4),
    ("from_5_to_6", 5, 6),
    ("from_7_to_9", 7, 9),
    ("from_10_to_11", 10, 11),
    ("from_12_to_13", 12, 13),
    ("over_13", 14, 999),
)


def _planned(said: Said) -> bool:
    return said.get("plan_exists") is True


def _planned_in_two(said: Said) -> bool:
    return _planned(said) and said.get("phase", 0) >= 2


def _chosen(course: CodedCourse, choices: ReportChoices) -> bool:
    assert course.start is not None
    mine = not choices.workers or course.worker in choices.workers
    here = not choices.projects or course.project in choices.projects
    return mine and here and choices.first <= course.start <= min(choices.last, choices.on)


def _goal(one: One) -> str | None:
    return (one.said("registration", "m00") or {}).get("goal")


def _question(instrument: str, key: str) -> Question:
    question = CATALOGUE.get("start_form" if instrument == "status" else instrument).question(key)
    assert question is not None
    return question


def _options(instrument: str, key: str) -> list[str]:
    question = _question(instrument, key)
    return [band.key for band in question.bands] or [o.key for o in question.options if not o.reports_as]


def _scores_of(one: One, instrument: str, keys: list[str], occasion: str) -> list[int] | None:
    said = one.said(instrument, occasion) or {}
    return [said[key] for key in keys] if all(key in said for key in keys) else None


def _months(start: date | None, on: date) -> Fraction:
    assert start is not None
    months = 0
    while start + relativedelta(months=months + 1) <= on:
        months += 1
    first, last = start + relativedelta(months=months), start + relativedelta(months=months + 1)
    return months + Fraction(max(0, (on - first).days), (last - first).days)
