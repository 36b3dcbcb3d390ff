"""Counts the made-up set straight from its documents, in plain Python and without any code that makes the report."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from evaluation.published.courses import published_courses, published_enquiries
from evaluation.published.figures import AREAS
from exit_desktop.domain.answers import Value
from exit_desktop.domain.calendar import ClosingKind, add_months
from exit_desktop.domain.courses import Course

Counted = tuple[int, int]
"""How many, of how many who answered."""
COURSES = tuple(one.course for one in published_courses())
WHO5 = ("cheerful", "calm", "active", "rested", "interested")
FOLDED = {
    "with_acquaintances": "homeless",
    "shelter": "homeless",
    "crisis_centre": "homeless",
    "street": "homeless",
}
BANDS = {"from_18_to_30": (18, 30), "from_31_to_40": (31, 40), "from_41_to_50": (41, 50)}
MONTHS = {"from_3_to_4": (3, 4), "from_5_to_6": (5, 6), "from_10_to_11": (10, 11), "from_12_to_13": (12, 13)}


def answers(course: Course, instrument: str, occasion: str = "") -> dict[str, Value]:
    """Return what was answered in an instrument at an occasion, by question."""
    return {
        answer.question: answer.value
        for submission in course.submissions
        if submission.occasion == (occasion or None)
        for answer in submission.answers
        if answer.instrument == instrument and answer.has_value
    }


def status(course: Course) -> dict[str, Value]:
    """Return the status block of the start; without a start form, that of the first ongoing form."""
    has_form = any(part.instrument == "start_form" for s in course.submissions for part in s.parts)
    return answers(course, "start_form", "m00") if has_form else answers(course, "ongoing_form", "m02")


def _of(values: Iterable[Value], hit: Callable[[Value], bool]) -> Counted:
    told = [value for value in values if value is not None]
    return sum(1 for value in told if hit(value)), len(told)


def share(table: str, row: str, column: str) -> Counted:
    """Return what the documents say of a published share."""
    return _TABLES[table](row, column)


def _forms(row: str, column: str) -> Counted:
    return sum(1 for course in COURSES if _has(course, row, column)), len(COURSES)


def _has(course: Course, instrument: str, occasion: str) -> bool:
    return any(s.occasion == occasion and any(p.instrument == instrument for p in s.parts) for s in course.submissions)


def _town(row: str, column: str) -> Counted:
    ended = [bool(one.course.calendar.closings) == (column == "closed") for one in published_courses()]
    here = [one.project == row for one in published_courses()]
    return sum(e and h for e, h in zip(ended, here, strict=True)), sum(ended)


def _enquiry(question: str) -> Callable[[str, str], Counted]:
    def count(row: str, _column: str) -> Counted:
        told = [e.answer(question) for e in published_enquiries()]
        return _of((a.value if a and a.has_value else None for a in told), lambda value: value == row)

    return count


def _sent_on(row: str, _column: str) -> Counted:
    yes = sum(enquiry.helped_on for enquiry in published_enquiries())
    return (yes if row == "yes" else len(published_enquiries()) - yes), len(published_enquiries())


def _registered(question: str) -> Callable[[str, str], Counted]:
    def count(row: str, _column: str) -> Counted:
        told = (answers(course, "registration").get(question) for course in COURSES)
        folded = {"none": "grades_1_to_6"} if question == "school" else {}
        return _of(told, lambda value: _is(value, row, folded))

    return count


def _is(value: Value, row: str, folded: dict[str, str]) -> bool:
    if isinstance(value, tuple):
        return row in value
    if row in BANDS and isinstance(value, int):
        return BANDS[row][0] <= value <= BANDS[row][1]
    return folded.get(str(value), value) == row


def _status(question: str = "") -> Callable[[str, str], Counted]:
    def count(row: str, _column: str) -> Counted:
        told = (status(course).get(question or row) for course in COURSES)
        return _of(told, lambda value: _is(value, row, FOLDED) if question else value is True)

    return count


def _services_of_start_forms(row: str, _column: str) -> Counted:
    told = (answers(course, "start_form", "m00").get("services_now") for course in COURSES)
    return _of(told, lambda value: _is(value, row, {}))


def _not_within_a_year(_row: str, _column: str) -> Counted:
    said = [answers(course, "registration") for course in COURSES]
    return _of((s.get("last_sale") for s in said if s["goal"] == "better_conditions"), lambda v: v != "under_one_year")


def _selling(_row: str, column: str) -> Counted:
    return _of((answers(c, "selling", column).get("paid_last_month") for c in COURSES), lambda value: value is True)


def _paid_or_considered(_row: str, column: str) -> Counted:
    said = [answers(course, "selling", column) for course in COURSES]
    return _of(
        (
            one.get("considered_last_month") if one.get("paid_last_month") is False else one.get("paid_last_month")
            for one in said
        ),
        lambda value: value is True,
    )


def _motivation(row: str, _column: str) -> Counted:
    told = (answers(c, "selling", at).get("motivation") for c in COURSES for at in ("m00", "m02", "m04", "m06"))
    return _of(told, lambda value: _is(value, row, {}))


def _sums(instrument: str, keys: tuple[str, ...], occasion: str) -> list[int | None]:
    made: list[int | None] = []
    for course in COURSES:
        values = [value for key in keys if isinstance(value := answers(course, instrument, occasion).get(key), int)]
        made.append(sum(values) if len(values) == len(keys) else None)
    return made


def _risk(_row: str, column: str) -> Counted:
    return _of(_sums("who5", WHO5, column), lambda raw: isinstance(raw, int) and 4 * raw < 50)


def _improved(_row: str, column: str) -> Counted:
    both = [
        (before, after)
        for before, after in zip(_sums("who5", WHO5, "m00"), _sums("who5", WHO5, column), strict=True)
        if before is not None and after is not None
    ]
    return sum(after > before and 10 * (after - before) >= before for before, after in both), len(both)


def _classes(row: str, column: str) -> Counted:
    ends = {"regression": (-99, -3), "no_change": (-2, 2), "moderate": (3, 10), "substantial": (11, 99)}
    both = zip(_sums("life_situation", AREAS, "m00"), _sums("life_situation", AREAS, column), strict=True)
    rises = [after - before for before, after in both if before is not None and after is not None]
    return sum(ends[row][0] <= rise <= ends[row][1] for rise in rises), len(rises)


def _closed(kind: str = "") -> list[Course]:
    return [c for c in COURSES if c.calendar.closings and kind in ("", c.calendar.closings[0].kind)]


def _ends(row: str, _column: str) -> Counted:
    return len(_closed(row)), len(_closed())


def _months(row: str, column: str) -> Counted:
    ran = [_whole_months(course) for course in _closed(column)]
    return sum(MONTHS[row][0] <= one <= MONTHS[row][1] for one in ran), len(ran)


def _whole_months(course: Course) -> int:
    start, end = course.calendar.start, course.calendar.closings[0].on
    assert start is not None
    return max(n for n in range(30) if add_months(start, n) <= end)


def _reasons(row: str, _column: str) -> Counted:
    return _of((c.calendar.closings[0].reason for c in _closed(ClosingKind.EARLY)), lambda reason: reason == row)


def _services_at_end(row: str, _column: str) -> Counted:
    told = (answers(course, "closing_form", "end").get("services_now") for course in _closed())
    return _of(told, lambda value: _is(value, row, {}))


def _plan(row: str, column: str) -> Counted:
    told = (answers(c, "ongoing_form", at).get(row) for c in COURSES for at in column.split("_and_"))
    return _of(told, lambda value: value is True)


def ongoing(question: str, row: str, column: str) -> Counted:
    """Return how many said this in the ongoing form of an occasion."""
    return _of((answers(c, "ongoing_form", column).get(question) for c in COURSES), lambda value: value == row)


_TABLES: dict[str, Callable[[str, str], Counted]] = {
    "3.2": _forms,
    "4.1": _town,
    "4.2a": _enquiry("gender"),
    "4.2b": _enquiry("citizenship"),
    "4.2c": _sent_on,
    "4.3a": _registered("goal"),
    "4.3b": _not_within_a_year,
    "4.4a": _registered("gender"),
    "4.4b": _registered("citizenship"),
    "4.4c": _registered("age"),
    "4.5a": _registered("school"),
    "4.5b": _registered("qualifying_education"),
    "4.6a": _registered("first_sale"),
    "4.6b": _registered("last_sale"),
    "4.7a": _registered("arena"),
    "4.7b": _registered("payment"),
    "4.8": _services_of_start_forms,
    "4.9": _status(),
    "4.10a": _status("income_source"),
    "4.10b": _status("employment"),
    "4.11a": _status(),
    "4.11b": _status(),
    "4.12": _status("housing"),
    "F4.1": _status("trouble_paying_housing"),
    "4.13a": _status("mental_difficulties"),
    "4.13b": _status(),
    "4.14a": _status(),
    "4.14b": _status(),
    "F4.2": _status("weak_network"),
    "4.15a": _status(),
    "4.15b": _status(),
    "F5.2": _risk,
    "F5.3": _improved,
    "F5.4": _selling,
    "F5.5": _paid_or_considered,
    "5.1p": _motivation,
    "5.2": _classes,
    "6.2a": _ends,
    "6.2b": _months,
    "6.2c": _reasons,
    "6.3": _services_at_end,
    "6.4": _plan,
    "6.4p": _plan,
}


def mean(table: str, row: str, column: str) -> tuple[Fraction, int]:
    """Return the mean and how many it is of."""
    if table in ("5.3", "F5.7"):
        values = _sums("life_situation", (row,), column)
        return _mean([value for value in values if value is not None])
    if table == "5.3d":
        before, _ = mean("5.3", row, "m00")
        after, people = mean("5.3", row, column)
        return after - before, people
    if table == "F5.1":
        return _mean([4 * raw for raw in _sums("who5", WHO5, column) if raw is not None])
    if table == "F5.6":
        of_ten, people = _mean([one for one in _sums("life_situation", AREAS, column) if one is not None])
        return of_ten / 10, people
    if table == "F6.3":
        return _mean([hours for hours in map(_hours, COURSES, [column] * len(COURSES)) if hours and hours <= 39])
    return _mean([_until(course, row) for course in COURSES if _until(course, row)])


def _mean(values: list[int] | list[Fraction]) -> tuple[Fraction, int]:
    return Fraction(sum(values)) / len(values), len(values)


def _hours(course: Course, occasion: str) -> int:
    told = answers(course, "ongoing_form", occasion)
    return sum(value for key, value in told.items() if key.startswith("hours_") and isinstance(value, int))


def _until(course: Course, row: str) -> Fraction:
    """Return the months until a change of phase: whole months, and the days over as a part of the month under way."""
    phase = 2 if row == "to_phase_two" else 3
    on = next((step.on for step in course.calendar.transitions if step.to_phase == phase), None)
    start = course.calendar.start
    if on is None or start is None:
        return Fraction(0)
    whole = max(n for n in range(30) if add_months(start, n) <= on)
    begun, after = add_months(start, whole), add_months(start, whole + 1)
    return whole + Fraction((on - begun).days, (after - begun).days)
