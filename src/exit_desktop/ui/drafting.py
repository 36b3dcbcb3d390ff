"""Keeps half-written texts: what stands in a field is in `drafts.db` at most two seconds after the last key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from exit_desktop.errors import DiskFull, DraftHasNoRoom, Failure

# Counted from the first key after a save, so that steady typing is saved too.
SAVE_AFTER_MS = 1000


@dataclass(frozen=True, slots=True)
class DraftStore:
    """How drafts are read, kept and dropped; a place is a stable text such as "contact/<course id>/note"."""

    read: Callable[[], dict[str, str]]
    save: Callable[[str, str], None]
    drop: Callable[[str], None]


class Drafts(QObject):
    """The drafts of one open vault; a failure is told once and the text stays in its field."""

    def __init__(self, store: DraftStore, tell: Callable[[Failure], None]) -> None:
        super().__init__()
        self._store, self._tell = store, tell
        self._kept = store.read()
        self._waiting: dict[str, str] = {}
        self._told = False
        self.closed = False
        """Whether nothing can be kept, so that nothing may be written."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def text(self, place: str) -> str:
        """Return the draft that waits at a place; empty if none does."""
        return self._waiting.get(place, self._kept.get(place, ""))

    def places(self) -> tuple[str, ...]:
        """Return where drafts wait."""
        return tuple(dict.fromkeys((*self._kept, *self._waiting)))

    def attach(self, field: QLineEdit | QPlainTextEdit, place: str) -> bool:
        """Keep what is written in a field from now on; return whether a draft was put back into it."""
        waiting = self.text(place)
        if waiting:
            _write(field, waiting)
        if self.closed:
            field.setReadOnly(True)
        field.textChanged.connect(partial(self._note, field, place))
        return bool(waiting)

    def keep(self, place: str, text: str) -> None:
        """Keep a text that does not come from a single field."""
        self._waiting[place] = text
        if not self._timer.isActive():
            self._timer.start()

    def drop(self, place: str) -> None:
        """The text is saved where it belongs, or given up: forget the draft."""
        self._waiting.pop(place, None)
        if self._kept.pop(place, None) is not None:
            self._try(partial(self._store.drop, place))

    def forget(self, ids: Iterable[str]) -> None:
        """Forget every draft whose place names one of these records, also one that is not written yet; they are going.

        Those in the file go with the records.
        """
        gone = tuple(ids)
        for texts in (self._waiting, self._kept):
            for place in [place for place in texts if any(one in place for one in gone)]:
                del texts[place]

    def flush(self) -> None:
        """Write what waits now; called by the timer and before a lock."""
        self._timer.stop()
        for place, text in list(self._waiting.items()):
            if not text:
                self.drop(place)
            elif self._try(partial(self._store.save, place, text)):
                self._kept[place] = text
                self._waiting.pop(place, None)

    def unwritten(self) -> dict[str, str]:
        """Return the texts that the file did not take, by their places."""
        return {place: text for place, text in self._waiting.items() if text}

    def put_back(self, texts: dict[str, str]) -> None:
        """Let texts wait here again that no file took."""
        for place, text in texts.items():
            self.keep(place, text)

    def clear(self) -> None:
        """Drop the texts from memory; those in the file stay."""
        self._timer.stop()
        self._waiting.clear()
        self._kept.clear()

    def _note(self, field: QLineEdit | QPlainTextEdit, place: str, *_text: str) -> None:
        text = _read(field)
        # Blanks alone are nothing that somebody left half-written.
        self.keep(place, text if text.strip() else "")

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Failure as failure:
            if not self._told:
                self._told = True
                # A full disk would else sound as if what was just added had not been saved.
                self._tell(DraftHasNoRoom() if isinstance(failure, DiskFull) else failure)
            return False
        self._told = False
        return True


def _read(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
