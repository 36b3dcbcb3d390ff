"""To somebody who is no coordinator a citizen is sent only with a yes to them."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.errors import NoYesToThem
from exit_desktop.exchange.cards import CardRole
from exit_desktop.services.bundles import Receiver, StaysReason, preview_export
from exit_desktop.services.consents import NewConsent, give_consent, withdraw_consent
from exit_desktop.services.courses import load_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.sending import list_cards, seal_to_file
from exit_desktop.services.sharing import confirm_card, set_anonymous
from exit_desktop.ui.session import Session
from exit_desktop.ui.sharing.page import SharingPage
from support.courses import TODAY
from support.sharing_people import Person
from support.window_reading import words_in_sight

JENS = Receiver("worker", "JENS")


@pytest.fixture
def colleague(tmp_path: Path, desk: Desk) -> Person:
    """A colleague, confirmed."""
    made = Person(tmp_path, "JENS", role=CardRole.WORKER)
    confirm_card(desk, made.file.read_bytes(), made.words)
    return made


def reasons(desk: Desk) -> dict[str, StaysReason]:
    return {one.alias: one.reason for one in preview_export(desk, to=JENS).staying}


def say_yes(desk: Desk, course: Course) -> Course:
    return give_consent(desk, load_course(desk, course.id), NewConsent("jens", "alt", TODAY))


def test_without_a_yes_by_name_everybody_stays(desk: Desk, citizens: dict[str, Course]) -> None:
    assert (reasons(desk)["Mågen"], reasons(desk)["Rav"]) == (StaysReason.NO_YES_TO_THEM,) * 2
    assert preview_export(desk).staying != preview_export(desk, to=JENS).staying


def test_a_yes_lets_go_what_sharing_allows_and_taking_it_back_ends_it(desk: Desk, citizens: dict[str, Course]) -> None:
    given = [say_yes(desk, citizens[alias]) for alias in ("Mågen", "Birk")]
    assert "Mågen" not in reasons(desk) and reasons(desk)["Birk"] is StaysReason.SAID_NOTHING
    withdraw_consent(desk, given[0], given[0].consents[0].id, TODAY)
    assert reasons(desk)["Mågen"] is StaysReason.NO_YES_TO_THEM


def test_an_anonymous_course_goes_to_a_coordinator_only(desk: Desk, citizens: dict[str, Course]) -> None:
    set_anonymous(desk, say_yes(desk, citizens["Rav"]), True)
    assert reasons(desk)["Rav"] is StaysReason.ANONYMOUS
    assert "Rav" not in {one.alias for one in preview_export(desk).staying}


def test_sealing_looks_again_whatever_was_shown(
    desk: Desk, citizens: dict[str, Course], colleague: Person, tmp_path: Path
) -> None:
    with pytest.raises(NoYesToThem):
        seal_to_file(desk, list_cards(desk)[0], [citizens["Mågen"].id], tmp_path / "p.forloeb", lambda: None)
    assert not (tmp_path / "p.forloeb").exists()


@pytest.fixture
def ready(page: SharingPage, desk: Desk, colleague: Person, coordinator: Person, qtbot: QtBot) -> SharingPage:
    """The page when both are confirmed."""
    confirm_card(desk, coordinator.file.read_bytes(), coordinator.words)
    page.send.reload()
    qtbot.waitUntil(lambda: not page.send._work.busy)
    return page


def test_the_page_tells_it_and_follows_the_receiver(ready: SharingPage, session: Session, qtbot: QtBot) -> None:
    page = ready
    assert page.send._seal.isEnabled()
    page.send._to.setCurrentIndex(1 - page.send._to.currentIndex())
    qtbot.waitUntil(lambda: not session.jobs.busy)
    words = words_in_sight(page.send)
    assert "JENS is not a coordinator." in words and "No citizen has said yes to this receiver." in words
    assert not page.send._seal.isEnabled()
