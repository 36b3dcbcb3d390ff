"""Short fields: a time of day, minutes spent, minutes per kind of work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from exit_desktop.domain.contacts import Minutes, WorkKind
from exit_desktop.services.labels import WORK_KINDS
from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.properties import put

_TIME = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:\s]?(\d{2}))?")
_HOURS = re.compile(r"(\d{1,2})(?:[,.](\d))?\s*(?:t|h|timer|time|hours|hour)\.?\s*(?:(\d{1,2})\s*(?:m|min)?\.?)?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")


class TimeField(QLineEdit):
    """A time as people write it: 14, 1430, 14.30, kl. 14; up and down go a quarter of an hour."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self.setMaxLength(12)
        self.editingFinished.connect(self._tidy)

    @property
    def value(self) -> time | None:
        """The time; None while the field is empty or cannot be read."""
        return read_time(self.text())

    @property
    def readable(self) -> bool:
        """Whether the text is empty or a time."""
        return not self.text().strip() or self.value is not None

    def set_value(self, value: time | None) -> None:
        """Show a time."""
        self.setText(self._t.time(value) if value else "")
        put(self, "fault", False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step a quarter of an hour with up and down."""
        step = {Qt.Key.Key_Up: 15, Qt.Key.Key_Down: -15}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        start = self.value or time(12)
        minutes = ((start.hour * 60 + start.minute) // 15 * 15 + step) % 1440
        self.set_value(time(minutes // 60, minutes % 60))

    def _tidy(self) -> None:
        if self.value:
            self.set_value(self.value)
        put(self, "fault", not self.readable)


def read_time(text: str) -> time | None:
    """Read a written time of day; None if it is none."""
    found = _TIME.fullmatch(text.strip().lower())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_minutes(text: str) -> int | None:
    """Read minutes: 45, 1:30, 1,5 t, 1 t 30 min; an empty text is 0, None if it cannot be read."""
    written = text.strip().lower()
    if not written:
        return 0
    bare = re.fullmatch(r"(\d{1,4})\s*(?:m|min)?\.?", written)
    if bare:
        return int(bare[1])
    if clock := _CLOCK.fullmatch(written):
        return int(clock[1]) * 60 + int(clock[2])
    if hours := _HOURS.fullmatch(written):
        return int(hours[1]) * 60 + int(hours[2] or 0) * 6 + int(hours[3] or 0)
    return None


def duration(minutes: int, t: Texts) -> str:
    """Return a length of time in hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return t("{minutes} min", minutes=rest)
    if not rest:
        return t("{hours} h", hours=t.number(hours))
    return t("{hours} h {minutes} min", hours=t.number(hours), minutes=rest)


class MinutesField(QLineEdit):
    """Minutes of one kind of work; also as hours: 1:30 or 1,5 t."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMaxLength(12)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self._tidy)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def value(self) -> int | None:
        """The minutes; 0 if empty, None if they cannot be read."""
        return read_minutes(self.text())

    def set_value(self, minutes: int) -> None:
        """Show minutes; none at all leave the field empty."""
        self.setText(str(minutes) if minutes else "")
        put(self, "fault", False)

    def _tidy(self) -> None:
        if self.value is not None:
            self.set_value(self.value)
        put(self, "fault", self.value is None)

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(72))


class Named(QWidget):
    """A field under a small name, as narrow as it may be."""

    def __init__(self, theme: Theme, field: QWidget, wrap: bool = False) -> None:
        super().__init__()
        self.field = field
        self.label: Label = Label(theme, "", "small", wrap)
        self.label.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addWidget(self.label)
        column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)

    def set_name(self, words: str) -> None:
        """Name the field on screen and for a screen reader."""
        self.label.setText(words)
        self.field.setAccessibleName(words)


class MinutesRow(QWidget):
    """Minutes per kind of work as small fields in one row, which breaks where the room ends."""

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._fields = {kind: MinutesField(theme) for kind in WorkKind}
        self._named = {kind: Named(theme, field) for kind, field in self._fields.items()}
        flow = FlowLayout(self, theme.px(12))
        for kind, field in self._fields.items():
            field.textEdited.connect(self.edited)
            field.editingFinished.connect(self.left)
            flow.addWidget(self._named[kind])
        self.retranslate()

    def field(self, kind: WorkKind) -> MinutesField:
        """Return the field of one kind of work."""
        return self._fields[kind]

    @property
    def value(self) -> tuple[Minutes, ...] | None:
        """The minutes that are not 0; None while one of them cannot be read."""
        read = {kind: self.field(kind).value for kind in self._named}
        if None in read.values():
            return None
        return tuple(Minutes(kind, minutes) for kind, minutes in read.items() if minutes)

    @property
    def unreadable(self) -> MinutesField | None:
        """The first field that cannot be read."""
        return next((field for field in self._fields.values() if field.value is None), None)

    @property
    def writing(self) -> bool:
        """Whether the keyboard is in one of the fields."""
        return any(field.hasFocus() for field in self._fields.values())

    def texts(self) -> dict[WorkKind, str]:
        """Return what stands in the fields."""
        return {kind: self.field(kind).text() for kind in self._named}

    def set_texts(self, texts: Mapping[WorkKind, str]) -> None:
        """Put texts back into the fields."""
        for kind in self._named:
            self.field(kind).setText(texts.get(kind, ""))

    def set_value(self, minutes: Iterable[Minutes]) -> None:
        """Show minutes."""
        shown = {entry.kind: entry.minutes for entry in minutes}
        for kind in self._named:
            self.field(kind).set_value(shown.get(kind, 0))

    def retranslate(self) -> None:
        """Name the fields in the language in force."""
        hint = self._t("Minutes, if you count them. 1:30 is an hour and a half.")
        for kind, named in self._named.items():
            named.set_name(self._t(WORK_KINDS[kind]))
            self._fields[kind].setPlaceholderText(self._t("min"))
            self._fields[kind].setToolTip(hint)
            self._fields[kind].setAccessibleDescription(hint)
