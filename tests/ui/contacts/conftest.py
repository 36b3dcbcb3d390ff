"""A course at work and its contacts, for the tests of this screen."""

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.ui.course.contacts.tab import ContactsTab
from exit_desktop.ui.course.work import CourseWork
from support.course_work import work

__all__ = ["work"]


@pytest.fixture
def tab(qtbot: QtBot, work: CourseWork) -> ContactsTab:
    """The contacts of the course, in sight."""
    tab = ContactsTab(work)
    qtbot.addWidget(tab)
    tab.resize(900, 800)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab
