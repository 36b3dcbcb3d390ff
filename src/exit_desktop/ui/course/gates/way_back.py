"""The way back to a gate, while a worker looks at what one of its links opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.domain.expectations import Gate
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class WayBack(QWidget):
    """A line above the course; `wanted(gate)` when it is pressed. Hidden while there is nothing to go back to."""

    wanted = Signal(object)

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t = work.session.t
        self.gate: Gate | None = None
        self.back, self.leave = Button(), LinkButton()
        line = row(self.back, self.leave, 1, spacing=work.session.theme.px(10))
        self.setLayout(line)
        self.back.clicked.connect(self._go)
        self.leave.clicked.connect(lambda: self.lead_to(None))
        self.lead_to(None)

    def lead_to(self, gate: Gate | None) -> None:
        """Offer the way back to a gate, or none."""
        self.gate = gate
        self.setVisible(gate is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        end = self.gate is Gate.CLOSING
        self.back.setText(t("Back to the end of the course") if end else t("Back to the change of phase"))
        self.leave.setText(t("Not now"))

    def _go(self) -> None:
        if self.gate is not None:
            self.wanted.emit(self.gate)
