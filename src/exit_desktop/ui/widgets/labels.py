"""Labels in the window's three sizes, two weights and few tones; they never read their text as markup."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from exit_desktop.ui.theme import Size, Theme
from exit_desktop.ui.widgets.properties import put

_PLAIN_TEXT = 0
_RING = 3


class Label(QLabel):
    """Plain text that follows the theme; wraps between words."""

    def __init__(self, theme: Theme, text: str = "", kind: str = "body", wrap: bool = True) -> None:
        super().__init__(text)
        self._theme = theme
        self._kind = kind
        self.setProperty("kind", kind)
        # By property, since naming the enum would build PySide's whole Qt namespace before the first paint (40 ms).
        self.setProperty("textFormat", _PLAIN_TEXT)
        self.setWordWrap(wrap)
        self._put_on()
        theme.changed.connect(self._put_on)

    def set_kind(self, kind: str) -> None:
        """Look as another kind of label."""
        if kind != self._kind:
            self._kind = kind
            put(self, "kind", kind)
            self._put_on()

    def _put_on(self) -> None:
        size = {"title": Size.TITLE, "small": Size.SMALL, "wants": Size.SMALL, "badge": Size.SMALL}
        bold = self._kind in ("title", "heading")
        self.setFont(self._theme.font(size.get(self._kind, Size.BODY), bold))
        # The ring of a capital Å stands higher than the face says that its letters do.
        self.setContentsMargins(0, self._theme.px(_RING) if self._kind == "title" else 0, 0, 0)


def breaking(words: str) -> str:
    """Return words in which the path of a folder may be broken where a folder ends: it has no spaces."""
    for mark in ("/", "\\"):
        words = words.replace(mark, f"{mark}\u200b")
    return words


class Badge(Label):
    """A short word in a rounded frame, such as "anonymous"; in clay only if it asks for something."""

    def __init__(self, theme: Theme, text: str = "", clay: bool = False) -> None:
        super().__init__(theme, text, "badge", wrap=False)
        self.setProperty("clay", "true" if clay else "false")


def title(theme: Theme, text: str = "") -> Label:
    """Return the title of a page."""
    return Label(theme, text, "title")


def heading(theme: Theme, text: str = "") -> Label:
    """Return the heading of a panel."""
    return Label(theme, text, "heading")


def muted(theme: Theme, text: str = "") -> Label:
    """Return an explaining text in the quieter tone."""
    return Label(theme, text, "muted")


def small(theme: Theme, text: str = "") -> Label:
    """Return a small text beneath something."""
    return Label(theme, text, "small")


def wants(theme: Theme, text: str = "") -> Label:
    """Return a small text in clay: what wants doing."""
    return Label(theme, text, "wants")
