"""The one table of acts: what they are called, on which keys they are; menu, palette and sheet read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts


class ActId(StrEnum):
    """Everything that can be done from anywhere in the open window."""

    SEARCH = "search"
    NEW_CITIZEN = "new_citizen"
    BRING_IN = "bring_in"
    GO_TO = "go_to"
    WRITE_CONTACT = "write_contact"
    PRINT_PLAN = "print_plan"
    UNDO = "undo"
    BEFORE = "before"
    TODAY = "today"
    CITIZENS = "citizens"
    LIST = "list"
    CAFE = "cafe"
    HELP = "help"
    SHORTCUTS = "shortcuts"
    SHARING = "sharing"
    SERVICES = "services"
    OVERVIEW = "overview"
    HOURS = "hours"
    SAFETY = "safety"
    USAGE_LOG = "usage_log"
    LOCK = "lock"
    HIDE = "hide"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Act:
    """An act: its words (English source), its keys if any, and whether it is about the chosen citizen."""

    id: ActId
    words: str
    keys: str = ""
    needs_course: bool = False


ACTS = (
    Act(ActId.SEARCH, mark("Search citizens"), "Ctrl+F"),
    Act(ActId.NEW_CITIZEN, mark("New citizen"), "Ctrl+N"),
    Act(ActId.BRING_IN, mark("Bring in courses from a file …")),
    Act(ActId.GO_TO, mark("Go to …"), "Ctrl+K"),
    Act(ActId.WRITE_CONTACT, mark("Write a contact"), "Ctrl+Shift+N", needs_course=True),
    Act(ActId.PRINT_PLAN, mark("Print the plan"), "Ctrl+P", needs_course=True),
    Act(ActId.UNDO, mark("Undo"), "Ctrl+Z", needs_course=True),
    Act(ActId.BEFORE, mark("Before the meeting"), "Ctrl+Shift+B", needs_course=True),
    Act(ActId.TODAY, mark("Today"), "Ctrl+T"),
    Act(ActId.CITIZENS, mark("Citizens"), "Ctrl+1"),
    Act(ActId.LIST, mark("Show or hide the list"), "Ctrl+B"),
    Act(ActId.CAFE, mark("Café view"), "F8"),
    Act(ActId.HELP, mark("Help"), "F1"),
    Act(ActId.SHORTCUTS, mark("Keyboard shortcuts"), "Ctrl+F1"),
    Act(ActId.SERVICES, mark("Services"), "Ctrl+4"),
    Act(ActId.OVERVIEW, mark("Overview"), "Ctrl+3"),
    Act(ActId.HOURS, mark("My own hours"), "Ctrl+2"),
    Act(ActId.SHARING, mark("Sharing"), "Ctrl+Shift+S"),
    Act(ActId.SAFETY, mark("Safety and settings"), "Ctrl+,"),
    Act(ActId.USAGE_LOG, mark("Usage log"), "Ctrl+Shift+L"),
    Act(ActId.LOCK, mark("Lock"), "Ctrl+L"),
    Act(ActId.HIDE, mark("Hide everything at once"), "F9"),
    Act(ActId.QUIT, mark("Lock and quit"), "Ctrl+Q"),
)


class Acts:
    """The table's acts as Qt actions of one window."""

    def __init__(self, window: QWidget, slots: Mapping[ActId, Callable[[], None]], t: Texts) -> None:
        self._t = t
        self._actions: dict[ActId, QAction] = {}
        for act in ACTS:
            if act.id not in slots:
                continue
            action = QAction(window)
            action.setShortcut(QKeySequence(act.keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(slots[act.id])
            window.addAction(action)
            self._actions[act.id] = action
        self.retranslate()

    def __iter__(self) -> Iterator[tuple[Act, QAction]]:
        """Go through the acts that can be done, in the table's order."""
        return ((act, self._actions[act.id]) for act in ACTS if act.id in self._actions)

    def action(self, act: ActId) -> QAction:
        """Return one act as a Qt action."""
        return self._actions[act]

    def allow_course_acts(self, allowed: bool) -> None:
        """Offer the acts about a citizen only while one is chosen."""
        for act, action in self:
            if act.needs_course:
                action.setEnabled(allowed)

    def retranslate(self) -> None:
        """Name the acts in the language in force."""
        for act, action in self:
            action.setText(self._t(act.words))


def keys_text(action: QAction) -> str:
    """Return the keys of an act as this machine writes them."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
