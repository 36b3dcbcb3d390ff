"""The made-up data set as course documents and enquiries: 68 citizens, three more without a start, 38 not started."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from evaluation.published import said, scores
from evaluation.published.figures import NOT_STARTED
from evaluation.published.people import (
    EVERYBODY,
    FULL,
    TOWNS,
    end_of,
    last_day,
    planned,
    start_of,
    town_of,
    with_form,
    with_reading,
)
from evaluation.published.spread import shared_out, some
from exit_desktop.domain.answers import Answer, AnswerState, Respondent, Value
from exit_desktop.domain.calendar import Calendar, Closing, Occasion, Phase, Transition, add_months
from exit_desktop.domain.citizens import Citizen
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.domain.forms import form_of
from exit_desktop.domain.not_started import NOT_STARTED as ENQUIRY
from exit_desktop.domain.not_started import Enquiry
from exit_desktop.domain.submissions import Part, Submission, SubmissionKind
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.definition import Kind, Question
from exit_desktop.instruments.engine import visible_questions
from exit_desktop.system.resources import resource_folder

OCCASIONS = (
    Occasion.M00,
    Occasion.M02,
    Occasion.M04,
    Occasion.M06,
    Occasion.M08,
    Occasion.M10,
    Occasion.END,
)
_STATES = (AnswerState.NOT_ASKED, AnswerState.WONT_SAY, AnswerState.DONT_KNOW, AnswerState.NOT_RELEVANT)
_KIND_OF_FORM = {
    SubmissionKind.START_FORM: "start_form",
    SubmissionKind.ONGOING_FORM: "ongoing_form",
    SubmissionKind.CLOSING_FORM: "closing_form",
}
_STEADY = {Phase.TWO: (19, 4), Phase.THREE: (18, 8)}


@dataclass(frozen=True, slots=True)
class Published:
    """A course and the town whose worker leads it."""

    project: str
    course: Course


@cache
def catalogue() -> Catalogue:
    """Return the shipped instruments."""
    return Catalogue(resource_folder("instruments"))


def uid(person: int, number: int) -> str:
    """Return an id of this set."""
    return f"{0x68:08x}{person:012x}{number:012x}"


@cache
def published_courses() -> tuple[Published, ...]:
    """Return the 68 citizens of the midterm note, as they stood on the reporting date."""
    return tuple(Published(town_of(person), _course(person)) for person in EVERYBODY)


@cache
def without_a_start() -> tuple[Published, ...]:
    """Return the three courses in the system without a life situation at the start: 71 are registered, 68 counted."""
    towns = list(TOWNS)
    bare = (Calendar(date(2014, 8, 20), date(2014, 9, 8 + n)) for n in range(3))
    return tuple(Published(towns[n], _blank(68 + n, calendar)) for n, calendar in enumerate(bare))


def _blank(person: int, calendar: Calendar) -> Course:
    return Course(
        uid(person, 0),
        uid(person, 1),
        f"PUBL-{person:04d}",
        "K1",
        Citizen(uid(person, 2), f"Borger {person + 1}"),
        calendar,
        revision=1,
        written_at=datetime(2014, 9, 26, 12, tzinfo=UTC),
        sharing=Sharing.CODED,
    )


def _course(person: int) -> Course:
    bare = _blank(person, _calendar(person))
    submissions = [_registration(person)]
    for number, occasion in enumerate(OCCASIONS):
        if person in with_reading(occasion):
            submissions.append(_reading(person, occasion, 100 + number))
        if person in with_form(occasion):
            submissions.append(_form(person, occasion, 200 + number))
    return Course(
        bare.id,
        bare.wire_id,
        bare.wire_code,
        bare.owner,
        bare.citizen,
        bare.calendar,
        revision=bare.revision,
        written_at=bare.written_at,
        sharing=bare.sharing,
        submissions=tuple(submissions),
    )


def _calendar(person: int) -> Calendar:
    ended = end_of(person)
    return Calendar(
        orientation_on=start_of(person) - timedelta(days=21),
        start=start_of(person),
        transitions=tuple(_transitions(person)),
        closings=() if ended is None else (Closing(uid(person, 10), ended.on, ended.kind, ended.reason),),
    )


def _transitions(person: int) -> list[Transition]:
    """Return the recorded changes of phase: 19 to the second phase, 18 of them to the third (S004 table 6.1)."""
    made = []
    reached = with_form(Occasion.M08)
    for phase, (people, months) in _STEADY.items():
        if person in reached[:people]:
            on = add_months(start_of(person), months) + timedelta(days=3)
            made.append(Transition(uid(person, 20 + phase), phase, on))
    return made


def _held_on(person: int, occasion: Occasion) -> date:
    """Return the day of a sitting: three days after it is planned, at the end on the last day."""
    if occasion is Occasion.END:
        return last_day(person)
    if occasion is Occasion.M00:
        return start_of(person)
    return planned(person, occasion) + timedelta(days=3)


def _registration(person: int) -> Submission:
    answers = _answers("registration", person, _registered(), Respondent.CITIZEN)
    on = start_of(person)
    part = Part("registration", 1, on)
    return Submission(
        uid(person, 99), SubmissionKind.REGISTRATION, on, finished_on=on, parts=(part,), answers=tuple(answers)
    )


@cache
def _registered() -> dict[str, said.Said]:
    return {"project": {person: town_of(person) for person in EVERYBODY}, **said.registration()}


def _reading(person: int, occasion: Occasion, number: int) -> Submission:
    on = _held_on(person, occasion)
    star, raw = _areas(occasion)[person], _wellbeing(occasion)[person]
    goal: dict[str, said.Said] = {"goal": _registered()["goal"]}
    answers = [
        *_answers("life_situation", person, _numbered("life_situation", person, star), Respondent.CITIZEN),
        *_answers("who5", person, _numbered("who5", person, raw), Respondent.CITIZEN),
        *_answers("selling", person, {**goal, **_selling()[occasion]}, Respondent.CITIZEN),
    ]
    parts = tuple(Part(instrument, 1, on) for instrument in ("life_situation", "who5", "selling"))
    kind = SubmissionKind.READING
    return Submission(uid(person, number), kind, on, occasion, finished_on=on, parts=parts, answers=tuple(answers))


@cache
def _areas(occasion: Occasion) -> scores.Scores:
    return scores.areas_at(occasion)


@cache
def _wellbeing(occasion: Occasion) -> scores.Scores:
    return scores.wellbeing_at(occasion)


@cache
def _selling() -> dict[Occasion, dict[str, said.Said]]:
    return said.selling()


def _numbered(instrument: str, person: int, values: tuple[int, ...]) -> dict[str, said.Said]:
    questions = catalogue().get(instrument, 1).questions
    return {question.key: {person: value} for question, value in zip(questions, values, strict=True)}


def _form(person: int, occasion: Occasion, number: int) -> Submission:
    kind = form_of(occasion)
    instrument = _KIND_OF_FORM[kind]
    on = _held_on(person, occasion)
    answers = _answers(instrument, person, _known(kind, occasion, person), Respondent.WORKER)
    part = Part(instrument, 1, on)
    return Submission(uid(person, number), kind, on, occasion, finished_on=on, parts=(part,), answers=tuple(answers))


def _known(kind: SubmissionKind, occasion: Occasion, person: int) -> dict[str, said.Said]:
    """Return what a form of the worker says; where there is no start form, the first ongoing one tells of the start."""
    if kind is SubmissionKind.CLOSING_FORM:
        return {"ended_how": {person: "full" if person in FULL else "early"}, **_reason(person), **_closing()}
    if kind is SubmissionKind.START_FORM:
        return {"services_now": _services(), **_status()}
    instead = occasion is Occasion.M02 and person not in said.START_FORMS and person in said.KNOWN_AT_START
    return {**_ongoing()[occasion], **(_status() if instead else {})}


def _reason(person: int) -> dict[str, said.Said]:
    ended = end_of(person)
    return {"early_reason": {person: ended.reason.value}} if ended and ended.reason else {}


@cache
def _closing() -> dict[str, said.Said]:
    return said.closing()


@cache
def _services() -> said.Said:
    return said.services_at_start()


@cache
def _status() -> dict[str, said.Said]:
    return said.status_at_start()


@cache
def _ongoing() -> dict[Occasion, dict[str, said.Said]]:
    return said.ongoing()


def _answers(instrument: str, person: int, known: dict[str, said.Said], whose: Respondent) -> list[Answer]:
    """Return a row for each question that was to be asked: what was said, or why it was not; hidden ones have none."""
    definition = catalogue().get(instrument, 1)
    answers: dict[str, Answer] = {}
    for number, question in enumerate(definition.questions):
        if question.key not in known or (question.condition and question not in visible_questions(definition, answers)):
            continue
        if person in known[question.key]:
            state, value = AnswerState.ANSWERED, _value(question, known[question.key][person])
        else:
            state, value = _why_not(question, person + number), None
        answers[question.key] = Answer(
            instrument=instrument, version=1, question=question.key, respondent=whose, state=state, value=value
        )
    return list(answers.values())


def _why_not(question: Question, number: int) -> AnswerState:
    """Return one of the ways in which an answer may be missing here."""
    possible = [state for state in _STATES if state in question.states]
    return possible[number % len(possible)]


def _value(question: Question, told: Value | set[str]) -> Value:
    if question.kind is Kind.MULTIPLE and isinstance(told, set):
        return tuple(option.key for option in question.options if option.key in told)
    return told if not isinstance(told, set) else None


@cache
def published_enquiries() -> tuple[Enquiry, ...]:
    """Return the 38 enquiries that became no course (S004 table 4.2), from November 2013 to August 2014."""
    everyone = tuple(range(38))
    tables = {"gender": "4.2a", "citizenship": "4.2b"}
    rows = {
        question: shared_out(everyone, {row: s.count for row, s in said.rows_of(NOT_STARTED, key).items()}, question)
        for question, key in tables.items()
    }
    sent = some(everyone, said.rows_of(NOT_STARTED, "4.2c")["yes"].count, "sent on")
    silent = some([n for n in everyone if n not in sent], 5, "sent on not told")
    projects = list(TOWNS)
    return tuple(
        Enquiry(
            uid(1000 + n, 0),
            date(2013, 11, 4) + timedelta(days=7 * n),
            projects[n % len(projects)],
            (
                _told("gender", rows["gender"][n]),
                _told("citizenship", rows["citizenship"][n]),
                _told("referred_on", None if n in silent else n in sent),
            ),
        )
        for n in everyone
    )


def _told(question: str, value: Value) -> Answer:
    state = AnswerState.NOT_ASKED if value is None else AnswerState.ANSWERED
    return Answer(
        instrument=ENQUIRY, version=1, question=question, respondent=Respondent.WORKER, state=state, value=value
    )
