"""The way into together mode from a reading, and back; meanwhile nothing can be read in the worker's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from exit_desktop.domain.submissions import Submission, SubmissionKind
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.veil import Veil

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

KEY = "F11"


class TogetherDoor(Button):
    """Opens together mode for the reading shown; `returned(instrument, at_end)` when the worker is back."""

    returned = Signal(str, bool)

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t, self._work = work.session.t, work
        self._submission_id = ""
        self._veil: Veil | None = None
        self.clicked.connect(self._open)
        work.session.locked.connect(self._unveil)
        self.retranslate()

    def show_submission(self, submission: Submission | None) -> None:
        """Offer itself for a reading under way; forms are the worker's own."""
        reading = submission is not None and submission.kind is SubmissionKind.READING
        self._submission_id = submission.id if submission is not None and reading else ""
        self.setVisible(reading)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.setText(self.t("Together"))
        self.setToolTip(self.t("Full screen for the citizen, one question at a time ({key})", key=KEY))
        self.setAccessibleDescription(self.toolTip())
        # Qt drops the key with every new text.
        self.setShortcut(KEY)

    def _open(self) -> None:
        from exit_desktop.ui.together.window import TogetherWindow  # noqa: PLC0415 - not before it is wanted

        if not self._submission_id or self._work.course is None:
            return
        self._veil = Veil(self.window())
        window = TogetherWindow(self._work, self._submission_id, self.window())
        window.returned.connect(self._back)
        window.showFullScreen()
        window.activateWindow()

    def _back(self, instrument: str, at_end: bool) -> None:
        self._unveil()
        self.returned.emit(instrument, at_end)

    def _unveil(self, _reason: object = None) -> None:
        if self._veil is not None:
            self._veil.lift()
            self._veil = None
