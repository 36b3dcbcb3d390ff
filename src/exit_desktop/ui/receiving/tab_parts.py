"""Parts of the page of what came: the offer of receipts, and what stands where nothing has come yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.panels import QuietPanel, row
from exit_desktop.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from exit_desktop.ui.session import Session


class ReadWhenSeen(QWidget):
    """A tab that reads when it is first seen, or when something has changed since."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._work, self._stale = WorkBar(session), True

    def reload(self) -> None:
        """Read anew, now or when this is next seen."""
        self._stale = True
        if self.isVisible():
            self._look_if_free()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is not known yet."""
        super().showEvent(event)
        if self._stale:
            self._look_if_free()

    def _look(self) -> None:
        """Begin to read; each tab says how."""
        raise NotImplementedError

    def _look_if_free(self) -> None:
        if not self._work.busy:
            self._look()


class ReceiptsOffer(QuietPanel):
    """How many packages have had no receipt, and the way to give it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._t, self._count = session.t, 0
        self._words, self.save = Label(session.theme), Button()
        line = row(self._words, self.save)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.retranslate()

    def say(self, unanswered: int) -> None:
        """Tell how many; nothing at all is shown where each has had its own."""
        self._count = unanswered
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        count = self._count
        self._words.setText(
            self._t.plural(
                "{count} package has had no receipt. With one its sender sees what you have.",
                "{count} packages have had no receipt. With one the sender sees what you have.",
                count,
            )
        )
        self.save.setText(self._t("Save receipts …"))
        self.setVisible(count > 0)


class EmptyPlace(QuietPanel):
    """What this place is for, and the first step."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._t, self._coordinates = session.t, False
        self._words, self.cards = Label(session.theme), Button()
        self.body.addWidget(self._words)
        self.body.addLayout(buttons(session.theme, self.cards))
        self.hide()

    def say(self, coordinates: bool) -> None:
        """Speak to a coordinator or to a worker."""
        self._coordinates = coordinates
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        here = t(
            "Nothing has come yet. Swap contact cards with your workers first: then they can send to you, and what "
            "comes from them can be trusted."
        )
        there = t(
            "Nothing has come yet. When your coordinator has taken in your package, a receipt comes back: as a file "
            "for this place, or as a code by telephone for “What they have”."
        )
        self._words.setText(here if self._coordinates else there)
        self.cards.setText(t("Go to the contact cards"))
        self.cards.setVisible(self._coordinates)
