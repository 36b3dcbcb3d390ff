"""The way to the blank questions for pen and paper, seen before they are printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class BlankPaperButton(Button):
    """Shows the paper in the preview; the paper names nobody."""

    def __init__(self, work: CourseWork, forms: bool = False) -> None:
        super().__init__()
        self.t, self._work, self._forms = work.session.t, work, forms
        self.clicked.connect(self._show)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.setText(self.t("Blank form for paper") if self._forms else self.t("Blank reading for paper"))

    def _show(self) -> None:
        from exit_desktop.ui.papers import preview  # noqa: PLC0415 - QtPdf, at first use

        if self._forms:
            preview.open_blank_form(self._work, self.window())
        else:
            preview.open_blank_reading(self._work, self.window())
