"""The seven days from today on with the meetings of each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from exit_desktop.domain.today import WEEK, Day
from exit_desktop.ui.widgets.labels import heading, small
from exit_desktop.ui.widgets.properties import put

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


class DayBox(QFrame):
    """One day: its name, and how many meetings."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name, self._count = small(theme), heading(theme)
        self._name.setWordWrap(False)
        self.setProperty("kind", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(6), theme.px(3), theme.px(7))
        column.setSpacing(0)
        for part in (self._name, self._count):
            column.addWidget(part)

    def show_day(self, on: date, count: int, today: date, t: Texts) -> None:
        """Show a day; today stands out."""
        put(self, "kind", "quiet" if on == today else "panel")
        name = t.date(on, "strip")
        self._name.setText(name[:1].upper() + name[1:])
        self._count.setText(t.plural("{count} meeting", "{count} meetings", count))
        words = t.plural("{day}: {count} meeting", "{day}: {count} meetings", count, day=t.date(on, "weekday"))
        self.setAccessibleName(words)
        self.setToolTip(words)


class WeekStrip(QWidget):
    """Seven days side by side; the whole of it is one sentence for a screen reader."""

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._day: Day | None = None
        self._boxes = tuple(DayBox(theme) for _ in range(WEEK))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(5))
        for box in self._boxes:
            line.addWidget(box, 1)

    @property
    def boxes(self) -> tuple[DayBox, ...]:
        """The days from today on."""
        return self._boxes

    def show_day(self, day: Day | None) -> None:
        """Show the days from a day on."""
        self._day = day
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        day = self._day
        if day is None:
            return
        for box, (on, count) in zip(self._boxes, day.week, strict=True):
            box.show_day(on, count, day.today, self._t)
        self.setAccessibleName(self._t("The next seven days"))
        self.setAccessibleDescription(". ".join(box.accessibleName() for box in self._boxes))
