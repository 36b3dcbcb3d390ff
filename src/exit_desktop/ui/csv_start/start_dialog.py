"""Choose the files, see what becomes of each row, bring it in. Nothing is written before the last button."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.csv_start import (
    FileKind,
    StartCounts,
    StartFile,
    StartPreview,
    bring_in,
    preview_start,
    read_start_file,
    save_empty_file,
)
from exit_desktop.system.language import mark
from exit_desktop.ui.csv_start.fate_table import FateTable
from exit_desktop.ui.csv_start.start_words import (
    about_words,
    act_words,
    clear_text_words,
    coming_words,
    done_words,
    headers,
    lines,
    unread_words,
)
from exit_desktop.ui.files.open_dialog import ask_which
from exit_desktop.ui.files.save_dialog import ask_where
from exit_desktop.ui.jobs import Job
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.dialog_room import room_of
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, heading, muted, title, wants
from exit_desktop.ui.widgets.panels import scrolled
from exit_desktop.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

ENDING = ".csv"
# Neutral: they lie about on the disk.
EMPTY_NAMES = {FileKind.COURSES: "forloeb-liste.csv", FileKind.READINGS: "forloeb-tal.csv"}
_CHOSEN = {FileKind.COURSES: mark("Courses: {name}"), FileKind.READINGS: mark("Earlier readings: {name}")}
_WIDE, _LOW, _HIGH = 900, 330, 660

_Looked = tuple[dict[FileKind, StartFile], StartPreview]


class StartDialog(QDialog):
    """`came_in` when something was brought in; the dialog is gone then."""

    came_in = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self.t = session, session.t
        self._files: dict[FileKind, StartFile] = {}
        self._preview: StartPreview | None = None
        self._bringing = False
        theme = session.theme
        self.about = tuple(Label(theme, words) for words in about_words(self.t))
        self.chosen, self.counts, self.unread = muted(theme), heading(theme), muted(theme)
        self.fault, self.saved = wants(theme), Label(theme)
        self.table, self.work = FateTable(theme), WorkBar(session)
        self.first, self.more = PrimaryButton(self.t("Choose a file …")), Button(self.t("Choose one more file …"))
        self.empty = {
            FileKind.COURSES: LinkButton(self.t("Save an empty file for courses …")),
            FileKind.READINGS: LinkButton(self.t("Save an empty file for earlier readings …")),
        }
        self.act, self.back = PrimaryButton(), Button(self.t("Cancel"))
        self.setWindowTitle("Forløb")
        self.setAccessibleName(self.t("Bring in courses from a file"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._connect()
        self._lay_out()
        self._give_room(_LOW)

    def look_at(self, path: Path) -> None:
        """Read one more file and show what would come in; a second one of a kind takes the first one's place."""
        desk, words, held = self._session.desk, self.t("Reading the file"), dict(self._files)

        def work(job: Job) -> object:
            file = read_start_file(desk, path)
            files = {**held, file.table.kind: file}
            tables = [one.table for one in files.values()]
            return files, preview_start(desk, tables, lambda: job.report(0, 0, words))

        self._start(words, work, self._take)

    def save_empty(self, kind: FileKind, path: Path) -> None:
        """Write an empty file and say where it lies."""
        try:
            save_empty_file(self._session.desk, path, kind, self.t.language)
        except Failure as failure:
            self._tell(sentence_of(failure, self.t))
            return
        self._tell("")
        self.saved.setText(
            self.t("The empty file is saved as {path}. The row in it shows how to write.", path=str(path))
        )
        self.saved.show()
        announce(self, self.saved.text())

    def reject(self) -> None:
        """Leave, but not while courses come in: whoever left would not hear whether they did; Stop stands there."""
        if not self._bringing:
            super().reject()

    def done(self, result: int) -> None:
        """Let everything go with the dialog."""
        self.work.clear()
        self._files, self._preview = {}, None
        self.table.setRowCount(0)
        super().done(result)

    def _build(self) -> None:
        theme, t = self._session.theme, self.t
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, theme.px(8), 0)
        inner.setSpacing(theme.px(10))
        inner.addWidget(title(theme, t("Bring in courses from a file")))
        for about in (*self.about, muted(theme, clear_text_words(t))):
            inner.addWidget(about)
        inner.addLayout(buttons(theme, self.first, self.more, *self.empty.values()))
        below: tuple[QWidget, ...] = (self.saved, self.chosen, self.work, self.fault, self.counts)
        for line in below:
            inner.addWidget(line)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.unread)
        # Takes the room while there is no table.
        inner.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(scrolled(content), 1)
        column.addLayout(buttons(theme, self.act, self.back))
        self.table.setAccessibleName(t("What becomes of each row"))

    def _connect(self) -> None:
        for button in (self.first, self.more):
            button.clicked.connect(self._choose)
        for kind, button in self.empty.items():
            button.clicked.connect(lambda _=False, kind=kind: self._ask_where(kind))
        self.act.clicked.connect(self._bring_in)
        self.back.clicked.connect(self.reject)
        self.work.ended.connect(self._rest)
        self._session.locked.connect(self._rest)

    def _choose(self) -> None:
        path = ask_which(self._session, self, ENDING, self.t("Choose a file with courses or readings"))
        if path is not None:
            self.look_at(path)

    def _ask_where(self, kind: FileKind) -> None:
        path = ask_where(self._session, self, EMPTY_NAMES[kind], self.t("Save an empty file"))
        if path is not None:
            self.save_empty(kind, path)

    def _bring_in(self) -> None:
        desk, words, preview = self._session.desk, self.t("Bringing the courses in"), self._preview
        if preview is not None:
            self._bringing = True
            self._start(words, lambda job: bring_in(desk, preview, lambda: job.report(0, 0, words)), self._end)

    def _rest(self) -> None:
        self._bringing = False

    def _start(self, words: str, work: Callable[[Job], object], done: Callable[[object], None]) -> None:
        """Work behind the window; what goes wrong is said here, for the window's own place lies behind the dialog."""

        def told(job: Job) -> object:
            try:
                return work(job)
            except Failure as failure:
                return failure

        self._tell("")
        self.saved.hide()
        self.work.start(words, told, done)

    def _take(self, result: object) -> None:
        if isinstance(result, Failure):
            self._tell(sentence_of(result, self.t))
            return
        self._files, self._preview = cast("_Looked", result)
        self._lay_out()
        announce(self, self.counts.text())

    def _end(self, result: object) -> None:
        if isinstance(result, Failure):
            self._tell(sentence_of(result, self.t))
            return
        session, words = self._session, done_words(cast("StartCounts", result), self.t)
        self.accept()
        self.came_in.emit()
        session.changed.emit("loaded", "")
        session.note(words)

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault:
            announce(self, fault)

    def _lay_out(self) -> None:
        preview, t = self._preview, self.t
        shown = preview is not None
        for before in (self.first, *self.about):
            before.setVisible(not shown)
        for part in (self.more, self.chosen, self.counts, self.table):
            part.setVisible(shown)
        for one in (self.saved, self.act):
            one.hide()
        self.unread.setText(unread_words(preview, t) if preview else "")
        self.unread.setVisible(bool(self.unread.text()))
        self._tell("")
        if preview is None:
            return
        self.chosen.setText("\n".join(t(_CHOSEN[kind], name=one.name) for kind, one in self._files.items()))
        self.counts.setText(coming_words(preview, t))
        self.table.show_fates(headers(t), lines(preview, t))
        self.act.setText(act_words(preview, t))
        self.act.setVisible(bool(preview.new or preview.changed))
        self._give_room(_HIGH)
        self.table.setFocus()

    def _give_room(self, high: int) -> None:
        """Be as high as what is shown needs, in the middle of the window."""
        px = self._session.theme.px
        self.resize(QSize(px(_WIDE), px(high)).boundedTo(room_of(self)))
        if (parent := self.parentWidget()) is not None:
            self.move(parent.window().geometry().center() - self.rect().center())
