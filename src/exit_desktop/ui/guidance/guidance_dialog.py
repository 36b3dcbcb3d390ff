"""A text of the guidance over the place where it matters; closed, the worker is where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from exit_desktop.services.guidance import read_guidance
from exit_desktop.ui.guidance.reader import GuidanceReader
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.dialog_room import room_of
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

_SIZE = (600, 640)


class GuidanceDialog(QDialog):
    """Opens with the first text of a place; the others are named beneath it. Esc closes."""

    def __init__(self, session: Session, place: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self.t = session, session.t
        self._place, self._read = place, list[str]()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Forløb")
        self.reader = GuidanceReader(session)
        self.reader.setMaximumWidth(session.theme.px(_SIZE[0]))
        self.close_button, self.back, self.all = Button(self.t("Close")), LinkButton(), LinkButton()
        self.back.setText(self.t("Back"))
        self.all.setText(self.t("Search all texts"))
        # Over another dialog there is no way to the page behind it.
        self.all.setVisible(not isinstance(parent, QDialog))
        self._build()
        for text in read_guidance(self.t.language).texts_for(place)[:1]:
            self.show_text(text.key)

    def show_text(self, key: str) -> None:
        """Show a text, and remember the way back."""
        guidance = read_guidance(self.t.language)
        text = guidance.text(key)
        if text is None:
            return
        self._read.append(key)
        self.reader.show_text(text, guidance.beside(text, self._place))
        self.setAccessibleName(text.title)
        self.back.setVisible(len(self._read) > 1)

    def open(self) -> None:
        """Show the dialog, not larger than the window it stands over."""
        theme = self._session.theme
        self.resize(QSize(theme.px(_SIZE[0]), theme.px(_SIZE[1])).boundedTo(room_of(self)))
        super().open()
        self.close_button.setFocus()

    def _build(self) -> None:
        theme = self._session.theme
        column = QVBoxLayout(self)
        space = theme.px(16)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(theme.px(10))
        column.addWidget(self.reader, 1)
        column.addLayout(row(self.close_button, self.back, 1, self.all))
        self.reader.text_wanted.connect(self.show_text)
        self.close_button.clicked.connect(self.reject)
        self.back.clicked.connect(self._go_back)
        self.all.clicked.connect(self._search)

    def _go_back(self) -> None:
        self._read.pop()
        self.show_text(self._read.pop())
        (self.back if len(self._read) > 1 else self.close_button).setFocus()

    def _search(self) -> None:
        self.reject()
        self._session.guidance_wanted.emit(self.reader.key)
