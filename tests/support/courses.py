"""Builders of courses and a desk to work at."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest

from exit_desktop.domain.calendar import Calendar, Phase
from exit_desktop.domain.citizens import Citizen
from exit_desktop.domain.contacts import Contact, Minutes, PlaceKind, WorkKind
from exit_desktop.domain.courses import Course
from exit_desktop.domain.plans import Activity, Focus, FocusArea, PlanVersion, Wish
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.desk import Desk
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault.open_vault import Vault

TODAY = date(2026, 11, 23)


def uid(number: int) -> str:
    """An id that a test can recognise."""
    return f"{number:032x}"


def make_course(alias: str = "Mågen", number: int = 1, start: date | None = date(2026, 7, 2)) -> Course:
    """A course that began in July and is in its first phase; in orientation when `start` is None."""
    calendar = Calendar(orientation_on=date(2026, 6, 1), start=start)
    base = number * 1000
    return Course(uid(base), uid(base + 1), "ABCD-2345", uid(9), Citizen(uid(base + 2), alias), calendar)


def make_contact(number: int, on: date = TODAY, **fields: object) -> Contact:
    """A meeting of 45 minutes with the citizen."""
    minutes = (Minutes(WorkKind.SOCIAL_SUPPORT, 45),)
    contact = Contact(uid(number), on, time(14, 30), place=PlaceKind.OUT, minutes=minutes, note="Kaffe ved søen.")
    return replace(contact, **fields)  # type: ignore[arg-type]  # a test names the fields it is about


def make_plan(number: int = 1) -> PlanVersion:
    """A plan with one area, one wish and two activities."""
    activities = (
        Activity(uid(701), "Ringe til SKAT om afdrag", by=date(2026, 11, 28)),
        Activity(uid(702), "Lave et budget", by=date(2026, 12, 5)),
    )
    wish = Wish(uid(703), "Jeg vil kunne sove uden at tænke på regninger", activities)
    focus = Focus(uid(704), FocusArea.FINANCES, Phase.ONE, wishes=(wish,))
    return PlanVersion(uid(705), number, date(2026, 7, 20), (focus,), review_on=date(2026, 12, 14))


@pytest.fixture
def desk(vault: Vault, clock: Clock) -> Iterator[Desk]:
    """A desk at an open practice vault, on 23 November 2026."""
    yield Desk(vault, clock, "K7", Catalogue(resource_folder("instruments")))
