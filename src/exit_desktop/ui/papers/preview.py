"""A paper as it will come out, with its options beside it; from here it is printed or saved as PDF."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.desk import Act
from exit_desktop.system.language import mark
from exit_desktop.ui.papers.form_options import FormOptions
from exit_desktop.ui.papers.goodbye_options import GoodbyeOptions
from exit_desktop.ui.papers.leaving import JOB_NAME, explain_once, print_paper, save_paper
from exit_desktop.ui.papers.making import Making
from exit_desktop.ui.papers.network_options import NetworkOptions
from exit_desktop.ui.papers.other_options import BlankOptions, SheetOptions
from exit_desktop.ui.papers.pages import Pages
from exit_desktop.ui.papers.plan_options import PlanOptions
from exit_desktop.ui.papers.print_queue import tell_printed
from exit_desktop.ui.papers.stored_options import ConsentOptions, JournalOptions, StoredOptions
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.dialog_room import room_of
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import small, title, wants
from exit_desktop.ui.widgets.panels import row, scrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from exit_desktop.domain.courses import Consent
    from exit_desktop.ui.course.work import CourseWork
    from exit_desktop.ui.papers.options import Options

MAKE_AFTER_MS = 150
# What a window's own frame takes above it, at the most: over a window as high as the screen it stays in sight.
TITLE_BAR = 48


@dataclass(frozen=True, slots=True)
class PaperKind:
    """What a paper is called in the preview (English source) and the neutral name of its file."""

    words: str
    file_name: str


PLAN = PaperKind(mark("The plan on paper"), "min-plan.pdf")
SHEET = PaperKind(mark("The citizen's sheet"), "mit-ark.pdf")
NETWORK = PaperKind(mark("The network on paper"), "mit-kort.pdf")
GOODBYE = PaperKind(mark("The paper for the time afterwards"), "herfra.pdf")
STORED = PaperKind(mark("What is stored about the citizen"), "om-mig.pdf")
CONSENT = PaperKind(mark("A yes to sharing, on paper"), "mit-ja.pdf")
JOURNAL = PaperKind(mark("Text for the journal, on paper"), "noter.pdf")
BLANK = PaperKind(mark("Empty questions for pen and paper"), "ark.pdf")
BLANK_FORM = PaperKind(mark("Blank form for paper"), "ark.pdf")


class PaperPreview(QDialog):
    """Shows one paper; goes with the lock, and lets everything go when it is closed."""

    def __init__(self, work: CourseWork, kind: PaperKind, options: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._kind, self.t = work, kind, work.session.t
        self.side, self.options = options, cast("Options", options)
        theme = work.session.theme
        self._data = b""
        self.pages = Pages(theme)
        self.print, self.save, self.close_button = PrimaryButton(), Button(), Button()
        self.larger, self.smaller, self.whole = LinkButton(), LinkButton(), LinkButton()
        self.count, self.told = small(theme), wants(theme)
        self._making = Making(work.session, self.options, self._show, self._tell_failure)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MAKE_AFTER_MS)
        self._build()
        self._timer.timeout.connect(self.make)
        self.options.changed.connect(self._timer.start)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        work.session.locked.connect(self.reject)
        self.make()

    def make(self) -> None:
        """Make the paper anew as the options stand."""
        self._timer.stop()
        self._making.make()

    def _show(self, data: bytes) -> None:
        self._data = data
        self.pages.show_pdf(data, self.t(self._kind.words))
        self.count.setText(self.t.plural("{count} page", "{count} pages", self.pages.count))
        self._tell("")

    def done(self, result: int) -> None:
        """Let the paper and what it was made from go."""
        self._timer.stop()
        self._making.drop()
        self._data = b""
        self.pages.drop()
        self.options.drop()
        super().done(result)
        self.deleteLater()

    def _build(self) -> None:
        theme = self._work.session.theme
        side = QWidget()
        column = QVBoxLayout(side)
        column.setSpacing(theme.px(10))
        column.addWidget(title(theme, self.t(self._kind.words)))
        self.side.setContentsMargins(0, 0, theme.px(14), 0)
        column.addWidget(scrolled(self.side), 1)
        column.addLayout(buttons(theme, self.larger, self.smaller, self.whole))
        column.addWidget(self._making.bar)
        column.addWidget(self.count)
        column.addWidget(self.told)
        column.addWidget(self.print)
        column.addLayout(row(self.save, self.close_button, 1))
        side.setFixedWidth(theme.px(330))
        across = QHBoxLayout(self)
        across.addWidget(self.pages, 1)
        across.addWidget(side)
        self.print.setText(self.t("Print"))
        self.save.setText(self.t("Save as PDF"))
        self.close_button.setText(self.t("Close"))
        self._name_zoom()
        self.told.hide()
        self.setWindowTitle(JOB_NAME)
        # Not larger than the window: on a small screen at 200 % the buttons would lie outside.
        self.resize(QSize(theme.px(980), theme.px(860)).boundedTo(room_of(self) - QSize(0, TITLE_BAR)))
        self.print.setFocus()

    def _name_zoom(self) -> None:
        ways: tuple[tuple[LinkButton, str, Callable[[], None], tuple[str, ...]], ...] = (
            (self.larger, self.t("Zoom in"), lambda: self.pages.enlarge(1), ("Ctrl++", "Ctrl+=")),
            (self.smaller, self.t("Zoom out"), lambda: self.pages.enlarge(-1), ("Ctrl+-",)),
            (self.whole, self.t("Whole page"), self.pages.show_whole, ("Ctrl+0",)),
        )
        for button, words, act, keys in ways:
            button.setText(words)
            button.setToolTip(keys[0])
            button.clicked.connect(act)
            for key in keys:
                QShortcut(QKeySequence(key), self, act)

    def _print(self) -> None:
        self._leave(Act.PRINTED)

    def _save(self) -> None:
        self._leave(Act.SAVED_PDF)

    def _leave(self, act: Act) -> None:
        waits = self.options.undecided()
        self._tell(waits)
        if not waits:
            self._timer.stop()
            self._making.make(partial(self._go_out, act))

    def _go_out(self, act: Act) -> None:
        if self._timer.isActive():
            # An option was changed while the paper was being made, and the paper does not say it yet.
            self._leave(act)
            return
        try:
            if not explain_once(self._work.session, act, self) or not self._send(act):
                return
            self.options.record(act)
        except Failure as failure:
            self._tell_failure(failure)
            return
        self._work.forget_undo()
        if act is Act.PRINTED:
            tell_printed(self._work.session)
        else:
            self._work.session.note(self.t("Saved as PDF."))
        self.accept()

    def _send(self, act: Act) -> bool:
        if act is Act.PRINTED:
            return print_paper(self, self._data)
        return save_paper(self._work.session, self, self._data, self._kind.file_name)

    def _tell_failure(self, failure: Failure) -> None:
        self._tell(sentence_of(failure, self.t))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


def open_plan_preview(work: CourseWork, parent: QWidget) -> PaperPreview | None:
    """Show the paper of the chosen course's plan, empty paper when there is none."""
    course = work.course
    return None if course is None else _opened(PaperPreview(work, PLAN, PlanOptions(work, course), parent))


