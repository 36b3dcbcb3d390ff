"""Coded courses made by hand or at random, and a vault that holds them as received ones."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from exit_desktop.domain.answers import AnswerState, Respondent, Value
from exit_desktop.domain.calendar import EARLY_REASONS, ClosingKind, Occasion, Phase, add_months
from exit_desktop.domain.courses import CameThrough, TargetGroup
from exit_desktop.domain.submissions import MadeBy, SubmissionKind
from exit_desktop.exchange.coded import (
    CodedAnswer,
    CodedClosing,
    CodedCourse,
    CodedPart,
    CodedReplan,
    CodedSubmission,
    CodedTransition,
)
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.definition import Kind, Question
from exit_desktop.services.counted import keep_counted_of_held
from exit_desktop.services.desk import Desk
from exit_desktop.system.resources import resource_folder

START = date(2026, 1, 31)
CATALOGUE = Catalogue(resource_folder("instruments"))
Said = Mapping[str, Value | AnswerState]
STAR_OF = CATALOGUE.get("life_situation")
WHO5_OF = CATALOGUE.get("who5")
_KINDS = {
    "registration": SubmissionKind.REGISTRATION,
    "start_form": SubmissionKind.START_FORM,
    "ongoing_form": SubmissionKind.ONGOING_FORM,
    "closing_form": SubmissionKind.CLOSING_FORM,
}
_WORKERS = ("start_form", "ongoing_form", "closing_form")


def part(instrument: str, said: Said) -> CodedPart:
    """One instrument answered by whom it is asked of; a state stands for an answer that is missing."""
    who = Respondent.WORKER if instrument in _WORKERS else Respondent.CITIZEN
    answers = tuple(
        CodedAnswer(key, who, value, None)
        if isinstance(value, AnswerState)
        else CodedAnswer(key, who, AnswerState.ANSWERED, value)
        for key, value in said.items()
    )
    return CodedPart(instrument, 1, "ab" * 32, None, answers)


def form(instrument: str, on: date, occasion: Occasion | None, **said: Any) -> CodedSubmission:
    """A form, or the registration, with one instrument; `hours` is the sum that an ongoing one tells."""
    hours = said.pop("hours", None)
    kind = _KINDS[instrument]
    finished = None if kind is SubmissionKind.REGISTRATION else on
    parts = (part(instrument, said),)
    return CodedSubmission(kind, occasion, on, finished, "da", MadeBy.TOGETHER, parts, hours)


def reading(on: date, occasion: Occasion | None, **parts: Said) -> CodedSubmission:
    """A finished reading with these instruments."""
    made = tuple(part(name, said) for name, said in parts.items())
    return CodedSubmission(SubmissionKind.READING, occasion, on, on, "da", MadeBy.TOGETHER, made)


def star(*scores: int) -> dict[str, Value | AnswerState]:
    """Ten areas; a single number stands for all of them."""
    ten = scores if len(scores) == 10 else scores * 10
    return dict(zip((q.key for q in STAR_OF.questions), ten, strict=True))


def who5(raw: int) -> dict[str, Value | AnswerState]:
    """Five answers with this sum."""
    return {q.key: min(5, max(0, raw - 5 * i)) for i, q in enumerate(WHO5_OF.questions)}


@dataclass
class Made:
    """A course under making."""

    number: int
    start: date | None = START
    submissions: list[CodedSubmission] = field(default_factory=list)
    closings: tuple[CodedClosing, ...] = ()
    transitions: tuple[CodedTransition, ...] = ()
    replans: tuple[CodedReplan, ...] = ()
    worker: str = "K7"
    project: str = "Odense"
    phase_months: int = 4

    def coded(self, revision: int = 1) -> CodedCourse:
        """The course as it travels."""
        return CodedCourse(
            wire_id=f"{self.number:032x}",
            wire_code="ABCD-2345",
            worker=self.worker,
            project=self.project,
            ownership=1,
            revision=revision,
            anonymous=False,
            came_through=CameThrough.NOT_ASKED,
            target_group=TargetGroup.INSIDE,
            orientation_on=(self.start or START) - timedelta(days=20),
            start=self.start,
            phase_months=self.phase_months,
            transitions=self.transitions,
            replans=self.replans,
            closings=self.closings,
            submissions=tuple(sorted(self.submissions, key=lambda s: (s.held_on, s.finished_on or date.max))),
        )


def at_start(number: int, scores: int = 5, **fields: Any) -> Made:
    """A course with a life situation at the start."""
    made = Made(number, **fields)
    made.submissions.append(reading(made.start or START, Occasion.M00, life_situation=star(scores)))
    return made


def hold(desk: Desk, courses: Iterable[CodedCourse]) -> None:
    """Let the vault hold these courses as received, and count them."""
    with desk.vault.writing() as connection:
        for coded in courses:
            keep_counted_of_held(connection, held_row(connection, coded), coded)


def held_row(connection: Any, coded: CodedCourse) -> int:
    """Return the key of a held course with this wire id, made where there is none."""
    values = {"uid": bytes.fromhex(coded.wire_id), "ownership": coded.ownership, "revision": coded.revision}
    found = connection.execute("SELECT id FROM held_course WHERE wire_uid = :uid", values).fetchone()
    if found:
        return int(found[0])
    columns = {row[0] for row in connection.execute("SELECT name FROM pragma_table_info('held_course')")}
    statement = _HELD if "sender" in columns else _HELD_OF_PACKAGE
    if "sender" not in columns:
        connection.execute(_PACKAGE)
    return int(connection.execute(statement, values).lastrowid)


# As the first version of the table has it, and as packages that are taken in have it.
_HELD = """INSERT INTO held_course (wire_uid, sender, coded, ownership, revision, body)
    VALUES (:uid, 'age1', 1, :ownership, :revision, x'00')"""
_PACKAGE = """INSERT OR IGNORE INTO received_bundle (id, uid, sender, text_sha256, file_sha256, package_epoch, number,
    practice, made_at, received_at, outcome, taken, already, conflicts, forgotten, enquiries, receipts, answerable)
    VALUES (1, zeroblob(16), 'age1', zeroblob(32), zeroblob(32), '1', 1, 0, '', '', 'accepted', 0, 0, 0, 0, 0, 0, 0)"""
_HELD_OF_PACKAGE = """INSERT INTO held_course (wire_uid, line, ownership, revision, sha256, place, kind, practice,
    bundle_id, body) VALUES (:uid, 'age1', :ownership, :revision, zeroblob(32), 'held', 'course_coded', 0, 1, x'00')"""


def random_courses(seed: int, count: int) -> list[CodedCourse]:
    """Courses of every sort: sittings twice and missing, ends taken back, answers missing in every way."""
    chance = random.Random(seed)
    return [_random_course(chance, number) for number in range(1, count + 1)]


def _random_course(chance: random.Random, number: int) -> CodedCourse:
    start = date(2025, 1, 1) + timedelta(days=chance.randrange(500)) if chance.random() < 0.95 else None
    made = Made(number, start, worker=chance.choice("AB"), project=chance.choice(("Nord", "Syd", "")))
    made.phase_months = chance.choice((3, 4, 4))
    first = start or date(2025, 3, 1)
    for occasion in Occasion:
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            _sit(chance, made, occasion, first)
    for _ in range(chance.choice((0, 1, 1, 2))):
        on = first + timedelta(days=chance.randrange(-10, 40))
        made.submissions.append(_answered(chance, ("registration",), SubmissionKind.REGISTRATION, (None, on)))
    made.closings = _closings(chance, first)
    days = sorted(chance.sample(range(30, 400), 2))
    if chance.random() < 0.7:
        made.transitions = (CodedTransition(Phase.TWO, first + timedelta(days=days[0])),)
    if chance.random() < 0.4:
        made.transitions += (CodedTransition(Phase.THREE, first + timedelta(days=days[1])),)
    if chance.random() < 0.3:
        made_on = first + timedelta(days=chance.randrange(30, 300))
        made.replans = (CodedReplan(made_on, made_on, chance.randrange(5, 60)),)
    return made.coded(chance.randrange(1, 9))


def _sit(chance: random.Random, made: Made, occasion: Occasion, first: date) -> None:
    month = 12 if occasion in (Occasion.END, Occasion.EXTRA) else int(occasion[1:])
    on = max(add_months(first, month) + timedelta(days=chance.randrange(-25, 35)), first - timedelta(days=5))
    names = [name for name in ("life_situation", "who5", "selling") if chance.random() < 0.85]
    made.submissions.append(_answered(chance, names, SubmissionKind.READING, (occasion, on)))
    form_of = {Occasion.M00: "start_form", Occasion.END: "closing_form"}.get(occasion, "ongoing_form")
    if chance.random() < 0.7:
        made.submissions.append(_answered(chance, (form_of,), _KINDS[form_of], (occasion, on)))


def _answered(
    chance: random.Random, names: Iterable[str], kind: SubmissionKind, when: tuple[Occasion | None, date]
) -> CodedSubmission:
    parts = tuple(part(name, _said(chance, name)) for name in names)
    finished = (
        when[1] + timedelta(days=chance.choice((0, 0, 0, 3, 12))) if kind is not SubmissionKind.REGISTRATION else None
    )
    alone = MadeBy.WORKER_ALONE if chance.random() < 0.1 else MadeBy.TOGETHER
    hours = chance.choice((None, 0, 3, 12, 39, 40)) if kind is SubmissionKind.ONGOING_FORM else None
    return CodedSubmission(kind, when[0], when[1], finished, "da", alone, parts, hours)


def _said(chance: random.Random, name: str) -> dict[str, Value | AnswerState]:
    said: dict[str, Value | AnswerState] = {}
    blank = chance.random() < 0.05
    for question in CATALOGUE.get(name).questions:
        fate = chance.random()
        if question.kind is Kind.TEXT or fate < 0.03 or (name == "ongoing_form" and question.key.startswith("hours")):
            continue
        missing = [state for state in AnswerState if state is not AnswerState.ANSWERED]
        said[question.key] = chance.choice(missing) if blank or fate < 0.12 else _value(chance, question)
    return said


def _value(chance: random.Random, question: Question) -> Value:
    if question.kind is Kind.SINGLE:
        return chance.choice(question.options).key
    if question.kind is Kind.MULTIPLE:
        return tuple(option.key for option in question.options if chance.random() < 0.3)
    if question.kind is Kind.YES_NO:
        return chance.random() < 0.5
    if question.kind is Kind.NUMBER:
        return chance.choice(question.bands).key
    return chance.choice(question.steps())


def _closings(chance: random.Random, first: date) -> tuple[CodedClosing, ...]:
    closings: list[CodedClosing] = []
    on = first + timedelta(days=chance.randrange(60, 420))
    while chance.random() < 0.6:
        kind = chance.choice((ClosingKind.FULL, ClosingKind.EARLY))
        reason = chance.choice((None, *EARLY_REASONS)) if kind is ClosingKind.EARLY else None
        again = on + timedelta(days=chance.randrange(0, 60)) if chance.random() < 0.4 else None
        closings.append(CodedClosing(on, kind, reason, again))
        if again is None:
            break
        on = again + timedelta(days=chance.randrange(0, 60))
    return tuple(closings)
