"""The days of a course, what came before them, what has left and what waits in the bin, said to the citizen."""

from collections.abc import Iterable, Iterator
from datetime import date

from exit_desktop.domain.calendar import Calendar, Closing
from exit_desktop.domain.contacts import Contact
from exit_desktop.domain.courses import CameThrough, Course, TargetGroup
from exit_desktop.domain.expectations import GateReason
from exit_desktop.domain.indicators import NotSuitable
from exit_desktop.domain.network import NetworkMeeting, SupportTask
from exit_desktop.paper.record import Entry, Row
from exit_desktop.services.bin import BinLine, BinnedPerson
from exit_desktop.services.desk import Act
from exit_desktop.services.fidelity_words import INDICATORS
from exit_desktop.services.labels import CAME_THROUGH, CLOSING_KINDS, EXPECTATIONS, PAUSE_REASONS, STATES, TARGET_GROUPS
from exit_desktop.services.stored_rows import contact_entry, day, person_entry, rows, task_entry
from exit_desktop.services.stored_words import CLOSINGS, LEFT_BY, LEFT_WHAT, SOMETHING, WHOLE_VAULT
from exit_desktop.system.language import Texts
from exit_desktop.vault.usage_log import Use


def about_entry(course: Course, with_alias: bool, t: Texts) -> Entry:
    """Return who the citizen is here, and where the course stands; the alias only where it was ticked."""
    alias = course.citizen.alias if with_alias else t("It is here, but not on this paper")
    calendar = course.calendar
    months = t.plural("{count} month", "{count} months", calendar.phase_months) if calendar.start else ""
    language = t("Danish") if course.citizen.language == "da" else t("English")
    return Entry(
        t("You and your course"),
        rows(
            (t("The name you have chosen"), alias),
            (t("Your language"), language),
            (t("We first met"), day(t, calendar.orientation_on)),
            (t("Your course began"), day(t, calendar.start)),
            (t("Length of each part"), months),
            (t("It is now"), t(STATES[course.state])),
            (t("Deleted here on"), day(t, course.retention.on)),
            (t("Why it is kept so long"), course.retention.reason),
        ),
    )


def beginning_entry(course: Course, t: Texts) -> Entry | None:
    """Return what was written before the course began."""
    found = course.orientation
    came = "" if found.came_through is CameThrough.NOT_ASKED else t(CAME_THROUGH[found.came_through])
    target = "" if found.target_group is TargetGroup.NOT_CHECKED else t(TARGET_GROUPS[found.target_group])
    told = rows(
        (t("How you came to us"), came),
        (t("Is this the right help?"), target),
        (t("What speaks for it, and what against"), found.target_note),
        (t("What was urgent, and what I did"), found.acute_help),
    )
    return Entry(t("Before your course"), told) if told else None


def calendar_entry(calendar: Calendar, t: Texts) -> Entry | None:
    """Return what changed in the days of the course, by date."""
    told = sorted(_changes(calendar, t), key=lambda line: line[0])
    return Entry(t("What changed on the way"), tuple(Row(words, t.date(on)) for on, words in told)) if told else None


def reasons_entry(course: Course, t: Texts) -> Entry | None:
    """Return why something that is usual in a course is not there in this one."""
    told = [(one.written_on, _missing(one, t)) for one in course.gate_reasons]
    told += [(one.on, _unfit(one, t)) for one in course.not_suitable]
    lines = tuple(Row(words, t.date(on)) for on, words in sorted(told))
    return Entry(t("Why something is otherwise in your course"), lines) if lines else None


def _missing(one: GateReason, t: Texts) -> str:
    return t("Not in place: {what} {why}", what=t(EXPECTATIONS[one.expected]), why=one.words)


def _unfit(one: NotSuitable, t: Texts) -> str:
    return t("Does not fit here: {what}. {why}", what=t(INDICATORS[one.indicator]), why=one.reason)


def _changes(calendar: Calendar, t: Texts) -> Iterator[tuple[date, str]]:
    for fix in calendar.corrections:
        yield fix.made_on, _with(t("The first day was put right. It was {was}.", was=t.date(fix.was)), fix.reason)
    for move in calendar.replans:
        words = t(
            "What was planned from {start} was moved by {count} days.",
            start=t.date(move.from_on),
            count=t.number(move.days),
        )
        yield move.made_on, _with(words, move.reason)
    for step in calendar.transitions:
        yield step.on, _with(t("Phase {number} began.", number=int(step.to_phase)), step.reason)
    for pause in calendar.pauses:
        words = t("A pause began: {reason}.", reason=t(PAUSE_REASONS[pause.reason]))
        yield pause.from_on, _with(words, pause.note)
        if pause.until_on is not None:
            yield pause.until_on, t("The pause ended.")
    for closing in calendar.closings:
        yield from _closing(closing, t)


def _closing(closing: Closing, t: Texts) -> Iterator[tuple[date, str]]:
    why = t(CLOSINGS[closing.reason]) if closing.reason else ""
    words = t("The course ended: {how}.", how=t(CLOSING_KINDS[closing.kind]))
    yield closing.on, _with(words, f"{why}. {closing.note}".strip(". ") if why else closing.note)
    if closing.reopened_on is not None:
        yield closing.reopened_on, t("The course was taken up again.")


def _with(words: str, more: str) -> str:
    return f"{words} {more}".strip()


def left_entry(uses: Iterable[Use], t: Texts) -> Entry | None:
    """Return what of the course was printed, saved, sent or copied, and when; the log knows no more."""
    # Of what belongs to no course, only the whole vault tells of this citizen too.
    of_this = [use for use in uses if use.course_uid is not None or use.kind == WHOLE_VAULT]
    told = tuple(_left(use, how, t) for use in of_this for how in LEFT_BY if use.act == how)
    return Entry(t("Printed, saved, sent or copied"), told) if told else None


def _left(use: Use, how: Act, t: Texts) -> Row:
    what = t(LEFT_WHAT.get(use.kind, SOMETHING))
    return Row(t("{how}: {what}", how=t(LEFT_BY[how]), what=what), t.date(date.fromisoformat(use.at[:10])))


def bin_entries(lines: Iterable[BinLine], t: Texts) -> Iterator[Entry]:
    """Yield what was deleted and is still here for a while."""
    for line in lines:
        entry = _binned(line, t)
        gone = rows((t("Deleted for good on"), day(t, line.gone_on)))
        yield Entry(entry.head, (*entry.rows, *gone))


def _binned(line: BinLine, t: Texts) -> Entry:
    record = line.record
    match record:
        case Contact():
            return contact_entry(record, t)
        case BinnedPerson():
            return person_entry(record.person, t)
        case SupportTask():
            return task_entry(record, (), t)
        case NetworkMeeting():
            told = rows((t("Who came"), record.who_came), (t("Note"), record.note))
            return Entry(t("Network meeting {date}", date=t.date(record.on)), told)
    activity = record.activity
    told = rows((t("Agreement"), activity.agreement), (t("How it went"), activity.evaluation))
    return Entry(activity.what or t("To do"), told)
