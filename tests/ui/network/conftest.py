"""The network tab in a window, and a network to show in it."""

from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import NetworkPerson
from exit_desktop.services import network
from exit_desktop.services.desk import Desk
from exit_desktop.ui.course.network.tab import NetworkTab
from exit_desktop.ui.course.work import CourseWork
from support.networks import DOCTOR, MOTHER, POST


@pytest.fixture
def tab(work: CourseWork, qtbot: QtBot) -> Iterator[NetworkTab]:
    """The tab in a window, with nobody on the map."""
    made = NetworkTab(work)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.clear()


@pytest.fixture
def full(tab: NetworkTab, work: CourseWork) -> NetworkTab:
    """The tab with two people and one task."""
    for person in (MOTHER, DOCTOR):
        work.change(partial(_put_person, person))
    work.change(_put_task)
    return tab


def _put_person(person: NetworkPerson, desk: Desk, course: Course) -> Course:
    return network.put_person(desk, course, person)


def _put_task(desk: Desk, course: Course) -> Course:
    return network.put_task(desk, course, POST)
