"""What the main window asks of the screens that it shows; each lives in its own package and knows no other."""

from __future__ import annotations

from typing import Protocol


class Screen(Protocol):
    """A widget that speaks the language in force and can drop all it holds."""

    def retranslate(self) -> None:
        """Write every word anew in the language in force."""

    def clear(self) -> None:
        """Drop all data: no course object may stay alive. The screen is not used again."""
