"""What was changed in the calendar of the course, and why: it stays readable."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from exit_desktop.domain.calendar import Calendar, Closing, Pause, Replan
from exit_desktop.domain.courses import Course
from exit_desktop.domain.expectations import GateReason
from exit_desktop.services.labels import CLOSING_KINDS, CLOSING_REASONS, EXPECTATIONS, GATES, PAUSE_REASONS
from exit_desktop.system.language import Texts
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.panels import Panel, clear_layout

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class TracePanel(Panel):
    """One line for each change, the newest last; hidden while there is none."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)

    def show_course(self, course: Course) -> None:
        """Show what was changed in a course."""
        clear_layout(self._lines)
        told = trace_lines(course, self._t)
        for words in told:
            self._lines.addWidget(Label(self._work.session.theme, words, "small"))
        self.setVisible(bool(told))

    def clear(self) -> None:
        """Let the course go."""
        clear_layout(self._lines)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self._t("What was changed in the course"))


def trace_lines(course: Course, t: Texts) -> list[str]:
    """Return a sentence for each change in the calendar and each reason at a gate, by date."""
    calendar = course.calendar
    told = [*_corrections(calendar, t), *_replans(calendar, t), *_phases(calendar, t)]
    told += [line for pause in calendar.pauses for line in _pause(pause, t)]
    told += [line for closing in calendar.closings for line in _closing(closing, t)]
    told += [_gate_reason(reason, t) for reason in course.gate_reasons]
    return [words for _, words in sorted(told, key=lambda line: line[0])]


def _gate_reason(reason: GateReason, t: Texts) -> tuple[date, str]:
    words = t(
        "{date}, {gate}: {expected} Not there, because: {words}",
        date=t.date(reason.written_on),
        gate=t(GATES[reason.gate]).lower(),
        expected=t(EXPECTATIONS[reason.expected]),
        words=reason.words,
    )
    return reason.written_on, words


def _because(t: Texts, words: str, reason: str) -> str:
    return t("{change} {reason}", change=words, reason=reason) if reason else words


def _corrections(calendar: Calendar, t: Texts) -> Iterator[tuple[date, str]]:
    for fix in calendar.corrections:
        words = t("{date}: start date corrected, it was {was}.", date=t.date(fix.made_on), was=t.date(fix.was))
        yield fix.made_on, _because(t, words, fix.reason)


def _replans(calendar: Calendar, t: Texts) -> Iterator[tuple[date, str]]:
    for replan in calendar.replans:
        yield replan.made_on, _because(t, _replan(replan, t), replan.reason)


def _replan(replan: Replan, t: Texts) -> str:
    made, start = t.date(replan.made_on), t.date(replan.from_on)
    if replan.days < 0:
        return t.plural(
            "{date}: what was planned from {start} moved {count} day nearer.",
            "{date}: what was planned from {start} moved {count} days nearer.",
            -replan.days,
            date=made,
            start=start,
        )
    return t.plural(
        "{date}: what was planned from {start} moved {count} day on.",
        "{date}: what was planned from {start} moved {count} days on.",
        replan.days,
        date=made,
        start=start,
    )


def _phases(calendar: Calendar, t: Texts) -> Iterator[tuple[date, str]]:
    for step in calendar.transitions:
        words = t("{date}: went on to phase {number}.", date=t.date(step.on), number=int(step.to_phase))
        yield step.on, _because(t, words, step.reason)


def _pause(pause: Pause, t: Texts) -> Iterator[tuple[date, str]]:
    reason = t(PAUSE_REASONS[pause.reason])
    words = t("{date}: pause ({reason}).", date=t.date(pause.from_on), reason=reason)
    yield pause.from_on, _because(t, words, pause.note)
    if pause.until_on is not None:
        yield pause.until_on, t("{date}: the pause ended.", date=t.date(pause.until_on))


def _closing(closing: Closing, t: Texts) -> Iterator[tuple[date, str]]:
    kind = t(CLOSING_KINDS[closing.kind])
    why = t("{kind}: {reason}", kind=kind, reason=t(CLOSING_REASONS[closing.reason])) if closing.reason else kind
    yield closing.on, _because(t, t("{date}: closed. {why}.", date=t.date(closing.on), why=why), closing.note)
    if closing.reopened_on is not None:
        yield closing.reopened_on, t("{date}: taken up again.", date=t.date(closing.reopened_on))
