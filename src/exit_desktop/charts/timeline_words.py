"""Every sentence and every drawn word of a timeline, so that the picture is told as fully as it is drawn."""

from __future__ import annotations

from datetime import date

from exit_desktop.charts.table import Table
from exit_desktop.charts.timeline_view import (
    PhaseKind,
    ReadingState,
    TimelineClosing,
    TimelineMilestone,
    TimelinePause,
    TimelinePhase,
    TimelineReading,
    TimelineTransition,
    TimelineView,
)
from exit_desktop.system.language import Texts, mark

PHASE_NAMES = {
    PhaseKind.ORIENTATION: mark("Orientation"),
    PhaseKind.ONE: mark("Phase 1"),
    PhaseKind.TWO: mark("Phase 2"),
    PhaseKind.THREE: mark("Phase 3"),
}
PHASE_FULL_NAMES = {
    PhaseKind.ORIENTATION: mark("Orientation"),
    PhaseKind.ONE: mark("Phase 1 · plan and get going"),
    PhaseKind.TWO: mark("Phase 2 · try out and adjust"),
    PhaseKind.THREE: mark("Phase 3 · hand over"),
}
READING_SENTENCES = {
    ReadingState.DONE: mark("Reading {label}: done {date}"),
    ReadingState.DUE: mark("Reading {label}: due now, planned for {date}"),
    ReadingState.COMING: mark("Reading {label}: planned for {date}"),
    ReadingState.PASSED: mark("Reading {label}: not made, was planned for {date}"),
}


def phase_sentence(phase: TimelinePhase, reached: date, t: Texts) -> str:
    """Return a phase with its days and whether it is behind, now or to come."""
    values = {"phase": t(PHASE_FULL_NAMES[phase.kind]), "start": t.date(phase.start), "end": t.date(phase.end)}
    if phase.end <= reached:
        return t("{phase}: {start} to {end}, behind us", **values)
    if phase.start <= reached:
        return t("{phase}: {start} to {end}, now", **values)
    return t("{phase}: {start} to {end}, to come", **values)


def reading_sentence(reading: TimelineReading, t: Texts) -> str:
    """Return a reading with its state and day."""
    if reading.state is ReadingState.UNDER_WAY:
        begun = t.date(reading.begun_on or reading.on)
        return t("Reading {label}: a reading is under way, begun {date}", label=reading.label, date=begun)
    return t(READING_SENTENCES[reading.state], label=reading.label, date=t.date(reading.on))


def transition_sentence(move: TimelineTransition, t: Texts) -> str:
    """Return a way into a phase as it was and as it was planned."""
    values = {"phase": t(PHASE_NAMES[move.to]), "planned": t.date(move.planned)}
    if move.actual:
        return t("Into {phase} on {actual}, planned for {planned}", actual=t.date(move.actual), **values)
    if move.first_planned and move.first_planned != move.planned:
        first = t.date(move.first_planned)
        return t("Into {phase}: planned for {planned}, at first for {first}", first=first, **values)
    return t("Into {phase}: planned for {planned}", **values)


def pause_sentence(pause: TimelinePause, t: Texts) -> str:
    """Return a pause with its reason and days."""
    values = {"reason": pause.reason, "start": t.date(pause.start)}
    if pause.end is None:
        return t("Pause since {start}: {reason}", **values)
    return t("Pause {start} to {end}: {reason}", end=t.date(pause.end), **values)


def milestone_sentence(milestone: TimelineMilestone, t: Texts) -> str:
    """Return a milestone with its day."""
    return t("{date}: {words}", date=t.date(milestone.on), words=milestone.words)


def closing_sentence(closing: TimelineClosing, t: Texts) -> str:
    """Return an end with its reason."""
    return t("Ended {date}: {reason}", date=t.date(closing.on), reason=closing.reason)


def contacts_sentence(days: list[date], t: Texts) -> str:
    """Return one contact by its day, or several by the week's first and last contact."""
    if len(days) == 1:
        return t("Contact {date}", date=t.date(days[0], "weekday"))
    if days[0] == days[-1]:
        return t.plural("{count} contact {date}", "{count} contacts {date}", len(days), date=t.date(days[0]))
    return t.plural(
        "{count} contact {first} to {last}",
        "{count} contacts {first} to {last}",
        len(days),
        first=t.date(days[0], "day"),
        last=t.date(days[-1]),
    )


def today_words(view: TimelineView, t: Texts) -> str:
    """Return the words of the flag: "today · day 143", without a day before the course has started."""
    if view.today is None or view.start is None or view.today < view.start:
        return t("today")
    return t("today · day {day}", day=(view.today - view.start).days + 1)


def short_date(day: date, beside: date, t: Texts) -> str:
    """Return a short date, with its year when that is not the year of `beside`."""
    short = t.date(day, "short")
    return short if day.year == beside.year else t("{date} {year}", date=short, year=day.year)


def timeline_summary(view: TimelineView, t: Texts) -> str:
    """Return the course in a few short sentences: where it is, what is made, what comes next."""
    done = sum(reading.state is ReadingState.DONE for reading in view.readings)
    told = [_where(view, t)]
    if view.readings:
        told.append(t("{done} of {count} readings made.", done=done, count=len(view.readings)))
    due = [it for it in view.readings if it.state in {ReadingState.UNDER_WAY, ReadingState.DUE, ReadingState.COMING}]
    if due and view.closing is None:
        following = min(due, key=lambda reading: reading.on)
        told.append(t("Next reading: {label}, {date}.", label=following.label, date=t.date(following.on)))
    if any(pause.end is None for pause in view.pauses):
        told.append(t("The course is paused."))
    return " ".join(told)


def _where(view: TimelineView, t: Texts) -> str:
    if view.closing:
        return t("The course ended {date}.", date=t.date(view.closing.on))
    now = [phase for phase in view.phases if phase.start <= view.reached]
    phase = t(PHASE_NAMES[now[-1].kind if now else view.phases[0].kind])
    if view.start is None or view.reached < view.start:
        return t("{phase}.", phase=phase)
    return t("{phase}, day {day}.", phase=phase, day=(view.reached - view.start).days + 1)


def timeline_table(view: TimelineView, t: Texts) -> Table:
    """Return what the timeline shows as rows of day and sentence, in the order of the days; contacts are counted."""
    told = [(phase.start, phase_sentence(phase, view.reached, t)) for phase in view.phases]
    told += [(reading.on, reading_sentence(reading, t)) for reading in view.readings]
    told += [(move.actual or move.planned, transition_sentence(move, t)) for move in view.transitions]
    told += [(pause.start, pause_sentence(pause, t)) for pause in view.pauses]
    told += [(milestone.on, milestone_sentence(milestone, t)) for milestone in view.milestones]
    told += [(closing.on, closing_sentence(closing, t)) for closing in view.closings]
    told += [(it.reopened, t("Taken up again {date}", date=t.date(it.reopened))) for it in view.closings if it.reopened]
    days = sorted(contact.on for contact in view.contacts)
    told += [(days[0], contacts_sentence(days, t))] if days else []
    rows = tuple((t.date(day, "short"), words) for day, words in sorted(told, key=lambda row: row[0]))
    return Table((t("Day"), t("What")), rows)
