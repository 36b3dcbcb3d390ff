"""Enquiries that did not become a course: recorded, changed, listed, deleted, and linked to nobody.

The worker answers the questions of the instrument `not_started`. No alias, no words and no way back to a course is
kept; of an orientation that ended only what can be counted comes along.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from exit_desktop.domain.answers import Answer, AnswerState, Respondent, Value, source_of
from exit_desktop.domain.calendar import check_day, standing_closing
from exit_desktop.domain.courses import CameThrough, Course
from exit_desktop.domain.not_started import NOT_STARTED, Enquiry, Period, within
from exit_desktop.domain.submissions import answers_to
from exit_desktop.errors import AnswerFault, NotPossibleNow
from exit_desktop.exchange.units import TombstoneReason
from exit_desktop.instruments.definition import Instrument, Question
from exit_desktop.instruments.engine import visible_questions
from exit_desktop.instruments.validating import validate
from exit_desktop.services.desk import Act, Desk, append_use, keep_instrument_of
from exit_desktop.services.readings import registration_of
from exit_desktop.system.ids import new_id
from exit_desktop.vault.cards import Tombstone, has_left, keep_tombstone
from exit_desktop.vault.not_started_rows import delete_enquiry, find_enquiry, read_enquiries, write_enquiry
from exit_desktop.vault.worker import read_worker

__all__ = ["Enquiry", "Period"]

_HEARD = {
    CameThrough.OWN_INITIATIVE: "own_initiative",
    CameThrough.NGO: "ngo",
    CameThrough.KC_PROSTITUTION: "kc",
    CameThrough.CMM: "cmm",
    CameThrough.MUNICIPAL_ACTOR: "municipal",
    CameThrough.OTHER: "other",
}
_CITIZENSHIP = {"danish": "danish", "other": "other_or_unknown"}


def list_enquiries(desk: Desk, period: Period = Period.ALL) -> tuple[Enquiry, ...]:
    """Return the enquiries of a period, the newest first."""
    with desk.vault.reading() as connection:
        return tuple(within(read_enquiries(connection), period, desk.clock.today()))


def record_enquiry(desk: Desk, on: date, answers: Iterable[Answer]) -> Enquiry:
    """Write a new enquiry under the worker's project; what was not asked is written down as not asked.

    Raises DateNotPossible, an AnswerFault.
    """
    check_day(on)
    with desk.vault.writing() as connection:
        worker = read_worker(connection)
        project = worker.project if worker else ""
        new = Enquiry(new_id(), on, project, _settled(instrument_of(desk), answers))
        _write(desk, new, Act.CREATED)
    return new


def change_enquiry(desk: Desk, enquiry_id: str, on: date, answers: Iterable[Answer]) -> Enquiry:
    """Write another date and other answers; the earlier ones are forgotten. Raises NotPossibleNow if it is gone."""
    check_day(on)
    with desk.vault.writing() as connection:
        old = find_enquiry(connection, enquiry_id)
        if old is None:
            raise NotPossibleNow
        new = replace(old, on=on, answers=_settled(instrument_of(desk, old.answers), answers))
        if new == old:
            return old
        new = replace(new, revision=old.revision + 1)
        _write(desk, new, Act.CHANGED)
    return new


def remove_enquiry(desk: Desk, enquiry: Enquiry) -> None:
    """Erase an enquiry for good; if it went in a package, the coordinator is asked to forget it too."""
    with desk.vault.writing() as connection:
        if has_left(connection, enquiry.id):
            stone = Tombstone(enquiry.id, desk.clock.today(), TombstoneReason.ERASED, 1, enquiry.revision)
            keep_tombstone(connection, stone)
        delete_enquiry(connection, enquiry.id)
        append_use(connection, desk, Act.DELETED, NOT_STARTED)


def instrument_of(desk: Desk, answers: Sequence[Answer] = ()) -> Instrument:
    """Return the questions at the version that these answers belong to; without any, as they are asked today."""
    return desk.catalogue.get(NOT_STARTED, answers[0].version if answers else None)


def check_enquiry(instrument: Instrument, enquiry: Enquiry) -> None:
    """Let an enquiry that comes from elsewhere pass where a typed one has to; raises AnswerFault."""
    keys = [answer.question for answer in enquiry.answers]
    if not keys or len(keys) != len(set(keys)) or enquiry.revision < 1:
        raise AnswerFault
    for answer in enquiry.answers:
        _check(instrument, answer)


def known_from(desk: Desk, course: Course) -> tuple[Answer, ...]:
    """Return what an orientation that ended already tells, to be confirmed or changed by the worker."""
    instrument = instrument_of(desk)
    found = (_known(question, instrument, course) for question in instrument.questions if question.computed)
    return tuple(answer for answer in found if answer is not None)


def _write(desk: Desk, enquiry: Enquiry, act: Act) -> None:
    with desk.vault.writing() as connection:
        keep_instrument_of(connection, desk.catalogue, NOT_STARTED, enquiry.version)
        write_enquiry(connection, enquiry)
        append_use(connection, desk, act, NOT_STARTED)


def _settled(instrument: Instrument, answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the worker's answers in the order of the questions, one for each that is asked and no other."""
    given = {answer.question: _check(instrument, answer) for answer in answers}
    asked = visible_questions(instrument, given)
    return tuple(given.get(q.key) or _bare(instrument, q, AnswerState.NOT_ASKED) for q in asked)


def _check(instrument: Instrument, answer: Answer) -> Answer:
    """Return an answer as it is kept; words have no place in it. Raises AnswerFault."""
    if answer.note or answer.earlier:
        raise AnswerFault
    return replace(validate(instrument, answer), source=source_of(answer.value, answer.computed))


def _bare(instrument: Instrument, question: Question, state: AnswerState, value: Value = None) -> Answer:
    return Answer(
        instrument=instrument.id,
        version=instrument.version,
        question=question.key,
        respondent=Respondent.WORKER,
        state=state,
        value=value,
        computed=value,
        source=source_of(value, value),
    )


def _known(question: Question, instrument: Instrument, course: Course) -> Answer | None:
    state, value = _fact(question.computed, course)
    if state is AnswerState.ANSWERED and isinstance(value, str) and question.option(value):
        return _bare(instrument, question, state, value)
    if state in question.states and state is not AnswerState.NOT_ASKED:
        return _bare(instrument, question, state)
    return None


def _fact(name: str, course: Course) -> tuple[AnswerState, Value]:
    """Return what the course tells of a question, NOT_ASKED where it tells nothing."""
    if name == "reason":
        closing = standing_closing(course.calendar)
        reason = closing.reason if closing else None
        return (AnswerState.ANSWERED, str(reason)) if reason else (AnswerState.NOT_ASKED, None)
    state, value = _registered(name, course)
    if name == "citizenship" and isinstance(value, str):
        return state, _CITIZENSHIP.get(value)
    if name == "heard_from" and state is AnswerState.NOT_ASKED and course.orientation.came_through in _HEARD:
        return AnswerState.ANSWERED, _HEARD[course.orientation.came_through]
    return state, value


def _registered(name: str, course: Course) -> tuple[AnswerState, Value]:
    registration = registration_of(course)
    answer = answers_to(registration, "registration").get(name) if registration else None
    return (answer.state, answer.value) if answer else (AnswerState.NOT_ASKED, None)
