"""Steps 2 and 3 of the first start: the recovery sheet is kept, and two of its groups are typed back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.fields import FormRow
from exit_desktop.ui.widgets.labels import Label, muted, small, title
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme

GROUP_LENGTH = 5


class SheetPage(QWidget):
    """Offers the sheet: `save_wanted`, `print_wanted`; `done` is set from outside when it is on paper or saved."""

    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._title, self._why, self._where = title(theme), muted(theme), muted(theme)
        self._print, self._save, self._said = Button(), Button(), small(theme)
        self._kept, self._file, self._folder = Label(theme), "", ""
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self.save_wanted)
        self.done = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self._title, self._why, self._where):
            column.addWidget(part)
        column.addLayout(row(self._print, self._save, 1))
        column.addWidget(self._kept)
        column.addWidget(self._said)
        self.setFocusProxy(self._print)
        self.retranslate()

    @property
    def said(self) -> str:
        """What is told about the sheet that was kept."""
        return f"{self._kept.text()} {self._said.text()}".strip()

    def set_done(self, file: str = "", folder: str = "") -> None:
        """The sheet is printed, or saved as this file in this folder."""
        self.done, self._file, self._folder = True, file, folder
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self._title.setText(t("Your recovery sheet"))
        self._why.setText(
            t("If you forget the passphrase, this sheet opens the vault. Without either of them nobody can open it.")
        )
        self._where.setText(
            t(
                "Keep it on paper, away from the laptop: in a locked drawer, or with your leader in a closed envelope. "
                "If you save it as a file, print it and delete the file."
            )
        )
        self._print.setText(t("Print the sheet"))
        self._save.setText(t("Save as PDF"))
        saved = t("Saved as {file} in {folder}. Print it, and delete the file.", file=self._file, folder=self._folder)
        self._kept.setText(saved if self._file else "")
        self._kept.setVisible(bool(self._file))
        self._said.setText(t("Good. Have the sheet in front of you now.") if self.done else "")


class GroupsPage(QWidget):
    """Asks for two of the sheet's groups; `changed(right)` when both are right."""

    changed = Signal(bool)

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._asked: tuple[int, int] = (1, 2)
        self._is_right: Callable[[int, str], bool] | None = None
        self._title, self._why = title(theme), muted(theme)
        self._fields = (QLineEdit(), QLineEdit())
        self._rows = tuple(FormRow(theme, field) for field in self._fields)
        self._said = Label(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self._title, self._why, *self._rows, self._said):
            column.addWidget(part)
        for field in self._fields:
            field.textChanged.connect(self._compare)
            field.setMaxLength(12)
        self.setFocusProxy(self._fields[0])
        self.retranslate()

    @property
    def right(self) -> bool:
        """Whether both groups are as on the sheet."""
        return self._is_right is not None and all(self._matches(number) for number in (0, 1))

    def typed(self) -> dict[int, str]:
        """Return what is written for each group asked for."""
        return {place: field.text().strip() for place, field in zip(self._asked, self._fields, strict=True)}

    def ask(self, places: tuple[int, int], is_right: Callable[[int, str], bool]) -> None:
        """Ask for the groups at these places, counted from 1; `is_right(place, text)` compares with the sheet."""
        self._asked, self._is_right = places, is_right
        self.retranslate()

    def clear(self) -> None:
        """Drop what was compared with and typed."""
        self._is_right = None
        for field in self._fields:
            field.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self._title.setText(t("Two groups from the sheet"))
        self._why.setText(t("Type them as they stand on the paper, so that you know the sheet can be read."))
        for part, place in zip(self._rows, self._asked, strict=True):
            part.set_words(t("Group {number}", number=place))
        self._said.setText(t("Both are right.") if self.right else "")

    def _matches(self, number: int) -> bool:
        text = self._fields[number].text().strip()
        return self._is_right is not None and len(text) == GROUP_LENGTH and self._is_right(self._asked[number], text)

    def _compare(self) -> None:
        for number, part in enumerate(self._rows):
            complete = len(self._fields[number].text().strip()) >= GROUP_LENGTH
            wrong = complete and not self._matches(number)
            part.set_fault(self._t("This is not what the sheet says. Look once more.") if wrong else "")
        self._said.setText(self._t("Both are right.") if self.right else "")
        self.changed.emit(self.right)
