"""The way to the blank reading for pen and paper, seen before it is printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class BlankPaperButton(Button):
    """Shows the paper in the preview; the paper names nobody."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t, self._work = work.session.t, work
        self.clicked.connect(self._show)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.setText(self.t("Blank reading for paper"))

    def _show(self) -> None:
        from exit_desktop.ui.papers.preview import open_blank_reading  # noqa: PLC0415 - QtPdf, at first use

        open_blank_reading(self._work, self.window())
