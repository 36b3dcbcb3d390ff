"""Where the keyboard is can be seen: a ring of two pixels in the theme's teal, in both of its looks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.contacts import Contact
from exit_desktop.services.courses import register_citizen
from exit_desktop.system.preferences import Theme as Look
from exit_desktop.ui.citizens.citizen_list import CitizenList
from exit_desktop.ui.course.contacts.line import ContactLine
from exit_desktop.ui.session import Session
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.buttons import Button, Chip, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.fields import DateField, HalfHours, TextArea, TextLine
from support.courses import TODAY, make_contact


def tab(_session: Session) -> QWidget:
    bar = QTabBar()
    bar.addTab("Overview")
    bar.addTab("Readings")
    bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return bar


def box(_session: Session) -> QWidget:
    made = QComboBox()
    made.addItem("Together")
    return made


def citizens(session: Session) -> QWidget:
    register_citizen(session.desk, "Mågen")
    made = CitizenList(session)
    made.load()
    made.view.setCurrentIndex(made.model.index(0, 0))
    return made


def line(session: Session) -> QWidget:
    contact: Contact = make_contact(1)
    return ContactLine(session, contact)


MADE: dict[str, Callable[[Session], QWidget]] = {
    "button": lambda _: Button("Save"),
    "chip": lambda _: Chip("Meeting"),
    "link": lambda _: LinkButton("Change"),
    "tab": tab,
    "list row": citizens,
    "log line": line,
    "field": lambda _: TextLine("Kaffe"),
    "date": lambda _: DateField(TODAY, TODAY),
    "note": lambda session: TextArea(session.theme),
    "hours": lambda _: HalfHours(),
    "choice": box,
    "check box": lambda _: QCheckBox("Done"),
}


def seen(widget: QWidget, colour: str) -> int:
    """How many pixels of a widget have exactly that colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = int(colour.lstrip("#"), 16)
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixel(x, y) & 0xFFFFFF == wanted for x, y in points)


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
@pytest.mark.parametrize("name", MADE)
def test_a_ring_of_two_pixels_stands_around_what_has_the_keyboard(
    name: str, look: Look, session: Session, qtbot: QtBot
) -> None:
    session.theme.use(look, 100)
    window, elsewhere = QWidget(), Button("Elsewhere")
    qtbot.addWidget(window)
    widget = MADE[name](session)
    column = QVBoxLayout(window)
    column.addWidget(widget)
    column.addWidget(elsewhere)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    taker = widget.view if isinstance(widget, CitizenList) else widget
    elsewhere.setFocus()
    before = seen(taker, session.theme.colour("teal").name())
    taker.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    # Two lines along three sides at least; the corners are round and blend with the ground.
    more = seen(taker, session.theme.colour("teal").name()) - before
    assert more >= 2 * min(taker.width(), 60)


def test_the_ring_of_the_one_act_stands_inside_its_fill(session: Session, theme: Theme, qtbot: QtBot) -> None:
    button = PrimaryButton("Add")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitActive(button):
        button.activateWindow()
    button.clearFocus()
    before = seen(button, theme.colour("on_teal").name())
    button.setFocus()
    assert seen(button, theme.colour("on_teal").name()) > before + button.width()
