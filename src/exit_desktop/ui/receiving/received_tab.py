"""Where packages come: taken in from files, folders or a drop, told line by line, and answered with receipts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from exit_desktop.services import receiving
from exit_desktop.services.receiving import Taken, WrittenReceipt
from exit_desktop.services.vaults import Role, read_worker
from exit_desktop.ui.files.file_dialog import framed
from exit_desktop.ui.files.place_dialog import ask_place
from exit_desktop.ui.receiving.line_list import LineList
from exit_desktop.ui.receiving.package_acts import PackageActs
from exit_desktop.ui.receiving.packages_dialog import ask_packages
from exit_desktop.ui.receiving.received_lines import (
    Came,
    came_lines,
    left_over,
    read_came,
    receipt_line,
    taken_line,
)
from exit_desktop.ui.receiving.tab_parts import EmptyPlace, ReadWhenSeen, ReceiptsOffer
from exit_desktop.ui.receiving.taking_in import TakingIn
from exit_desktop.ui.telling import announce
from exit_desktop.ui.widgets.buttons import PrimaryButton
from exit_desktop.ui.widgets.in_sight import bring_into_sight
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session


class ReceivedTab(ReadWhenSeen):
    """`card_wanted(sender)` leads to a card that a package waits for (empty: one that is not here yet)."""

    card_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._desk = session, session.desk
        self._came = Came()
        self._receipts: tuple[WrittenReceipt, ...] = ()
        self._read = False
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in files, and the packages in folders."""
        self.taking.take(paths)

    def release(self, sender: str) -> bool:
        """Take in what waited from a sender who is confirmed now; tell whether anything did."""
        waits = any(one.sender == sender for one in receiving.list_waiting(self._desk))
        if waits:
            self.taking.release(sender)
        return waits

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self._choose.setText(t("Take in packages …"))
        self._drop.setText(t("or drop files or a folder here"))
        self.list.setAccessibleName(t("Packages that came"))
        for part in (self._work, self.offer, self.empty, self.acts):
            part.retranslate()
        self._say_about()
        self._show()

    def clear(self) -> None:
        """Let everything go."""
        self._work.clear()
        self.taking.clear()
        self._came, self._receipts = Came(), ()
        self.list.clear()
        self._summary.clear()

    def _build(self) -> None:
        theme = self._session.theme
        self._about, self._drop, self._summary = muted(theme), muted(theme), Label(theme)
        self._choose = PrimaryButton()
        self.taking = TakingIn(self._session, self._work)
        self.list = LineList(theme)
        self._framed = framed(theme, self.list)
        self.acts = PackageActs(self._session, self.list)
        self.offer, self.empty = ReceiptsOffer(self._session), EmptyPlace(self._session)

    def _lay_out(self) -> None:
        theme = self._session.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(14), 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._about)
        head = row(self._choose, self._drop)
        head.setStretch(1, 1)
        column.addLayout(head)
        for part in (self._work, self._summary, self.offer, self.empty):
            column.addWidget(part)
        column.addWidget(self._framed, 1)
        column.addWidget(self.acts)
        # Takes the room while there is no list; beside one, the list takes all of it.
        column.addStretch(0)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._ask_which)
        self.taking.began.connect(self._begin_turn)
        self.taking.came.connect(self._add_line)
        self.taking.ended.connect(self._end_turn)
        self.list.chosen_changed.connect(self._bring_acts)
        self.acts.card_wanted.connect(self.card_wanted)
        self.acts.done.connect(self._follow_act)
        self.offer.save.clicked.connect(lambda: self._ask_where(None))
        self.acts.receipt_wanted.connect(lambda package: self._ask_where((package,)))
        self.empty.cards.clicked.connect(lambda: self.card_wanted.emit(""))

    # ---- reading and showing -----------------------------------------------------------------------------------------

    def _look(self) -> None:
        self._stale = False
        desk = self._desk
        self._work.start(self._session.t("Reading what came"), lambda _: read_came(desk), self._take_read)

    def _take_read(self, came: object) -> None:
        self._came, self._read = cast("Came", came), True
        self._say_about()
        self._show()

    def _coordinates(self) -> bool:
        worker = read_worker(self._session.vault)
        return worker is not None and worker.role is Role.COORDINATOR

    def _say_about(self) -> None:
        t = self._session.t
        coordinates = self._coordinates()
        self.empty.say(coordinates)
        here = t(
            "Take in what your workers send. Each package is checked before anything in it is taken in, and you can "
            "take in the same one twice without harm."
        )
        there = t("Receipts from your coordinator come here as files. They tell what the coordinator has.")
        self._about.setText(here if coordinates else there)

    def _show(self) -> None:
        t = self._session.t
        now = [taken_line(place, one, t) for place, one in enumerate(left_over(self.taking.told))]
        given = [receipt_line(place, one, t) for place, one in enumerate(self._receipts)]
        self.list.show_lines([*given, *now, *came_lines(self._came, t)])
        self.offer.say(self._came.unanswered)
        self._fit()

    def _fit(self) -> None:
        any_line = self.list.lines.rowCount() > 0
        self._framed.setVisible(any_line)
        self.empty.setVisible(not any_line and self._read and not self._work.busy)
        self._about.setVisible(not any_line)
        self._summary.setVisible(bool(self._summary.text()))

    def _bring_acts(self) -> None:
        # In a low window they stand below its edge.
        if self.list.hasFocus() and self.acts.isVisible():
            bring_into_sight(self.acts)

    def _begin_turn(self) -> None:
        self._receipts = ()
        self._summary.clear()
        self.list.show_lines(())
        self.empty.hide()

    def _add_line(self, taken: object) -> None:
        self.list.lines.add(taken_line(len(self.taking.told), cast("Taken", taken), self._session.t))
        self._framed.setVisible(True)

    def _end_turn(self, sentence: str) -> None:
        self._summary.setText(sentence)
        announce(self._summary, sentence)
        self._look()
        self._fit()
        self._session.changed.emit("received", "")

    # ---- acts --------------------------------------------------------------------------------------------------------

    def _ask_which(self) -> None:
        paths = ask_packages(self._session, self)
        if paths:
            self.take_in(paths)

    def _ask_where(self, chosen: tuple[int, ...] | None) -> None:
        t = self._session.t
        folder = ask_place(self._session, self, t("Where are the receipts to be saved?"), t("Save here"))
        if folder is not None:
            self.save_receipts(folder, chosen)

    def save_receipts(self, folder: Path, chosen: tuple[int, ...] | None = None) -> None:
        """Write a receipt for each sender who has had none, or for these packages; tell which file is for whom."""
        desk, words = self._desk, self._session.t("Writing receipts")

        def work(job: Job) -> object:
            return receiving.write_receipts(desk, folder, lambda: job.report(0, 0, words), chosen)

        self._work.start(words, work, self._tell_saved)

    def _tell_saved(self, receipts: object) -> None:
        t = self._session.t
        self._receipts = cast("tuple[WrittenReceipt, ...]", receipts)
        count = len(self._receipts)
        self._summary.setText(
            t.plural(
                "{count} receipt is saved. Send it to the one it is for; nobody else can open it.",
                "{count} receipts are saved. Send each to the one it is for; nobody else can open it.",
                count,
            )
        )
        announce(self._summary, self._summary.text())
        self._look()
        self.list.setFocus()

    def _follow_act(self) -> None:
        self._session.changed.emit("received", "")
        self.reload()
