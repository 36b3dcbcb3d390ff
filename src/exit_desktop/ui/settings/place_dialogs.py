"""Asked when a vault is opened: whether it should lie elsewhere, and whether its folder was moved here or copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog

from exit_desktop.errors import Failure
from exit_desktop.services.place_words import place_words
from exit_desktop.services.places import accept_place, say_copied, say_moved
from exit_desktop.ui.files.folder_dialog import ask_folder
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, title
from exit_desktop.ui.widgets.properties import put

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from exit_desktop.services.places import Warned
    from exit_desktop.ui.session import Session


class TwoWays(QDialog):
    """A question with two answers; Esc leaves it open, and it is asked again at the next opening."""

    first_chosen = Signal()
    second_chosen = Signal()

    def __init__(self, parent: QWidget, session: Session, name: str, texts: tuple[str, ...]) -> None:
        super().__init__(parent.window())
        self.session, self.over = session, parent.window()
        self.setWindowTitle("Forløb")
        self.setAccessibleName(name)
        self.setAccessibleDescription(" ".join(texts))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.first, self.second = PrimaryButton(), Button()
        self.first.clicked.connect(self._choose_first)
        self.second.clicked.connect(self._choose_second)
        room = DialogRoom(self, session.theme, 500)
        room.inner.addWidget(title(session.theme, name))
        for text in texts:
            room.inner.addWidget(Label(session.theme, text))
        room.column.addWidget(room.area)
        room.column.addLayout(buttons(session.theme, self.first, self.second))
        self.first.setFocus()

    def do(self, act: Callable[[], None]) -> None:
        """Do what was chosen, and tell what stands in its way."""
        try:
            act()
        except Failure as failure:
            self.session.tell(failure)

    def _choose_first(self) -> None:
        self.accept()
        self.first_chosen.emit()

    def _choose_second(self) -> None:
        self.accept()
        self.second_chosen.emit()


class MovedOrCopied(TwoWays):
    """A copy numbers its packages anew; a folder that was moved goes on."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        t = session.t
        super().__init__(
            parent,
            session,
            t("Was this folder moved here, or copied?"),
            (
                t("The vault was last used on another computer."),
                t(
                    "If it was moved, the other computer has it no longer, and you go on as before. If it is a copy, "
                    "there are two now: write in one of them only, for what you write here does not come there."
                ),
            ),
        )
        self.first.setText(t("It was moved"))
        self.second.setText(t("It is a copy"))
        # Neither is the better answer. Pressed in haste, "a copy" does no harm.
        put(self.first, "kind", "plain")
        self.second.setFocus()
        self.first_chosen.connect(self._moved)
        self.second_chosen.connect(self._copied)

    def _moved(self) -> None:
        self.do(lambda: say_moved(self.session.desk))

    def _copied(self) -> None:
        self.do(lambda: say_copied(self.session.desk))


class BetterPlace(TwoWays):
    """Another place comes first; whoever has read why may stay."""

    def __init__(self, parent: QWidget, session: Session, warned: tuple[Warned, ...]) -> None:
        t = session.t
        super().__init__(parent, session, t("This is not the best place for a vault"), place_words(warned, t))
        self.first.setText(t("Another place"))
        self.second.setText(t("Stay here"))
        self.first_chosen.connect(self._move)
        self.second_chosen.connect(self._stay)

    def _move(self) -> None:
        session = self.session
        to = ask_folder(session, self.over, session.vault.folder.name)
        if to is not None and session.vault.is_open:
            session.move_wanted.emit(to)

    def _stay(self) -> None:
        self.do(lambda: accept_place(self.session.desk))
