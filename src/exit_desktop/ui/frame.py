"""What stands from the start of the program to its end, vault or not: words, clock, look, jobs, settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from exit_desktop.system.preferences import Preferences, write_preferences
from exit_desktop.system.preferences import Theme as Look

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from exit_desktop.system.clock import Clock
    from exit_desktop.system.language import Language, Texts
    from exit_desktop.system.paths import Places
    from exit_desktop.ui.jobs import Jobs
    from exit_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Parts:
    """What the composition root has made; `seconds` goes only forward, and without it no backup is made by itself."""

    t: Texts
    clock: Clock
    theme: Theme
    jobs: Jobs
    places: Places
    preferences: Preferences
    seconds: Callable[[], float] | None = None


class Frame(QObject):
    """Hands out the parts and keeps the settings that live outside a vault; `language_changed` asks for new words."""

    language_changed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.t = parts.t
        self.clock = parts.clock
        self.theme = parts.theme
        self.jobs = parts.jobs
        self.places = parts.places
        self.preferences = parts.preferences
        self.seconds = parts.seconds

    def keep(self, preferences: Preferences) -> None:
        """Write other settings; raises what `write_preferences` raises, and then nothing changes."""
        write_preferences(self.places.preferences, preferences)
        self.preferences = preferences

    def use_language(self, language: Language) -> None:
        """Speak another language at once, everywhere, and from now on."""
        self.t.use(language)
        self.language_changed.emit()
        self.keep(replace(self.preferences, language=language))

    def use_look(self, look: Look, scale: int) -> None:
        """Show other colours or another scale at once, and from now on."""
        self.theme.use(look, scale)
        self.keep(replace(self.preferences, theme=look, scale=scale))

    def remember_vault(self, folder: Path) -> None:
        """Open this vault first the next time."""
        if self.preferences.last_vault != folder:
            self.keep(replace(self.preferences, last_vault=folder))
