"""How the window looks, speaks, and how long it waits before it locks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.settings import read_idle_minutes, save_idle_minutes
from exit_desktop.system.language import Language
from exit_desktop.system.preferences import Theme as Look
from exit_desktop.ui.idle import LONGEST, SHORTEST
from exit_desktop.ui.widgets.fields import FormRow, give_room
from exit_desktop.ui.widgets.panels import Panel
from exit_desktop.ui.widgets.unturned import NumberBox, PickBox

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

_SCALES = (100, 125, 150, 175, 200)
_LOOKS = (Look.SYSTEM, Look.LIGHT, Look.DARK)
_LANGUAGES = (Language.DANISH, Language.ENGLISH)


class LookPanel(Panel):
    """Each choice works at once; `changing` and `changed` stand around what lays the window out anew."""

    changing = Signal(QWidget)
    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._language, self._look, self._scale = PickBox(), PickBox(), PickBox()
        self._language.addItems(["Dansk", "English"])
        self._look.addItems(["", "", ""])
        self._scale.addItems([f"{scale} %" for scale in _SCALES])
        self._idle = NumberBox()
        self._idle.setRange(SHORTEST, LONGEST)
        give_room(self._idle, session.theme)
        self._rows = [FormRow(session.theme, field) for field in (self._language, self._look, self._scale, self._idle)]
        for part in self._rows:
            self.body.addWidget(part)
        self._show_chosen()
        self._language.activated.connect(self._use_language)
        self._look.activated.connect(self._use_colours)
        self._scale.activated.connect(self._use_size)
        self._idle.valueChanged.connect(self._use_idle)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("Language and look"))
        words = (
            (t("Language"), ""),
            (t("Colours"), ""),
            (t("Size of text"), ""),
            (t("Lock after minutes without a touch"), t("From 1 to 10. Ctrl+L locks at once.")),
        )
        for part, (name, hint) in zip(self._rows, words, strict=True):
            part.set_words(name, hint)
        for index, name in enumerate((t("As the computer"), t("Light"), t("Dark"))):
            self._look.setItemText(index, name)

    def ask_minutes(self) -> None:
        """Put the keyboard where the minutes until the lock are set."""
        self._idle.setFocus()
        self._idle.selectAll()

    def _show_chosen(self) -> None:
        theme = self._session.theme
        self._language.setCurrentIndex(_LANGUAGES.index(Language(self._session.t.language)))
        self._look.setCurrentIndex(_LOOKS.index(theme.look))
        self._scale.setCurrentIndex(min(range(len(_SCALES)), key=lambda at: abs(_SCALES[at] - theme.scale)))
        self._idle.setValue(read_idle_minutes(self._session.desk))

    def _use_language(self, index: int) -> None:
        self._keeping(lambda: self._session.frame.use_language(_LANGUAGES[index]))

    def _use_look(self, control: QWidget) -> None:
        look, scale = _LOOKS[self._look.currentIndex()], _SCALES[self._scale.currentIndex()]
        self.changing.emit(control)
        self._keeping(lambda: self._session.frame.use_look(look, scale))
        self.changed.emit()

    def _use_colours(self) -> None:
        self._use_look(self._look)

    def _use_size(self) -> None:
        self._use_look(self._scale)

    def _use_idle(self, minutes: int) -> None:
        self._keeping(lambda: save_idle_minutes(self._session.desk, minutes))
        self._session.changed.emit("idle", "")

    def _keeping(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Failure as failure:
            self._session.tell(failure)
