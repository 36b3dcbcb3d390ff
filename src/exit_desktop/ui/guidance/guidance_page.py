"""All the guidance under Help: searched as one types, and read beside the list or in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from exit_desktop.services.finding import words_of
from exit_desktop.services.guidance import read_guidance
from exit_desktop.ui.closed_fields import FINDS
from exit_desktop.ui.guidance.reader import READING_WIDTH, GuidanceReader
from exit_desktop.ui.guidance.text_delegate import LINE, TextDelegate, two_lines
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.fields import TextLine
from exit_desktop.ui.widgets.labels import muted, small
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

# At 100 %: the list, and the least with which list and text stand beside each other.
LIST_WIDTH, BESIDE_FROM = 270, 660
# A text is laid out once the typing pauses: no letter waits for it.
_PAUSE_MS = 90
_KEY = Qt.ItemDataRole.UserRole


class GuidancePage(QWidget):
    """`left` when the worker goes back to where a link was followed."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        self._came_by_link = self._reading = False
        self._stale = True
        theme = session.theme
        self.search, self.list, self.count = TextLine(), QListWidget(), small(theme)
        self.reader, self.back, self.all = GuidanceReader(session), LinkButton(), LinkButton()
        self._about = muted(theme)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()
        self.retranslate()

    def read(self, key: str, by_link: bool = False) -> None:
        """Show a text; one that a link led to has a way back."""
        self._fill_if_stale()
        self._came_by_link, self._reading = by_link, True
        self._follow(key)
        self._suit()

    def take_focus(self) -> None:
        """Put the keyboard where the search is written, or on the text while the list is out of sight."""
        (self.search if self._list_side.isVisibleTo(self) else self.reader).setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.search.setProperty(FINDS, True)
        self.search.setPlaceholderText(t("Search the guidance"))
        self.search.setAccessibleName(t("Search the guidance"))
        self.list.setAccessibleName(t("Guidance"))
        self.back.setText(t("Back to where you were"))
        self.all.setText(t("All texts"))
        self._about.setText(t("Short texts for the work with citizens. They are help to think with, not rules."))
        self._stale = True
        if self.isVisible():
            self._fill_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the texts when they are first wanted."""
        super().showEvent(event)
        self._fill_if_stale()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the way back: the worker has gone somewhere else."""
        super().hideEvent(event)
        self._came_by_link = False
        self.back.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        self._suit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc: to all texts where one has taken their place, or to where a link was followed."""
        if event.key() == Qt.Key.Key_Escape and self._go_back():
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            self.list.setFocus()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._session.theme
        self.search.setClearButtonEnabled(True)
        self._delegate = TextDelegate(theme)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list_side, self._text_side = QWidget(), QWidget()
        lines = QVBoxLayout(self._list_side)
        texts = QVBoxLayout(self._text_side)
        for column in (lines, texts):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.px(8))
        for part in (self._about, self.search, self.count):
            lines.addWidget(part)
        lines.addWidget(self.list, 1)
        texts.addLayout(row(self.back, self.all, 1))
        texts.addWidget(self.reader, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, theme.px(10), 0, 0)
        across.setSpacing(theme.px(14))
        across.addWidget(self._list_side)
        across.addWidget(self._text_side, 100)
        across.addStretch(1)
        self.back.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self._soon.timeout.connect(self._show_chosen)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.search.returnPressed.connect(self._open_first)
        self.reader.text_wanted.connect(self._follow)
        self.back.clicked.connect(self.left)
        self.all.clicked.connect(self._to_list)

    def _keys(self) -> list[str]:
        return [str(self.list.item(at).data(_KEY)) for at in range(self.list.count())]

    def _fill_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            # Shown anew, for the language may be another one.
            key, self.reader.key = self.reader.key, ""
            self._find(self.search.text())
            self._select(key)
            self._show_chosen()

    def _find(self, asked: str) -> None:
        found = read_guidance(self.t.language).find(asked)
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            item = QListWidgetItem(one.text.title, self.list)
            item.setData(_KEY, one.text.key)
            item.setData(LINE, two_lines(one.line))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.text.title}. {one.line}")
        self.list.blockSignals(False)
        self.count.setText("" if found else self.t("No text has these words. Try fewer letters, or another word."))
        self.count.setVisible(not found)
        self._select("" if words_of(asked) else self.reader.key)

    def _select(self, key: str) -> None:
        """Choose a text in the list, the first one where it is not there; it is shown once nobody types."""
        keys = self._keys()
        if keys:
            self.list.blockSignals(True)
            self.list.setCurrentRow(keys.index(key) if key in keys else 0)
            self.list.blockSignals(False)
            self._soon.start()

    def _show_chosen(self) -> None:
        self._soon.stop()
        item = self.list.currentItem()
        if item is not None:
            self._show(str(item.data(_KEY)))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(str(item.data(_KEY)))

    def _open(self, item: QListWidgetItem) -> None:
        self._show(str(item.data(_KEY)))
        self._reading = True
        self._suit()
        if not self._beside:
            self.reader.setFocus()

    def _open_first(self) -> None:
        if self.list.count():
            self._open(self.list.item(max(0, self.list.currentRow())))

    def _follow(self, key: str) -> None:
        if key not in self._keys():
            self.search.clear()
        self._select(key)
        self._show_chosen()

    def _show(self, key: str) -> None:
        if key != self.reader.key:
            guidance = read_guidance(self.t.language)
            text = guidance.text(key)
            self.reader.show_text(text, guidance.beside(text) if text else ())

    @property
    def _beside(self) -> bool:
        return self.width() >= self._session.theme.px(BESIDE_FROM)

    def _suit(self) -> None:
        px, beside = self._session.theme.px, self._beside
        self._list_side.setVisible(beside or not self._reading)
        self._text_side.setVisible(beside or self._reading)
        self._list_side.setMaximumWidth(px(LIST_WIDTH) if beside else px(READING_WIDTH))
        self.all.setVisible(not beside)
        self.back.setVisible(self._came_by_link)

    def _to_list(self) -> None:
        self._reading = False
        self._suit()
        self.list.setFocus()

    def _go_back(self) -> bool:
        if self._came_by_link:
            self._came_by_link = False
            self.left.emit()
            return True
        if self._reading and not self._beside:
            self._to_list()
            return True
        return False
