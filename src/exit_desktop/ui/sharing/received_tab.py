"""Opens a package that came: verifies it and lists what is inside. Nothing of it is kept."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from exit_desktop.services.sending import Received, UnitKind, look_into_package
from exit_desktop.ui.files.open_dialog import ask_which
from exit_desktop.ui.sharing.card_words import ROLES
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Badge, heading, muted
from exit_desktop.ui.widgets.panels import Panel, row
from exit_desktop.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.session import Session

# In this order.
KINDS = tuple(UnitKind)


class ReceivedTab(QWidget):
    """One act, and beneath it what the package holds."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._received: Received | None = None
        theme = session.theme
        self._text = muted(theme)
        self._open = Button()
        self._open.clicked.connect(self._choose)
        self._work = WorkBar(session)
        self._panel = Panel(theme)
        self._from = heading(theme)
        self._practice = Badge(theme, clay=True)
        self._made = muted(theme)
        self._list = QTreeWidget()
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setMinimumHeight(theme.px(180))
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        head = row(self._from, self._practice)
        head.setStretch(0, 1)
        self._panel.body.addLayout(head)
        self._panel.body.addWidget(self._made)
        self._panel.body.addWidget(self._list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(14), 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._text)
        column.addLayout(row(self._open, 1))
        column.addWidget(self._work)
        column.addWidget(self._panel, 100)
        column.addStretch(1)
        self.retranslate()

    def open_file(self, path: Path) -> None:
        """Verify a package and show what it holds; what it is refused for is told in one sentence."""
        self._show(None)
        desk = self._session.desk
        self._work.start(self._session.t("Opening the package"), lambda _: look_into_package(desk, path), self._take)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self._text.setText(
            t(
                "Open a package that someone sealed to you. It is checked, and you see what is inside; "
                "nothing is taken over into your vault."
            )
        )
        self._open.setText(t("Open a package …"))
        self._practice.setText(t("practice"))
        self._list.setAccessibleName(t("What the package holds"))
        self._work.retranslate()
        self._show(self._received)

    def clear(self) -> None:
        """Let everything go."""
        self._work.clear()
        self._show(None)

    def _choose(self) -> None:
        path = ask_which(self._session, self, ".forloeb", self._session.t("Open a package"))
        if path is not None:
            self.open_file(path)

    def _take(self, result: object) -> None:
        self._show(cast("Received", result))
        self._session.note(self._session.t("The package is in order."))

    def _show(self, received: Received | None) -> None:
        self._received = received
        self._list.clear()
        self._panel.setVisible(received is not None)
        if received is None:
            self._from.clear()
            self._made.clear()
            return
        t = self._session.t
        self._from.setText(t("From {code}, {role}", code=received.code, role=t(ROLES[received.role])))
        self._practice.setVisible(received.practice)
        self._made.setText(
            t(
                "Package {number}, made {day}. The seal and the signature hold.",
                number=received.number,
                day=t.date(received.made_on),
            )
        )
        counts = Counter(kind for kind, _ in received.units)
        for kind in (kind for kind in KINDS if kind in counts):
            self._list.addTopLevelItem(self._group(kind, counts[kind], received))
        if (first := self._list.topLevelItem(0)) is not None:
            self._list.setCurrentItem(first)

    def _group(self, kind: UnitKind, count: int, received: Received) -> QTreeWidgetItem:
        item = QTreeWidgetItem([count_words(kind, count, self._session.t)])
        if kind is not UnitKind.WORKER:
            item.addChildren([QTreeWidgetItem([name]) for own, name in received.units if own is kind and name])
        return item


def count_words(kind: UnitKind, count: int, t: Texts) -> str:
    """Return how many units of a kind there are, in words."""
    words = {
        UnitKind.COURSE: t.plural("{count} whole course", "{count} whole courses", count),
        UnitKind.COURSE_CODED: t.plural("{count} coded course", "{count} coded courses", count),
        UnitKind.NOT_STARTED: t.plural("{count} enquiry without a course", "{count} enquiries without a course", count),
        UnitKind.WORKER: t.plural("{count} sender", "{count} senders", count),
        UnitKind.TOMBSTONE: t.plural("{count} course to forget", "{count} courses to forget", count),
        UnitKind.RECEIPT: t.plural("{count} receipt", "{count} receipts", count),
        UnitKind.HANDOVER: t.plural("{count} handover", "{count} handovers", count),
    }
    return words[kind]
