"""Two writings of one course of which neither is newer: both side by side, and a person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from exit_desktop.services.receiving import ConflictSide, UnitKind
from exit_desktop.system.language import mark
from exit_desktop.ui.receiving.outcome_words import whose
from exit_desktop.ui.sharing.row_words import label_of, value_of
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, heading, muted, small, title
from exit_desktop.ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from exit_desktop.services.receiving import Conflict
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.session import Session

# Where so much differs, reading on does not help to choose.
MOST_DIFFERENCES = 100
_WIDE = 760
_KINDS = {
    UnitKind.COURSE: mark("the whole course"),
    UnitKind.COURSE_CODED: mark("coded"),
    UnitKind.NOT_STARTED: mark("an enquiry"),
    UnitKind.TOMBSTONE: mark("asks to have it deleted"),
}


class ConflictDialog(QDialog):
    """`settled(keep_other)` once; until then nothing is overwritten."""

    settled = Signal(bool)

    def __init__(self, parent: QWidget, session: Session, conflict: Conflict) -> None:
        super().__init__(parent.window())
        self._t, self._conflict, theme = session.t, conflict, session.theme
        t = self._t
        name = t("Two writings of {name}", name=conflict.name)
        about = t(
            "Neither is newer, so the program cannot choose. The first is counted until you do. Ask the one who wrote "
            "them if you are in doubt; a newer package settles it by itself."
        )
        self.setWindowTitle("Forløb")
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.keep, self.take = Button(t("Keep the first")), Button(t("Take the second"))
        self.later = Button(t("Decide later"))
        self.keep.clicked.connect(lambda: self._end(False))
        self.take.clicked.connect(lambda: self._end(True))
        self.later.clicked.connect(self.reject)
        room = DialogRoom(self, theme, _WIDE)
        room.inner.addWidget(title(theme, name))
        room.inner.addWidget(Label(theme, about))
        room.inner.addLayout(self._sides(session))
        room.inner.addWidget(heading(theme, t("What differs")))
        self.table = LineTable(theme, long_names=True)
        self._fill(t)
        shown = conflict.differences
        room.inner.addWidget(self.table if shown else muted(theme, t("Nothing that can be shown in words.")))
        if len(shown) > MOST_DIFFERENCES:
            more = len(shown) - MOST_DIFFERENCES
            room.inner.addWidget(small(theme, t("And {count} more.", count=more)))
        room.column.addWidget(room.area)
        room.column.addLayout(buttons(theme, self.keep, self.take, self.later))
        # Enter pressed in haste changes nothing.
        self.later.setDefault(True)
        self.later.setFocus()

    def _sides(self, session: Session) -> QGridLayout:
        theme, t = session.theme, self._t
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(18))
        grid.setVerticalSpacing(theme.px(2))
        sides = ((t("First: counted now"), self._conflict.here), (t("Second: came beside it"), self._conflict.other))
        for column, (name, side) in enumerate(sides):
            grid.setColumnStretch(column, 1)
            grid.addWidget(heading(theme, name), 0, column)
            for line, words in enumerate(_side_words(side, t), 1):
                grid.addWidget(muted(theme, words), line, column)
        return grid

    def _fill(self, t: Texts) -> None:
        lines = [
            (path, (label_of(path, "", t), _shown(path, here, t), _shown(path, other, t)))
            for path, here, other in self._conflict.differences[:MOST_DIFFERENCES]
        ]
        self.table.setAccessibleName(t("What differs"))
        self.table.show_lines((t("What"), t("First"), t("Second")), lines)

    def _end(self, keep_other: bool) -> None:
        self.accept()
        self.settled.emit(keep_other)


def _side_words(side: ConflictSide, t: Texts) -> tuple[str, ...]:
    return (
        whose(side.sender_code, side.package, t),
        t("made {day}", day=t.date(side.made_on)),
        t("version {number}", number=side.revision),
        t(_KINDS.get(side.kind, mark("the whole course"))),
    )


def _shown(path: str, value: str, t: Texts) -> str:
    return value_of(path, value, t) if value else "–"
