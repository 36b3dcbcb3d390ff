"""The options of what is written about a citizen: all of it, a yes to sharing, and a text for a journal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.consent_paper import consent_lines_to_look_at, consent_pdf
from exit_desktop.services.desk import Act
from exit_desktop.services.journal_extract import JournalText, journal_pdf, record_journal
from exit_desktop.services.paper_lines import LineToLookAt
from exit_desktop.services.papers import PaperChoice, record_paper
from exit_desktop.services.stored import TITLES, StoredChoice, record_stored, stored_lines, stored_pdf
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.papers.leaving import explain_once, save_paper
from exit_desktop.ui.papers.lines_options import LinesOptions
from exit_desktop.ui.papers.options import LanguageRow, tick
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.labels import heading, small, wants

if TYPE_CHECKING:
    from collections.abc import Callable

    from exit_desktop.domain.courses import Consent, Course
    from exit_desktop.ui.course.work import CourseWork

LINES_NAME = "om-mig.jsonl"


class StoredOptions(QWidget):
    """Language, alias, large print, the parts that are on the paper, and the same as open lines."""

    changed = Signal()

    def __init__(self, work: CourseWork, course: Course) -> None:
        super().__init__()
        self._work, self._course = work, course
        self.t, theme = work.session.t, work.session.theme
        self.large = tick(self.t("Large print"))
        self.alias = tick(self.t("With the name used here"))
        self.text = tick(self.t("Secrecy and rights"), on=True)
        self.language = LanguageRow(theme, self.t, course.citizen.language)
        self.parts = {part: tick(self.t(title), on=True) for part, title in TITLES.items()}
        self.lines, self.told = LinkButton(self.t("Save as JSON …")), wants(theme)
        self._build()
        for box in (self.large, self.alias, self.text, *self.parts.values()):
            box.toggled.connect(self.changed)
        self.language.box.activated.connect(self.changed)
        self.lines.clicked.connect(self._save_lines)

    def make(self) -> bytes:
        """Return the paper."""
        return self.making()()

    def making(self) -> Callable[[], bytes]:
        """Return what makes the paper as the options stand: of a long course that takes its time."""
        left_out = frozenset(part for part, box in self.parts.items() if not box.isChecked())
        choice = StoredChoice(self.large.isChecked(), self.alias.isChecked(), self.text.isChecked(), left_out)
        return partial(stored_pdf, self._work.desk, self._course, choice, self.language.words())

    def undecided(self) -> str:
        """Return that nothing waits: what is stored is printed as it stands, part by part."""
        return ""

    def record(self, act: Act) -> None:
        """Write it down."""
        record_stored(self._work.desk, self._course, act)

    def drop(self) -> None:
        """Hold nothing personal."""

    def _build(self) -> None:
        theme, t = self._work.session.theme, self.t
        careful = t(
            "This paper tells everything, also what the talks are about. Give it only into the citizen's own hands, "
            "or look through it together here."
        )
        column = column_of(self, theme.px(8))
        for part in (small(theme, careful), self.language, self.alias, self.large, self.text):
            column.addWidget(part)
        column.addWidget(heading(theme, t("Parts on the paper")))
        for box in self.parts.values():
            column.addWidget(box)
        lines = t("The same in full, for another program. Open lines are not locked: whoever has the file can read it.")
        for below in (heading(theme, t("Open lines")), small(theme, lines), self.lines, self.told):
            column.addWidget(below)
        column.addStretch(1)
        self.told.hide()

    def _save_lines(self) -> None:
        work = self._work
        try:
            if not explain_once(work.session, Act.SAVED_PDF, self):
                return
            if not save_paper(work.session, self, stored_lines(work.desk, self._course), LINES_NAME):
                return
            record_stored(work.desk, self._course, Act.DUMPED)
        except Failure as failure:
            self._tell(sentence_of(failure, self.t))
            return
        work.forget_undo()
        self._tell(self.t("Saved as open lines."))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()
        announce(self, sentence)


class ConsentOptions(LinesOptions):
    """Large print, alias, language, and the lines to look at."""

    def __init__(self, work: CourseWork, course: Course, consent: Consent) -> None:
        super().__init__(work.session, course.citizen.language)
        self._work, self._course, self._consent = work, course, consent
        self.large = tick(self.t("Large print"))
        note = small(self._theme, self.t("Read it aloud together. The citizen may keep a copy."))
        self._arrange(self.large, self.alias, self.language, note)

    def make(self) -> bytes:
        """Return the yes on paper."""
        choice = PaperChoice(large=self.large.isChecked(), with_alias=self.alias.isChecked())
        words = self.language.words()
        return consent_pdf(self._work.desk, self._course, self._consent, self.lines.applied(choice), words)

    def record(self, act: Act) -> None:
        """Write it down."""
        record_paper(self._work.desk, self._course, "consent", act)

    def _find_lines(self) -> tuple[LineToLookAt, ...]:
        return consent_lines_to_look_at(self._work.desk, self._course, self._consent, self.alias.isChecked())


class JournalOptions(QWidget):
    """Large print; the words are those that the worker left in the dialog before."""

    changed = Signal()

    def __init__(self, work: CourseWork, course: Course, words: str) -> None:
        super().__init__()
        self._work, self._course, self._words = work, course, words
        t, theme = work.session.t, work.session.theme
        self.large = tick(t("Large print"))
        column = column_of(self, theme.px(10))
        column.addWidget(self.large)
        column.addWidget(small(theme, t("It is written in the log of use that this text left, not what is in it.")))
        column.addStretch(1)
        self.large.toggled.connect(self.changed)

    def make(self) -> bytes:
        """Return the text on paper."""
        text = JournalText(self._words, self.large.isChecked())
        return journal_pdf(self._work.desk, self._course, text, self._work.session.t)

    def undecided(self) -> str:
        """Return that nothing waits: the worker has just read it."""
        return ""

    def record(self, act: Act) -> None:
        """Write it down."""
        record_journal(self._work.desk, self._course, act)

    def drop(self) -> None:
        """Let the words go."""
        self._words = ""
