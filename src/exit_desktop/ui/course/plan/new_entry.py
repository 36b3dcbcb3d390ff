"""The way to something new in the plan, a wish or an activity: a link until it is wanted, then its fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts


class Fields(Protocol):
    """What is written in; `closed` when it is folded away."""

    closed: SignalInstance

    def retranslate(self) -> None:
        """Speak the language in force."""


Made = TypeVar("Made", bound=Fields)


class NewEntry(QWidget, Generic[Made]):
    """A link called `words` (English source) that gives way to the fields of `make`, made when first wanted."""

    def __init__(self, t: Texts, words: str, make: Callable[[], Made]) -> None:
        super().__init__()
        self.t, self._words, self._make = t, words, make
        self.fields: Made | None = None
        self.open = LinkButton()
        self._column = column_of(self, 0)
        self._column.addLayout(row(self.open, 1))
        self.open.clicked.connect(self._unfold_here)
        self.retranslate()

    def unfold(self) -> Made:
        """Offer the fields."""
        if self.fields is None:
            self.fields = self._make()
            self.fields.closed.connect(self._fold)
            self._column.addWidget(self._shown())
        self.open.hide()
        self._shown().show()
        return self.fields

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.open.setText(self.t(self._words))
        if self.fields is not None:
            self.fields.retranslate()

    def _shown(self) -> QWidget:
        return cast("QWidget", self.fields)

    def _unfold_here(self) -> None:
        self.unfold()
        self._shown().setFocus()

    def _fold(self) -> None:
        self._shown().hide()
        self.open.show()
        self.open.setFocus()
