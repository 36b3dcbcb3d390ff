"""The way to a form that the day does not ask for: one of the other two, chosen from a menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.services.labels import FORMS
from exit_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class OtherForms(Button):
    """`wanted(SubmissionKind)` when a form was chosen."""

    wanted = Signal(object)

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t = work.session.t
        self._menu = QMenu(self)
        for kind in FORM_KINDS:
            self._menu.addAction("").triggered.connect(partial(self._choose, kind))
        self.setMenu(self._menu)
        self.retranslate()

    def leave_out(self, kind: SubmissionKind) -> None:
        """Offer the forms but this one, which has a button of its own."""
        for action, one in zip(self._menu.actions(), FORM_KINDS, strict=True):
            action.setVisible(one is not kind)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.setText(self.t("Another form"))
        for action, kind in zip(self._menu.actions(), FORM_KINDS, strict=True):
            action.setText(self.t(FORMS[kind]))

    def _choose(self, kind: SubmissionKind, _checked: bool = False) -> None:
        self.wanted.emit(kind)
