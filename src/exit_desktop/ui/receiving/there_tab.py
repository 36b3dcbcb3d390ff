"""What the coordinator has of what was sent from here, as receipts say; and a place for a code heard by telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from exit_desktop.errors import Failure
from exit_desktop.services import receiving
from exit_desktop.services.receiving import CodeSays, CodeTaken, CoordinatorHas
from exit_desktop.ui.files.file_dialog import framed
from exit_desktop.ui.receiving.line_list import LineList
from exit_desktop.ui.receiving.tab_parts import ReadWhenSeen
from exit_desktop.ui.receiving.there_lines import there_lines, there_words
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import Panel, QuietPanel, row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

_LONGEST_CODE = 40
_FIELD_WIDE = 300


class ThereTab(ReadWhenSeen):
    """`send_wanted` leads to sending when nothing has been sent yet."""

    send_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._desk = session, session.desk
        self._there = CoordinatorHas((), (), ())
        self._heard: CodeTaken | None = None
        self._build()
        self._lay_out()
        self._send.clicked.connect(self.send_wanted)
        self.code.returnPressed.connect(self._take_code)
        self.write.clicked.connect(self._take_code)
        self.code.textEdited.connect(lambda _: self._code_row.set_fault(""))
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self._about.setText(
            t("What those you send to have said that they have: by a receipt, or by a code that they read out.")
        )
        self._code_row.set_words(
            t("A code that was read out by telephone"), t("Twelve letters and digits, like 7K3M-Q2PX-9TZA.")
        )
        self.write.setText(t("Write it down"))
        self.list.setAccessibleName(t("What they have"))
        self._none.setText(
            t(
                "Nothing has been sent from here yet. When you have sent a package, you see here whether it came, "
                "and later which courses are deleted there."
            )
        )
        self._send.setText(t("Go to Send"))
        self._work.retranslate()
        self._say_heard()
        self._show()

    def clear(self) -> None:
        """Let everything go."""
        self._work.clear()
        self._there, self._heard = CoordinatorHas((), (), ()), None
        self.list.clear()
        self.code.clear()
        for label in (self._summary, self._outcome):
            label.clear()

    def _build(self) -> None:
        theme = self._session.theme
        self._about, self._summary = muted(theme), Label(theme)
        self._panel, self.code, self.write = Panel(theme), TextLine(most=_LONGEST_CODE), Button()
        self.code.setMaximumWidth(theme.px(_FIELD_WIDE))
        self._code_row, self._outcome = FormRow(theme, self.code), Label(theme)
        self.list = LineList(theme)
        self._framed = framed(theme, self.list)
        self._first, self._none, self._send = QuietPanel(theme), Label(theme), Button()
        self._first.body.addWidget(self._none)
        self._first.body.addLayout(buttons(theme, self._send))
        self._first.hide()
        self._panel.hide()

    def _lay_out(self) -> None:
        theme = self._session.theme
        self._panel.body.addWidget(self._code_row)
        self._panel.body.addLayout(row(self.write, 1))
        self._panel.body.addWidget(self._outcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(14), 0, 0)
        column.setSpacing(theme.px(10))
        for part in (self._about, self._first, self._panel, self._work, self._summary):
            column.addWidget(part)
        column.addWidget(self._framed, 1)
        # Takes the room while there is no list; beside one, the list takes all of it.
        column.addStretch(0)

    def _look(self) -> None:
        self._stale = False
        desk = self._desk
        words = self._session.t("Reading what they have")
        self._work.start(words, lambda _: receiving.what_coordinator_has(desk), self._take_read)

    def _take_read(self, there: object) -> None:
        self._there = cast("CoordinatorHas", there)
        sent = bool(self._there.courses or self._there.unanswered or self._there.called_back)
        self._first.setVisible(not sent)
        self._panel.setVisible(sent)
        self._show()

    def _show(self) -> None:
        t = self._session.t
        lines = there_lines(self._there, self._session.today(), t)
        self.list.show_lines(lines)
        self._framed.setVisible(bool(lines))
        self._summary.setText(there_words(self._there, t))
        self._summary.setVisible(bool(self._summary.text()))

    def _take_code(self) -> None:
        if not self.code.text().strip():
            self.code.setFocus()
            return
        try:
            self._heard = receiving.take_receipt_code(self._desk, self.code.text())
        except Failure as failure:
            self._heard = None
            sentence = sentence_of(failure, self._session.t)
            self._code_row.set_fault(sentence)
            announce(self.code, sentence)
            self.code.setFocus()
            self._say_heard()
            return
        self.code.clear()
        self._code_row.set_fault("")
        self._say_heard()
        announce(self._outcome, self._outcome.text())
        self.code.setFocus()
        self._session.changed.emit("received", "")
        self.reload()

    def _say_heard(self) -> None:
        heard, t = self._heard, self._session.t
        self._outcome.setVisible(heard is not None)
        if heard is None:
            return
        sentence = (
            t("Package {number}, sent {day}: {code} has all of it.", **_values(heard, t.date(heard.sent_on)))
            if heard.says is CodeSays.ALL_TAKEN
            else t(
                "Package {number}, sent {day}, came to {code}, but not all of it is taken in. A receipt as a file "
                "tells which.",
                **_values(heard, t.date(heard.sent_on)),
            )
        )
        self._outcome.setText(sentence)


def _values(heard: CodeTaken, day: str) -> dict[str, object]:
    return {"number": heard.number, "day": day, "code": heard.receiver_code}
