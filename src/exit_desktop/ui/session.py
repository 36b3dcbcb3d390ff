"""What an open vault means to the window: handed to every screen, gone at lock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from exit_desktop.errors import Failure
from exit_desktop.ui.drafting import Drafts, DraftStore
from exit_desktop.ui.settling import Settling
from exit_desktop.ui.telling import Message, sentence_of

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.frame import Frame


class Session(QObject):
    """One open vault and those who serve it: `desk` (for services), `t` (words), `clock`, `theme`, `jobs`, `drafts`.

    `changed(kind, id)` tells that something was written, so that other screens load again; `lock_coming` is the last
    moment to write; `locked(reason)` comes before the vault is closed: every screen drops what it holds;
    `language_changed` asks for new words; `told(Message)` goes to the window's message bar; `idle_warned(seconds)`
    comes before an idle lock, `idle_stayed` when someone has moved then. `cafe_changed(on)` when café view begins or
    ends; `guidance_wanted(key)` asks for a text of the guidance among all of them; `move_wanted(folder)` asks to lock
    and let the vault lie there, `restore_wanted` to lock and look for a backup, `erase_wanted(Whole)` to lock and
    erase all of it.
    """

    changed = Signal(str, str)
    lock_coming = Signal()
    locked = Signal(object)
    lock_wanted = Signal(object)
    language_changed = Signal()
    told = Signal(object)
    idle_warned = Signal(int)
    idle_stayed = Signal()
    cafe_changed = Signal(bool)
    guidance_wanted = Signal(str)
    move_wanted = Signal(object)
    restore_wanted = Signal()
    erase_wanted = Signal(object)

    def __init__(self, desk: Desk, frame: Frame, store: DraftStore) -> None:
        super().__init__()
        self.desk = desk
        self.vault = desk.vault
        self.who = desk.who
        self.frame = frame
        self.t = frame.t
        self.clock = frame.clock
        self.theme = frame.theme
        self.jobs = frame.jobs
        self.drafts = Drafts(store, self.tell)
        self.drafts.closed = desk.vault.read_only
        self.cafe = False
        self._settling = Settling(self)
        frame.language_changed.connect(self.language_changed)

    def today(self) -> date:
        """Return the local date, or the day that a practice run pretends."""
        return self.clock.today()

    def set_cafe_view(self, on: bool) -> None:
        """Tell every part of the window that somebody may be looking, or is gone."""
        self.cafe = on
        self.cafe_changed.emit(on)

    def tell(self, failure: Failure) -> None:
        """Show an expected failure as one sentence with the next step, in the window's one place for it."""
        self.told.emit(Message(sentence_of(failure, self.t), wants=True))

    def say(self, text: str) -> None:
        """Confirm an act in a few words that go by themselves."""
        self.told.emit(Message(text, passing=True))

    def note(self, text: str, act_text: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a short note, already in the worker's language, with at most one act to follow it."""
        self.told.emit(Message(text, act_text=act_text, act=act))
