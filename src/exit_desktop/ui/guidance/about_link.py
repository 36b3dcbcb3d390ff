"""A quiet link to the guidance of a place; in café view, where somebody may look, it is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.system.language import mark
from exit_desktop.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

ABOUT_THIS = mark("About this")


class AboutLink(LinkButton):
    """Named `words` (English source); `place` is one of the guidance's places, empty where there is nothing."""

    def __init__(self, session: Session, place: str = "", words: str = ABOUT_THIS) -> None:
        super().__init__()
        self._session, self._place, self._words = session, place, words
        self.clicked.connect(self._open)
        session.cafe_changed.connect(self._settle)
        self.retranslate()
        self._settle()

    def set_place(self, place: str) -> None:
        """Lead to the guidance of another place."""
        self._place = place
        self._settle()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.setText(self._session.t(self._words))

    def _settle(self) -> None:
        self.setVisible(bool(self._place) and not self._session.cafe)

    def _open(self) -> None:
        from exit_desktop.ui.guidance.guidance_dialog import GuidanceDialog  # noqa: PLC0415 - read when first wanted

        GuidanceDialog(self._session, self._place, self.window()).open()
