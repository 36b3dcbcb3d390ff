"""Whatever is copied while a vault is open is marked, and taken back: by keys, by menu, with the mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.secret_copy import MarkedCopies, SecretCopy
from exit_desktop.ui.windows import Windows

WORDS = "Hun bor hos en veninde æøå 🙂"
COPY, CUT = Qt.Key.Key_C, Qt.Key.Key_X
Make = Callable[[], QWidget]


def is_marked(mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> bool:
    return bytes(QApplication.clipboard().mimeData(mode).data("x-kde-passwordManagerHint").data()) == b"secret"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    QApplication.clipboard().clear()
    return made


@pytest.fixture
def copies(window: QWidget) -> MarkedCopies:
    return MarkedCopies(window)


def put_in(window: QWidget, place: QWidget, qtbot: QtBot, *filters: MarkedCopies) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(place)
    window.show()
    place.setFocus()
    qtbot.waitUntil(place.hasFocus)
    Windows(window, *filters)


def line() -> QWidget:
    made = QLineEdit(WORDS)
    made.selectAll()
    return made


def area() -> QWidget:
    made = QPlainTextEdit(WORDS)
    made.selectAll()
    return made


def label() -> QWidget:
    made = QLabel(WORDS)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    made.setSelection(0, len(WORDS) + 1)
    return made


def reader() -> QWidget:
    made = QTextBrowser()
    made.setPlainText(WORDS)
    made.selectAll()
    return made


PLACES = [line, area, label, reader]


def press(window: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("make", PLACES)
def test_copied_by_key_it_is_marked_from_the_first_moment(
    window: QWidget, copies: MarkedCopies, make: Make, qtbot: QtBot
) -> None:
    put_in(window, make(), qtbot, copies)
    seen: list[bool] = []
    QApplication.clipboard().dataChanged.connect(lambda: seen.append(is_marked()))
    press(window, COPY)
    QApplication.clipboard().dataChanged.disconnect()
    assert QApplication.clipboard().text() == WORDS
    assert seen and all(seen)


@pytest.mark.parametrize("make", PLACES)
def test_without_it_a_copy_has_no_mark(window: QWidget, make: Make, qtbot: QtBot) -> None:
    put_in(window, make(), qtbot)
    press(window, COPY)
    assert QApplication.clipboard().text() == WORDS
    assert not is_marked()


@pytest.mark.parametrize("make", [line, area])
def test_cut_it_is_marked_and_gone_from_the_field(
    window: QWidget, copies: MarkedCopies, make: Make, qtbot: QtBot
) -> None:
    field = make()
    put_in(window, field, qtbot, copies)
    press(window, CUT)
    assert QApplication.clipboard().text() == WORDS and is_marked()
    assert (field.text() if isinstance(field, QLineEdit) else area_text(field)) == ""


def area_text(field: QWidget) -> str:
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


def test_a_passphrase_is_not_copied(window: QWidget, copies: MarkedCopies, qtbot: QtBot) -> None:
    field = QLineEdit(WORDS)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.selectAll()
    put_in(window, field, qtbot, copies)
    press(window, COPY)
    assert QApplication.clipboard().text() == ""


@pytest.mark.window
@pytest.mark.parametrize("mode", [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection])
def test_copied_by_menu_or_mouse_it_is_marked(
    window: QWidget, copies: MarkedCopies, mode: QClipboard.Mode, qtbot: QtBot
) -> None:
    put_in(window, line(), qtbot, copies)
    QApplication.clipboard().setText(WORDS, mode)
    assert QApplication.clipboard().text(mode) == WORDS and is_marked(mode)


@pytest.mark.window
def test_it_is_taken_back_when_its_clock_has_run(window: QWidget, copies: MarkedCopies, qtbot: QtBot) -> None:
    put_in(window, line(), qtbot, copies)
    press(window, COPY)
    copier = copies.findChild(SecretCopy)
    assert copier is not None and copier._clock.isActive()
    copier._clock.timeout.emit()
    assert QApplication.clipboard().text() == ""
