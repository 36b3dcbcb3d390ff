"""Everything of this vault on this computer, erased in one act that is confirmed by writing the vault's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure, NotTheWord
from exit_desktop.services.erasing_all import Whole, look_at_all
from exit_desktop.ui.settings.key_dialogs import KeyDialog
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.labels import Label, breaking, muted
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class EraseAllPanel(Panel):
    """One button; what it reaches is shown before anything is done."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._means, self.erase = muted(session.theme), Button()
        self.erase.clicked.connect(self._ask)
        self.body.addWidget(self._means)
        self.body.addLayout(row(self.erase, 1))
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("When you stop here"))
        self._means.setText(
            t("Erases the vault, its backups and its keys from this computer, and gives you a receipt to keep.")
        )
        self.erase.setText(t("Erase everything on this computer …"))

    def _ask(self) -> None:
        session = self._session
        try:
            whole = look_at_all(session.desk, [session.frame.places.data_dir])
        except Failure as failure:
            session.tell(failure)
            return
        EraseAllDialog(self.window(), session, whole).open()


class EraseAllDialog(KeyDialog):
    """What goes and what stays elsewhere, then the name of the vault to write."""

    enter_acts = False

    def __init__(self, parent: QWidget, session: Session, whole: Whole) -> None:
        from exit_desktop.services.erasure_words import beyond_words, within_words  # noqa: PLC0415 - reportlab, first needed here

        self._whole, self._name = whole, TextLine()
        form = QWidget()
        self._row = FormRow(session.theme, self._name)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(session.theme.px(10))
        t = session.t
        for words in (*within_words(whole, t), *beyond_words(whole, t)):
            column.addWidget(Label(session.theme, breaking(words)))
        column.addWidget(self._row)
        super().__init__(parent, session, form)
        self.set_words(
            t("Erase everything on this computer?"),
            t("The vault, its backups on this computer, its keys and its log. It cannot be undone."),
            t("Erase everything"),
            t("Keep everything"),
        )
        self._row.set_words(t("Write {name} to go on", name=whole.folder.name))
        self._name.textChanged.connect(lambda text: self.allow(bool(text.strip())))
        self.asked.connect(self._erase)
        self.allow(False)
        self._name.setFocus()

    def _erase(self) -> None:
        if self._name.text().strip().casefold() != self._whole.folder.name.casefold():
            self.tell(NotTheWord())
            return
        self.set_busy(False)
        self.accept()
        self.session.erase_wanted.emit(self._whole)
