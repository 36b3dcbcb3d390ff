"""Everything as open lines: a worker can always leave, and come back. Clear text, said before and asked once more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.services.courses import list_courses
from exit_desktop.services.sending import LoadCounts, dump_to_file, load_from_file
from exit_desktop.ui.files.open_dialog import ask_which
from exit_desktop.ui.files.save_dialog import ask_where
from exit_desktop.ui.widgets.asking import AskingDialog
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import Panel, row
from exit_desktop.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session

NEUTRAL_DUMP_NAME = "forloeb.jsonl"
_ENDING = ".jsonl"


class OpenLinesTab(QWidget):
    """Save everything in clear text; load such a file; `file_wanted` to bring in courses from another system."""

    file_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = ""
        self._counts: LoadCounts | None = None
        theme = session.theme
        self._save_panel, self._save_text, self._save = Panel(theme), Label(theme), Button()
        self._load_panel, self._load_text, self._load = Panel(theme), Label(theme), Button()
        self._start_panel, self._start_text, self._start = Panel(theme), Label(theme), Button()
        self._left_out, self._outcome = muted(theme), Label(theme)
        self._work = WorkBar(session)
        self._save.clicked.connect(self._ask_to_save)
        self._load.clicked.connect(self._choose)
        self._start.clicked.connect(self.file_wanted)
        for part in (self._save_text, self._left_out):
            self._save_panel.body.addWidget(part)
        self._save_panel.body.addLayout(row(self._save, 1))
        self._load_panel.body.addWidget(self._load_text)
        self._load_panel.body.addLayout(row(self._load, 1))
        self._load_panel.body.addWidget(self._outcome)
        self._start_panel.body.addWidget(self._start_text)
        self._start_panel.body.addLayout(row(self._start, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(14), 0, 0)
        column.setSpacing(theme.px(14))
        for panel in (self._work, self._save_panel, self._load_panel, self._start_panel):
            column.addWidget(panel)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self._save_panel.set_heading(t("Save everything as open lines"))
        self._save_text.setText(
            t(
                "This writes the whole vault into one text file, so that you can always take your work with you. "
                "The file is not locked: whoever has it can read every name and every note."
            )
        )
        self._left_out.setText(
            t("Safety notes, drafts, the usage log, your keys and the words that the program watches for stay here.")
        )
        self._save.setText(t("Save everything in clear text …"))
        self._load_panel.set_heading(t("Load open lines"))
        self._load_text.setText(
            t(
                "This reads such a file into your vault. Courses that are not here come in, newer ones replace older "
                "ones, and nothing that is newer here is lost."
            )
        )
        self._load.setText(t("Load a file …"))
        self._start_panel.set_heading(t("Changing over from another system"))
        self._start_text.setText(
            t("Courses under way and their earlier readings come in from a table that you fill in or save there.")
        )
        self._start.setText(t("Bring in courses from a file …"))
        self._work.retranslate()
        self._say_counts()

    def clear(self) -> None:
        """Let everything go."""
        self._work.clear()
        self._counts = None
        self._outcome.clear()

    def save_to(self, path: Path) -> None:
        """Write everything into a file."""
        desk, words = self._session.desk, self._session.t("Saving everything")

        def work(job: Job) -> object:
            return dump_to_file(desk, path, lambda: job.report(0, 0, words))

        self._work.start(words, work, lambda lines: self._tell_saved(path.name, cast("int", lines)))

    def load_from(self, path: Path) -> None:
        """Load a file, all of it or nothing."""
        desk, words = self._session.desk, self._session.t("Loading the file")

        def work(job: Job) -> object:
            return load_from_file(desk, path, lambda: job.report(0, 0, words))

        self._work.start(words, work, self._tell_loaded)

    def _ask_to_save(self) -> None:
        t = self._session.t
        rows = list_courses(self._session.desk)
        hidden = sum(1 for line in rows if line.anonymous)
        text = [
            t.plural(
                "{count} course will stand there in clear text.",
                "{count} courses will stand there in clear text.",
                len(rows),
            )
        ]
        if hidden:
            text.append(t.plural("{count} of them is anonymous.", "{count} of them are anonymous.", hidden))
        text.append(t("Keep the file as you would keep a paper journal, and delete it when you are done with it."))
        dialog = AskingDialog(
            self, self._session, (t("Save everything in clear text?"), " ".join(text), t("Save in clear text"))
        )
        dialog.agreed.connect(self._ask_where)
        dialog.open()

    def _ask_where(self) -> None:
        path = ask_where(self._session, self, NEUTRAL_DUMP_NAME, self._session.t("Save everything"))
        if path is not None:
            self.save_to(path)

    def _choose(self) -> None:
        path = ask_which(self._session, self, _ENDING, self._session.t("Load a file"))
        if path is not None:
            self.load_from(path)

    def _tell_saved(self, name: str, lines: int) -> None:
        t = self._session.t
        words = t.plural(
            "{count} line saved in {name}, in clear text.",
            "{count} lines saved in {name}, in clear text.",
            lines,
            name=name,
        )
        self._session.note(words)

    def _tell_loaded(self, counts: object) -> None:
        self._counts = cast("LoadCounts", counts)
        self._say_counts()
        self._session.changed.emit("loaded", "")

    def _say_counts(self) -> None:
        counts, t = self._counts, self._session.t
        self._outcome.setVisible(counts is not None)
        if counts is None:
            return
        told = (
            (counts.added, t.plural("{count} course came in.", "{count} courses came in.", counts.added)),
            (
                counts.replaced,
                t.plural(
                    "{count} was replaced by a newer one.", "{count} were replaced by newer ones.", counts.replaced
                ),
            ),
            (
                counts.already_here,
                t.plural("{count} was already here.", "{count} were already here.", counts.already_here),
            ),
            (
                counts.kept_newer,
                t.plural("{count} is newer here and stays.", "{count} are newer here and stay.", counts.kept_newer),
            ),
            (
                counts.renamed,
                t.plural(
                    "{count} got a number behind the name, for the name was taken.",
                    "{count} got a number behind the name, for the name was taken.",
                    counts.renamed,
                ),
            ),
        )
        sentences = [words for count, words in told if count]
        self._outcome.setText(" ".join(sentences) or t("There was no course in the file."))