def open_sheet_preview(work: CourseWork, parent: QWidget) -> PaperPreview | None:
    """Show the citizen's sheet of the chosen course."""
    course = work.course
    return None if course is None else _opened(PaperPreview(work, SHEET, SheetOptions(work, course), parent))


def open_network_preview(work: CourseWork, parent: QWidget) -> PaperPreview | None:
    """Show the network of the chosen course on paper, a map to draw on when nobody is in it."""
    course = work.course
    return None if course is None else _opened(PaperPreview(work, NETWORK, NetworkOptions(work, course), parent))


def open_goodbye_preview(work: CourseWork, parent: QWidget) -> PaperPreview | None:
    """Show the paper that the citizen of the chosen course takes along at the end."""
    course = work.course
    return None if course is None else _opened(PaperPreview(work, GOODBYE, GoodbyeOptions(work, course), parent))


def open_stored_preview(work: CourseWork, parent: QWidget) -> PaperPreview | None:
    """Show all that is stored about the citizen of the chosen course."""
    course = work.course
    return None if course is None else _opened(PaperPreview(work, STORED, StoredOptions(work, course), parent))


def open_consent_preview(work: CourseWork, parent: QWidget, consent: Consent) -> PaperPreview | None:
    """Show a yes of the chosen course on paper, to be read and signed."""
    course = work.course
    return (
        None if course is None else _opened(PaperPreview(work, CONSENT, ConsentOptions(work, course, consent), parent))
    )


def open_journal_preview(work: CourseWork, parent: QWidget, words: str) -> PaperPreview | None:
    """Show a text that was made from chosen contacts."""
    course = work.course
    return None if course is None else _opened(PaperPreview(work, JOURNAL, JournalOptions(work, course, words), parent))


def open_blank_reading(work: CourseWork, parent: QWidget) -> PaperPreview:
    """Show the questions of a reading for pen and paper."""
    return _opened(PaperPreview(work, BLANK, BlankOptions(work), parent))


def open_blank_form(work: CourseWork, parent: QWidget) -> PaperPreview:
    """Show the questions of one of the forms for pen and paper."""
    return _opened(PaperPreview(work, BLANK_FORM, FormOptions(work), parent))


def _opened(preview: PaperPreview) -> PaperPreview:
    preview.open()
    return preview
