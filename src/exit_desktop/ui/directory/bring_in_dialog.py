"""What a file, or the starter list, would do to the directory, row by row, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.service_files import Fate, ServiceFile, bring_in
from exit_desktop.ui.directory.directory_words import fate_words
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, title, wants
from exit_desktop.ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

_WIDE, _TABLE_HIGH = 720, 300


class BringInDialog(QDialog):
    """`brought(count)` when the rows were written, all of them at once."""

    brought = Signal(int)

    def __init__(self, session: Session, name: str, file: ServiceFile, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._session, self.t, self._file = session, session.t, file
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Forløb")
        self.setAccessibleName(name)
        theme = session.theme
        self.told, self._fault = Label(theme), wants(theme)
        self.table, self.change_held = LineTable(theme), QCheckBox()
        self.act, self.back = PrimaryButton(), Button()
        self.change_held.setText(self.t("Also change those that are here with other words"))
        self.change_held.setVisible(bool(file.count(Fate.DIFFERS)))
        self.table.setAccessibleName(self.t("What becomes of each line"))
        self.table.setMinimumHeight(theme.px(_TABLE_HIGH))
        room = DialogRoom(self, theme, _WIDE)
        room.column.addWidget(title(theme, name))
        room.column.addWidget(room.area)
        for part in (self.told, self.table, self.change_held, self._fault):
            room.inner.addWidget(part)
        room.column.addLayout(buttons(theme, self.act, self.back))
        self._fault.hide()
        self.act.clicked.connect(self._bring_in)
        self.back.clicked.connect(self.reject)
        self.change_held.toggled.connect(self._show)
        self._show()
        (self.act if self.act.isEnabled() else self.back).setFocus()

    def _show(self) -> None:
        t, change = self.t, self.change_held.isChecked()
        # What is to be mended comes first.
        rows = sorted(self._file.rows, key=lambda row: row.fate is not Fate.WRONG)
        lines = [(str(row.line), (str(row.line), row.name, fate_words(row, change, t))) for row in rows]
        self.table.show_lines((t("Line"), t("Name"), t("What becomes of it")), lines)
        self.told.setText(self._words())
        count, wrong = self._count(), self._file.count(Fate.WRONG)
        self.act.setText(t.plural("Bring in {count} service", "Bring in {count} services", count))
        possible = not wrong and bool(self._file.count(Fate.NEW) + self._file.count(Fate.DIFFERS))
        self.act.setVisible(possible)
        self.act.setEnabled(possible and bool(count))
        self.back.setText(t("Cancel") if possible else t("Close"))

    def _count(self) -> int:
        changed = self._file.count(Fate.DIFFERS) if self.change_held.isChecked() else 0
        return self._file.count(Fate.NEW) + changed

    def _words(self) -> str:
        t, wrong = self.t, self._file.count(Fate.WRONG)
        if wrong:
            said = t.plural(
                "{count} line cannot be read, so nothing is brought in. Mend it in the file, and choose it again.",
                "{count} lines cannot be read, so nothing is brought in. Mend them in the file, and choose it again.",
                wrong,
            )
        elif not self._file.rows:
            said = t("No line in the file names a service.")
        elif not self._count() and not self._file.count(Fate.DIFFERS):
            said = t("All of it is here already.")
        else:
            said = t("Nothing is written before you say so, and nothing that is here is lost.")
        if not self._file.left_out:
            return said
        names = ", ".join(self._file.left_out)
        left_out = t("These columns mean nothing here and are left out: {names}.", names=names)
        return f"{said} {left_out}"

    def _bring_in(self) -> None:
        try:
            count = bring_in(self._session.desk, self._file.rows, self.change_held.isChecked())
        except Failure as failure:
            self._fault.setText(sentence_of(failure, self.t))
            self._fault.show()
            announce(self, self._fault.text())
            return
        self.accept()
        self.brought.emit(count)
