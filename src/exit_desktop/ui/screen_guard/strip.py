"""A strip over the window for as long as other programs may see it: since when, until when, and a way to end it."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from exit_desktop.ui.screen_guard.guard import SEEN_FOR_MINUTES
from exit_desktop.ui.telling import announce
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.session import Session


def end_of(since: time) -> time:
    """Return when a window that is seen since then is hidden again."""
    minutes = since.hour * 60 + since.minute + SEEN_FOR_MINUTES
    return time(minutes // 60 % 24, minutes % 60)


def seen_words(since: time, t: Texts) -> str:
    """Return that other programs see the window, since when and until when."""
    return t(
        "Other programs can see this window since {since}. At {until} it is hidden again by itself.",
        since=t.time(since),
        until=t.time(end_of(since)),
    )


class SeenStrip(QFrame):
    """Hidden while the window is left out."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._guard = session.frame.screen
        self.setProperty("kind", "message")
        self.words, self.end = Label(session.theme), LinkButton()
        line = row(self.words, self.end)
        line.setStretch(0, 1)
        line.setContentsMargins(18, 3, 18, 3)
        self.setLayout(line)
        self.end.clicked.connect(self._guard.protect)
        self._guard.changed.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        since, t = self._guard.seen_since, self._session.t
        self.setVisible(since is not None)
        self.words.setText("" if since is None else seen_words(since, t))
        self.end.setText(t("Hide it now"))

    def _follow(self) -> None:
        self.retranslate()
        hidden = self._session.t("Other programs cannot see this window any more.")
        announce(self, self.words.text() or hidden)
