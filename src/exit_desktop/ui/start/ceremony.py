"""The first start as one calm walk: who you are, then the passphrase, the sheet, and two groups of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.ui.start.layout import Column
from exit_desktop.ui.start.passphrase_page import PassphrasePage, PassphraseRules
from exit_desktop.ui.start.sheet_pages import GroupsPage, SheetPage
from exit_desktop.ui.start.worker_form import WorkerAnswers, WorkerForm
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.ctrl_enter import ENTERS
from exit_desktop.ui.widgets.labels import muted, small, title, wants
from exit_desktop.ui.widgets.panels import row
from exit_desktop.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


class Step(IntEnum):
    """The pages in their order."""

    WORKER = 0
    PASSPHRASE = 1
    SHEET = 2
    GROUPS = 3


@dataclass(frozen=True, slots=True)
class NewVaultWish:
    """What is needed to make a vault."""

    worker: WorkerAnswers
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Proof:
    """Which two groups of the sheet are asked for (counted from 1), and how one is compared."""

    places: tuple[int, int]
    is_right: Callable[[int, str], bool]


class CeremonyPage(QWidget):
    """`wished(NewVaultWish)` makes the vault, `show_sheet(proof)` leads on, `finished({place: group})` ends it."""

    wished = Signal(object)
    save_wanted = Signal()
    print_wanted = Signal()
    finished = Signal(object)
    left = Signal()
    language_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, theme: Theme, t: Texts, rules: PassphraseRules, can_leave: bool) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._failure: Failure | None = None
        self._proof: Proof | None = None
        self._step = Step.WORKER
        self._can_leave = can_leave
        self.worker_form = WorkerForm(theme, t)
        self.passphrase = PassphrasePage(theme, t, rules)
        self.sheet = SheetPage(theme, t)
        self.groups = GroupsPage(theme, t)
        self._build()
        self._connect()
        self.retranslate()
        self._go(Step.WORKER)

    @property
    def step(self) -> Step:
        """Which page is shown."""
        return self._step

    def show_sheet(self, proof: Proof) -> None:
        """The vault is made: offer its recovery sheet."""
        self._proof = proof
        self.passphrase.clear()
        self.set_busy(False)
        self._go(Step.SHEET)

    def ask_groups(self, proof: Proof) -> None:
        """Ask for two groups of a sheet that was made earlier and never typed back."""
        self._proof = proof
        self.groups.ask(proof.places, proof.is_right)
        self._go(Step.GROUPS)

    def clear(self) -> None:
        """Drop the words, the key and what was typed."""
        self._proof = None
        self.passphrase.clear()
        self.groups.clear()

    def set_sheet_kept(self, file: str = "", folder: str = "") -> None:
        """The sheet was printed, or saved as this file in this folder."""
        self.sheet.set_done(file, folder)
        self._allow()
        self._next.setFocus()
        announce(self, self.sheet.said)

    def set_busy(self, busy: bool) -> None:
        """Show that the vault is being made."""
        self._progress.setVisible(busy)
        self._missing.hide()
        self._next.setEnabled(not busy)
        self._back.setEnabled(not busy)

    def tell(self, failure: Failure) -> None:
        """Say what went wrong; the page stays."""
        self.set_busy(False)
        self._failure = failure
        self._say_fault()
        announce(self, self._fault.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in any field go on as soon as the page is filled in."""
        if event.key() in ENTERS and self._next.isEnabled():
            self._forward()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self._welcome.setText(t("A new vault"))
        self._promise.setText(
            t("All that you write stays in one locked file on this laptop. First a little about you at work.")
        )
        self._back.setText(t("Back"))
        self._restore.setText(t("I have a backup of a vault"))
        # The other language, in its own words.
        self._language.setText("English" if t.language == "da" else "Dansk")
        self._progress.setAccessibleName(t("The vault is being made"))
        for page in (self.worker_form, self.passphrase, self.sheet, self.groups):
            page.retranslate()
        self._say_step()
        self._say_missing()
        self._say_fault()

    def _build(self) -> None:
        theme = self._theme
        self._count = small(theme)
        self._welcome, self._promise = title(theme), muted(theme)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self._restore = LinkButton()
        for part in (self._welcome, self._promise, self.worker_form):
            column.addWidget(part)
        column.addLayout(row(self._restore, 1))
        self._pages = (first, self.passphrase, self.sheet, self.groups)
        self._fault, self._missing = wants(theme), muted(theme)
        self._progress = Waiting()
        self._next, self._back, self._language = PrimaryButton(), Button(), LinkButton()
        outer = Column(theme)
        for widget in (self._count, *self._pages, self._fault, self._progress, self._missing):
            outer.body.addWidget(widget)
        outer.body.addLayout(row(self._next, self._back, 1, self._language))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(outer.in_page())

    def _connect(self) -> None:
        self._next.clicked.connect(self._forward)
        self._back.clicked.connect(self._backward)
        self._language.clicked.connect(self.language_wanted)
        self._restore.clicked.connect(self.restore_wanted)
        self.worker_form.changed.connect(self._allow)
        self.passphrase.changed.connect(self._allow)
        self.groups.changed.connect(self._allow)
        self.sheet.save_wanted.connect(self.save_wanted)
        self.sheet.print_wanted.connect(self.print_wanted)

    def _forward(self) -> None:
        self._failure = None
        self._say_fault()
        if self.step is Step.WORKER:
            self._go(Step.PASSPHRASE)
        elif self.step is Step.PASSPHRASE:
            self.set_busy(True)
            self.wished.emit(NewVaultWish(self.worker_form.answers(), self.passphrase.passphrase()))
        elif self.step is Step.SHEET:
            if self._proof is not None:
                self.groups.ask(self._proof.places, self._proof.is_right)
            self._go(Step.GROUPS)
        else:
            self.finished.emit(self.groups.typed())

    def _backward(self) -> None:
        if self.step is Step.PASSPHRASE:
            self._go(Step.WORKER)
        elif self.step is Step.GROUPS:
            self._go(Step.SHEET)
        else:
            self.left.emit()

    def _go(self, step: Step) -> None:
        self._step = step
        for number, page in enumerate(self._pages):
            page.setVisible(number == step)
        self._say_step()
        self._allow()
        part = (self.worker_form, self.passphrase, self.sheet, self.groups)[step]
        self.setFocusProxy(part)
        part.setFocus()
        announce(self, f"{self._count.text()} {self.passphrase.said if step is Step.PASSPHRASE else ''}".strip())

    def _allow(self) -> None:
        ready = {
            Step.WORKER: self.worker_form.complete,
            Step.PASSPHRASE: self.passphrase.good,
            Step.SHEET: self.sheet.done,
            Step.GROUPS: self.groups.right,
        }
        self._next.setEnabled(ready[self.step])
        self._say_missing()
        # Once the vault is made there is no way back to its passphrase, only forward.
        self._back.setVisible(self.step is not Step.SHEET and (self.step is not Step.WORKER or self._can_leave))

    def _say_step(self) -> None:
        step = self.step
        self._count.setText(self._t("Step {step} of 3", step=int(step)) if step else "")
        self._count.setVisible(step is not Step.WORKER)
        names = {Step.PASSPHRASE: self._t("Make the vault"), Step.GROUPS: self._t("Open the vault")}
        self._next.setText(names.get(step, self._t("Next")))

    def _say_missing(self) -> None:
        t = self._t
        words = {
            Step.WORKER: t("Write your code to go on."),
            Step.PASSPHRASE: t("Write words that will do, to go on."),
            Step.SHEET: t("Print the sheet or save it to go on."),
            Step.GROUPS: t("Type both groups to go on."),
        }
        self._missing.setText(words[self.step])
        self._missing.setVisible(not self._next.isEnabled() and self._progress.isHidden())

    def _say_fault(self) -> None:
        self._fault.setText(sentence_of(self._failure, self._t) if self._failure else "")
        self._fault.setVisible(self._failure is not None)
