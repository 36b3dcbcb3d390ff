"""Says whether the usage log is whole, in a sentence, and what to do where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.services.usage_log import LogState, check_log, read_all_numbers
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exit_desktop.system.language import Texts
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session


def state_words(state: LogState, t: Texts) -> str:
    """Return whether the log is whole; where it is not, what is safe and what to do."""
    if state.whole:
        return t.plural(
            "The log is whole: {count} line, and nothing in it was changed, moved or taken out.",
            "The log is whole: {count} lines, each follows the one before. Nothing was changed, moved or taken out.",
            state.lines,
        )
    if state.first_broken is not None:
        begun = t(
            "The log does not hold together from line {number} on: a line was changed, moved or taken out.",
            number=t.number(state.first_broken),
        )
    else:
        day = state.renewed_over_broken
        begun = t(
            "The log did not hold together when the keys were renewed on {date}: before that a line was changed, "
            "moved or taken out.",
            date=t.date(day.date()) if day else "",
        )
    return t(
        "{what} What is written about citizens is not touched by this. Save the log for an audit below, leave "
        "backups as they are, and tell the one who answers for data protection where you work.",
        what=begun,
    )


class LogStateLine(QWidget):
    """Looks through the log aside, as the page is opened, and tells; `numbered` gives the number of each course."""

    numbered = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._state: LogState | None = None
        self.words, self.bar = Label(session.theme), WorkBar(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        self.retranslate()

    def look(self) -> None:
        """Look through the log."""
        desk, doing = self._session.desk, self._session.t("Looking through the log")

        def work(job: Job) -> object:
            return read_all_numbers(desk), check_log(desk, lambda done, of: job.report(done, of, doing))

        self.bar.start(doing, work, self._tell)

    def clear(self) -> None:
        """Stop looking."""
        self.bar.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.bar.retranslate()
        self._say()

    def _tell(self, found: object) -> None:
        numbers, self._state = cast("tuple[Mapping[str, int], LogState]", found)
        self.numbered.emit(numbers)
        self._say()

    def _say(self) -> None:
        state, t = self._state, self._session.t
        self.words.setText(state_words(state, t) if state else t("Looking through the log"))
        self.words.set_kind("muted" if state is None or state.whole else "wants")
