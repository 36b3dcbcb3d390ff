"""The way to a new vault: a good place, a passphrase, the recovery sheet, two of its groups typed back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from exit_desktop.errors import Failure
from exit_desktop.system.folders import here
from exit_desktop.system.language import Language
from exit_desktop.system.paths import NEUTRAL_NAME
from exit_desktop.ui.files.folder_dialog import ask_folder
from exit_desktop.ui.jobs import Job, Listeners
from exit_desktop.ui.start import vault_work
from exit_desktop.ui.start.ceremony import CeremonyPage, NewVaultWish
from exit_desktop.ui.start.place_page import PlacePage
from exit_desktop.ui.start.sheet_paper import print_sheet, save_sheet
from exit_desktop.ui.start.sheet_words import sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from exit_desktop.ui.frame import Frame


class FoundingWay(QObject):
    """`shown(page)` and `gone(page)` as one page follows the other; `opened(vault)` at the end, or `left`."""

    shown = Signal(object)
    gone = Signal(object)
    opened = Signal(object)
    left = Signal()
    restore_wanted = Signal()

    def __init__(self, frame: Frame, others: bool, window: QWidget) -> None:
        """`others` says whether there is a vault to go back to; dialogs stand over `window`."""
        super().__init__()
        self._frame, self._others, self._window = frame, others, window
        self._place: Path | None = None
        self._job: Job | None = None
        self._made: vault_work.Made | None = None
        self._place_page: PlacePage | None = None
        self._ceremony: CeremonyPage | None = None

    def begin(self) -> None:
        """Show the first page."""
        self._look_at(self._frame.places.data_dir)

    def retranslate(self) -> None:
        """Speak the language in force."""
        for page in (self._place_page, self._ceremony):
            if page is not None:
                page.retranslate()

    def give_up(self) -> None:
        """Let go of a vault that is being made."""
        if self._job is not None:
            self._job.stop()
            self._job = None

    def clear(self) -> None:
        """Drop the page in sight and what was typed there; a vault that is made and not yet proved can be opened."""
        if self._made is not None:
            vault_work.close_unwanted(self._made)
            self._made = None
        if self._ceremony is not None:
            self._ceremony.clear()
        for page in (self._place_page, self._ceremony):
            if page is not None:
                self.gone.emit(page)
        self._place_page = self._ceremony = None

    def _look_at(self, folder: Path) -> None:
        warned = here.look_at_folder(folder)
        if not warned:
            self._walk()
            return
        page = PlacePage(self._frame.theme, self._frame.t, self._others)
        page.show_place(warned)
        page.another_wanted.connect(self._choose_place)
        page.went_on.connect(self._walk)
        page.left.connect(self.left)
        self.clear()
        self._place_page = page
        self.shown.emit(page)

    def _choose_place(self) -> None:
        place = ask_folder(self._frame, self._window, NEUTRAL_NAME)
        if place is not None:
            self._place = place
            self._look_at(place)

    def _walk(self) -> None:
        rules = vault_work.passphrase_rules(self._frame.t)
        page = CeremonyPage(self._frame.theme, self._frame.t, rules, self._others)
        page.language_wanted.connect(self._switch_language)
        page.wished.connect(self._make)
        page.save_wanted.connect(self._save_sheet)
        page.print_wanted.connect(self._print_sheet)
        page.finished.connect(self._prove)
        page.left.connect(self.left)
        page.restore_wanted.connect(self.restore_wanted)
        self._ceremony = page
        self.shown.emit(page)

    def _switch_language(self) -> None:
        other = Language.ENGLISH if self._frame.t.language == Language.DANISH else Language.DANISH
        try:
            self._frame.use_language(other)
        except Failure as failure:
            self._tell(failure)

    def _make(self, wish: NewVaultWish) -> None:
        work = vault_work.making(self._frame, wish, self._place)
        listeners = Listeners(self._was_made, self._tell, vault_work.close_unwanted)
        self._job = self._frame.jobs.start(work, listeners)

    def _was_made(self, result: object) -> None:
        self._job = None
        self._made = cast("vault_work.Made", result)
        if self._ceremony is not None:
            self._ceremony.show_sheet(self._made.proof)

    def _save_sheet(self) -> None:
        self._keep_sheet(lambda made: save_sheet(self._window, self._frame, sheet_of(made.vault, made.recovery_key)))

    def _print_sheet(self) -> None:
        self._keep_sheet(lambda made: print_sheet(self._window, self._frame, sheet_of(made.vault, made.recovery_key)))

    def _keep_sheet(self, act: Callable[[vault_work.Made], Path | bool | None]) -> None:
        if self._made is None or self._ceremony is None:
            return
        try:
            kept = act(self._made)
        except Failure as failure:
            self._tell(failure)
            return
        if isinstance(kept, Path):
            self._ceremony.set_sheet_kept(kept.name, str(kept.parent))
        elif kept:
            self._ceremony.set_sheet_kept()

    def _prove(self, typed: dict[int, str]) -> None:
        if self._made is None:
            return
        made = self._made
        try:
            vault_work.prove(made.vault, typed)
        except Failure as failure:
            self._tell(failure)
            return
        self._made = None
        self.opened.emit(made.vault)

    def _tell(self, failure: Failure) -> None:
        if self._ceremony is not None:
            self._ceremony.tell(failure)
