"""The lines of a dump at the border: written in one spelling, read strictly, each named by its number when refused.

A key that means nothing here is refused rather than passed over: in a file edited by hand it is a slip of the pen, and
what was meant would be lost without a word.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, TypeVar

import msgspec

from exit_desktop.domain.calendar import Calendar, Closing, ClosingKind, Phase, check_day, planned_marks
from exit_desktop.domain.citizens import LONGEST_ALIAS, tidy_alias
from exit_desktop.domain.contacts import MINUTES_OF_A_DAY, WorkEntry
from exit_desktop.domain.courses import COURSE_SCHEMA, Course
from exit_desktop.domain.directory import Service
from exit_desktop.domain.network import STRONGEST, WEAKEST
from exit_desktop.domain.not_started import NOT_STARTED, Enquiry
from exit_desktop.domain.steps import LONGEST_REPLAN, PHASE_LENGTHS
from exit_desktop.errors import DateNotPossible, DumpLineNewer, DumpLineWrong, ServiceUnnamed, TextTooLong
from exit_desktop.exchange.canonical import canonical_json, keys_known
from exit_desktop.services.service_list import tidy_service
from exit_desktop.vault.worker import WorkerDetails

_ID = re.compile(r"[0-9a-f]{32}")
_IDS = frozenset({"id", "wire_id"})
_LANGUAGES = ("da", "en")
_LONGEST_UNIT = 40
LONGEST_PROJECT = 120
# What the fields of the window refuse, no line brings in either.
_REFUSED = (DateNotPossible, ServiceUnnamed, TextTooLong)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class InstrumentBody:
    """The bytes of one version of an instrument, as base64."""

    name: str
    version: int
    definition: str

    def content(self) -> bytes:
        """Return the bytes; raises ValueError."""
        return base64.b64decode(self.definition, validate=True)


@dataclass(frozen=True, slots=True)
class SettingBody:
    """A setting of the vault."""

    name: str
    value: str


Body = Course | Enquiry | InstrumentBody | Service | SettingBody | WorkEntry | WorkerDetails


@dataclass(frozen=True, slots=True)
class _Form:
    unit: str
    schema: int
    body: type[Body]


FORMS = (
    _Form("course", COURSE_SCHEMA, Course),
    _Form("instrument", 1, InstrumentBody),
    _Form("not_started", 1, Enquiry),
    _Form("service", 2, Service),
    _Form("setting", 1, SettingBody),
    _Form("work_hours", 1, WorkEntry),
    _Form("worker", 1, WorkerDetails),
)
_BY_UNIT = {form.unit: form for form in FORMS}
_BY_BODY = {form.body: form for form in FORMS}


@dataclass(frozen=True, slots=True)
class _Line:
    unit: str
    schema: int
    body: dict[str, object]


def instrument_body(name: str, version: int, content: bytes) -> InstrumentBody:
    """Return the body that carries one version of an instrument."""
    return InstrumentBody(name, version, base64.b64encode(content).decode("ascii"))


def write_line(body: Body) -> bytes:
    """Return a unit as one line of canonical JSON, with its line end."""
    form = _BY_BODY[type(body)]
    return canonical_json({"unit": form.unit, "schema": form.schema, "body": body}) + b"\n"


def read_lines(stream: IO[bytes]) -> Iterator[tuple[int, Body]]:
    """Yield the number and body of every line but empty ones. Raises DumpLineWrong, DumpLineNewer."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield number, _read_line(line, number)


def _read_line(line: bytes, number: int) -> Body:
    try:
        raw = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"), type=_Line, strict=True)
        form = _BY_UNIT.get(raw.unit)
        if form is None or raw.schema > form.schema:
            raise DumpLineNewer(line=number, unit=raw.unit[:_LONGEST_UNIT])
        return _body(raw, form)
    except (msgspec.MsgspecError, ValueError, RecursionError, OverflowError, *_REFUSED):
        raise DumpLineWrong(line=number) from None


