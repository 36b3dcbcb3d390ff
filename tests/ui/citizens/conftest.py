"""A list with four citizens in it, each somewhere else in their course."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import ClosingReason
from exit_desktop.services.contacts import record_contact
from exit_desktop.services.courses import close_course, register_citizen, start_course
from exit_desktop.services.desk import Desk
from exit_desktop.ui.citizens.citizen_list import CitizenList
from exit_desktop.ui.citizens.order import Filter
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.session import Session
from support.courses import make_contact


@pytest.fixture
def citizens(desk: Desk) -> dict[str, str]:
    """Mågen in phase 1, Anemone in orientation, Ærten and Zebra closed and open; alias to course id."""
    courses = {alias: register_citizen(desk, alias) for alias in ("Mågen", "Anemone", "Ærten", "Zebra")}
    gull = start_course(desk, courses["Mågen"], date(2026, 7, 2))
    record_contact(desk, gull, make_contact(71, date(2026, 11, 17)))
    start_course(desk, courses["Zebra"], date(2026, 11, 2))
    pea = start_course(desk, courses["Ærten"], date(2026, 5, 1))
    close_course(desk, pea, date(2026, 11, 1), ClosingReason.CITIZENS_WISH)
    return {alias: course.id for alias, course in courses.items()}


@pytest.fixture
def screen(session: Session, citizens: dict[str, str], qtbot: QtBot) -> Iterator[CitizenList]:
    """The list, loaded and in sight."""
    made = CitizenList(session)
    qtbot.addWidget(made)
    made.resize(290, 700)
    made.show()
    made.load()
    yield made
    session.drafts.clear()
    session.locked.emit(LockReason.ASKED)
    if made.model.counts[Filter.ALL]:
        made.clear()
