"""The blank reading for pen and paper, saved as a PDF in the citizen's language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from exit_desktop.errors import Failure
from exit_desktop.system.language import Texts
from exit_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class BlankPaperButton(Button):
    """Makes the paper and asks where to put it; the paper names nobody."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t, self._work = work.session.t, work
        self.clicked.connect(self._save)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.setText(self.t("Blank reading for paper"))

    def _save(self) -> None:
        t, course = self.t, self._work.course
        name = t("blank-reading.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, t("Save the blank reading"), name, t("PDF files (*.pdf)"))
        if not chosen:
            return
        language = course.citizen.language if course else t.language
        try:
            write_blank_reading(self._work, Path(chosen).with_suffix(".pdf"), language)
        except Failure as failure:
            self._work.session.tell(failure)
            return
        self._work.session.note(t("The blank reading is saved."))


def write_blank_reading(work: CourseWork, path: Path, language: str) -> None:
    """Write the paper; raises what `write_file` raises."""
    from exit_desktop.services.blank_papers import blank_reading_pdf  # noqa: PLC0415 - the PDF writer, at first use
    from exit_desktop.system.safe_write import write_file  # noqa: PLC0415 - as above

    write_file(path, blank_reading_pdf(work.desk, Texts(language)))