def _body(raw: _Line, form: _Form) -> Body:
    body = msgspec.convert(raw.body, form.body)
    known = msgspec.to_builtins(body)
    if raw.schema < 1 or not keys_known(raw.body, known):
        raise ValueError
    if isinstance(body, Course):
        check_course_document(body)
    else:
        _check_ids(known)
        _check_days(msgspec.to_builtins(body, builtin_types=(date, datetime)))
    if isinstance(body, Enquiry):
        _check_enquiry(body)
    return tidy_service(body) if isinstance(body, Service) else body


def check_course_document(course: Course) -> None:
    """Hold a course from elsewhere to what could have been written here; raises ValueError, DateNotPossible."""
    _check_ids(msgspec.to_builtins(course))
    _check_days(msgspec.to_builtins(course, builtin_types=(date, datetime)))
    _check_course(course)


def _check_ids(value: object) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _IDS and not (isinstance(inner, str) and _ID.fullmatch(inner)):
                raise ValueError
            _check_ids(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check_ids(inner)


def _check_days(value: object) -> None:
    """Hold every date, wherever it stands, to what a worker may write."""
    if isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            _check_days(inner)
    elif isinstance(value, date) and not isinstance(value, datetime):
        check_day(value)


def _check_course(course: Course) -> None:
    alias, calendar = course.citizen.alias, course.calendar
    fine = (
        alias == tidy_alias(alias)
        and 1 <= len(alias) <= LONGEST_ALIAS
        and course.citizen.language in _LANGUAGES
        and min(course.ownership, course.revision) >= 1
        and calendar.phase_months in PHASE_LENGTHS
        and course.written_at.tzinfo is not None
        and _answers_have_parts(course)
        and _dates_and_numbers_fit(course)
    )
    if not fine:
        raise ValueError


def _check_enquiry(enquiry: Enquiry) -> None:
    asked = {(answer.instrument, answer.version) for answer in enquiry.answers}
    if len(asked) != 1 or asked != {(NOT_STARTED, enquiry.version)} or len(enquiry.project) > LONGEST_PROJECT:
        raise ValueError


def _dates_and_numbers_fit(course: Course) -> bool:
    minutes = (entry.minutes for contact in course.contacts for entry in contact.minutes)
    return (
        all(0 <= number <= MINUTES_OF_A_DAY for number in minutes)
        and all(pause.until_on is None or pause.until_on >= pause.from_on for pause in course.calendar.pauses)
        and all(WEAKEST <= person.strength <= STRONGEST and person.role.strip() for person in course.network)
        and _transitions_follow(course.calendar)
        and _replans_fit(course.calendar)
        and sum(closing.reopened_on is None for closing in course.calendar.closings) <= 1
        and all(_closing_fits(closing, course.calendar.start is not None) for closing in course.calendar.closings)
    )


def _transitions_follow(calendar: Calendar) -> bool:
    """Tell whether the phases come one after the other, as they are recorded; none before the start."""
    steps = sorted(calendar.transitions, key=lambda step: step.to_phase)
    days = [calendar.start or date.max, *(step.on for step in steps)]
    phases = (Phase.TWO, Phase.THREE)[: len(steps)]
    return tuple(step.to_phase for step in steps) == phases and (not steps or days == sorted(days))


def _replans_fit(calendar: Calendar) -> bool:
    if any(abs(replan.days) > LONGEST_REPLAN for replan in calendar.replans):
        return False
    for mark in planned_marks(calendar) if calendar.replans else ():
        check_day(mark.on)
    return True


def _closing_fits(closing: Closing, started: bool) -> bool:
    """Tell whether a course could have been closed so; one that was reopened may have been started since."""
    not_started = closing.kind is ClosingKind.NOT_STARTED
    could_be = not_started != started or (not_started and closing.reopened_on is not None)
    later = closing.reopened_on is None or closing.reopened_on >= closing.on
    return could_be and later and (closing.kind is ClosingKind.FULL or closing.reason is not None)


def _answers_have_parts(course: Course) -> bool:
    """Tell whether every answer belongs to a part of its submission; another one would have no place in the vault."""
    for submission in course.submissions:
        parts = {(part.instrument, part.version) for part in submission.parts}
        if any((answer.instrument, answer.version) not in parts for answer in submission.answers):
            return False
    return True
