"""The guidance opens where it matters and leads back there; in café view there is no way to it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.plans import FocusArea
from exit_desktop.services.guidance import read_guidance
from exit_desktop.system.preferences import Theme as Colours
from exit_desktop.ui.course.readings.part_pages import PartPages
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.guidance.about_link import AboutLink
from exit_desktop.ui.guidance.guidance_dialog import GuidanceDialog
from exit_desktop.ui.guidance.guidance_page import GuidancePage
from exit_desktop.ui.help.help_page import HelpPage
from exit_desktop.ui.session import Session
from exit_desktop.ui.shortcuts import ActId
from support.open_window import Opened, dozen, opened
from support.places_to_go import DIALOGS, EVERYWHERE, TABS, Place, choose, close_dialogs, press, settle, together
from support.window_reading import words_in_sight

__all__ = ["dozen", "opened"]
WIDE, NARROW = (860, 640), (520, 640)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[GuidancePage]:
    """All the guidance, in English, list and text beside each other."""
    made = GuidancePage(session)
    qtbot.addWidget(made)
    made.resize(*WIDE)
    with qtbot.waitActive(made):
        made.show()
    yield made


def titles(page: GuidancePage) -> list[str]:
    return [page.list.item(at).text() for at in range(page.list.count())]


def links(window: QWidget) -> list[AboutLink]:
    return [one for one in window.findChildren(AboutLink) if one.isVisible()]


def dialog_of(window: QWidget) -> GuidanceDialog:
    return next(one for one in window.findChildren(GuidanceDialog) if one.isVisible())


def keys_at(window: QWidget) -> str:
    """Follow the first link in sight, look which text opens, and close it as Esc does."""
    links(window)[0].click()
    settle()
    found = dialog_of(window)
    key = found.reader.key
    QTest.keyClick(found, Qt.Key.Key_Escape)
    settle()
    return key


def test_a_letter_shortens_the_list_and_the_text_follows(page: GuidancePage, qtbot: QtBot) -> None:
    everything = titles(page)
    QTest.keyClicks(page.search, "debt")
    assert 0 < len(titles(page)) < len(everything)
    qtbot.waitUntil(lambda: page.reader.key == "area_finances")
    page.search.clear()
    assert titles(page) == everything


def test_what_is_nowhere_is_said(page: GuidancePage) -> None:
    QTest.keyClicks(page.search, "zzz")
    assert titles(page) == []
    assert "No text has these words." in words_in_sight(page)


def test_the_arrow_leads_from_the_search_to_the_list(page: GuidancePage) -> None:
    page.take_focus()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.reader.key == read_guidance("en").texts[1].key


def test_the_name_of_another_text_leads_there(page: GuidancePage) -> None:
    page.reader.page.anchorClicked.emit(QUrl("children_and_duty"))
    assert page.reader.key == "children_and_duty"
    assert page.list.currentItem().text() == "Children and your duty"


def test_the_same_link_is_a_button_for_the_keyboard(page: GuidancePage) -> None:
    page.read("first_meeting")
    next(one for one in page.reader.findChildren(QPushButton) if one.text() == "Children and your duty").click()
    assert page.reader.key == "children_and_duty"


def test_in_a_narrow_window_the_text_takes_the_place_of_the_list(page: GuidancePage) -> None:
    page.resize(*NARROW)
    page.list.itemClicked.emit(page.list.item(2))
    assert not page.list.isVisible() and page.reader.isVisible()
    QTest.keyClick(page.reader, Qt.Key.Key_Escape)
    assert page.list.isVisible() and not page.reader.isVisible()


def test_the_other_language_shows_the_same_text(page: GuidancePage, session: Session) -> None:
    page.read("area_housing")
    session.t.use("da")
    page.retranslate()
    assert page.reader.page.toPlainText().startswith("Bolig")
    assert page.list.currentItem().text() == "Bolig"


@pytest.mark.parametrize(
    ("state", "phase", "key"),
    [
        (CourseState.ORIENTATION, None, "orientation"),
        (CourseState.ACTIVE, Phase.ONE, "phase_1"),
        (CourseState.ACTIVE, Phase.TWO, "phase_2"),
        (CourseState.ACTIVE, Phase.THREE, "phase_3"),
        (CourseState.CLOSED, None, "closing"),
    ],
)
def test_the_overview_leads_to_its_phase(opened: Opened, state: CourseState, phase: Phase | None, key: str) -> None:
    window = choose(opened.work, state, phase)
    press(window, "Overview")
    assert keys_at(window) == key


def test_a_link_leads_back_to_where_the_keyboard_was(opened: Opened) -> None:
    window = choose(opened.work, CourseState.ACTIVE, Phase.THREE)
    press(window, "Overview")
    link = links(window)[0]
    link.setFocus()
    keys_at(window)
    assert window.focusWidget() is link


def test_each_area_of_the_plan_leads_to_its_own(opened: Opened, qtbot: QtBot) -> None:
    window = choose(opened.work, CourseState.ACTIVE, Phase.THREE)
    press(window, "Plan")
    qtbot.waitUntil(lambda: len(links(window)) > 1)
    for link in links(window):
        link.click()
        settle()
        assert dialog_of(window).reader.key in {f"area_{area}" for area in FocusArea}
        close_dialogs(window)


@pytest.mark.parametrize(
    ("act", "key"), [(ActId.NEW_CITIZEN, "first_meeting"), (ActId.BEFORE, "phase_3")], ids=["new", "before"]
)
def test_what_is_done_leads_to_what_helps_with_it(opened: Opened, act: ActId, key: str) -> None:
    window = choose(opened.work, CourseState.ACTIVE, Phase.THREE)
    press(window, "Contacts")
    opened.work.do(act)
    settle()
    assert keys_at(window) == key


@pytest.mark.parametrize(("tab", "key"), [("Network", "network"), ("Details", "orientation")])
def test_a_tab_leads_to_what_it_is_about(opened: Opened, tab: str, key: str) -> None:
    window = choose(opened.work, CourseState.ORIENTATION)
    press(window, tab)
    assert keys_at(window) == key


def test_the_questions_on_selling_lead_to_how_they_can_be_asked(opened: Opened) -> None:
    reading = next(one for one in EVERYWHERE if one.name == "reading-new").go(opened.work)
    pages = reading.findChildren(PartPages)[0]
    pages.open(len(pages._parts) - 1)
    settle()
    assert keys_at(reading) == "how_to_ask"


def test_the_closing_leads_to_its_text_and_stays_open(opened: Opened) -> None:
    window = choose(opened.work, CourseState.ACTIVE, Phase.THREE)
    step = next(one for one in DIALOGS if one.name == "step-close").go(opened.work)
    assert keys_at(step) == "closing"
    assert isinstance(step, QDialog) and step.isVisible()
    assert window.isVisible()


def test_from_a_text_to_all_of_them_and_back(opened: Opened) -> None:
    window = choose(opened.work, CourseState.ACTIVE, Phase.THREE)
    press(window, "Overview")
    links(window)[0].click()
    settle()
    dialog_of(window).all.click()
    settle()
    guidance = window.findChildren(HelpPage)[0].guidance
    assert guidance.isVisible() and guidance.reader.key == "phase_3"
    QTest.keyClick(guidance.reader, Qt.Key.Key_Escape)
    settle()
    assert opened.work.current_place is ActId.CITIZENS
    assert not guidance.back.isVisibleTo(guidance)


def test_back_goes_through_the_texts_that_were_read(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = GuidanceDialog(session, "new_citizen", window)
    made.show_text("children_and_duty")
    assert made.back.isVisibleTo(made)
    made.back.click()
    assert made.reader.key == "first_meeting"
    assert not made.back.isVisibleTo(made)


@pytest.mark.parametrize("place", TABS, ids=lambda place: place.name)
def test_in_cafe_view_no_link_is_in_sight(opened: Opened, place: Place) -> None:
    window = place.go(opened.work)
    opened.work.do(ActId.CAFE)
    settle()
    assert links(window) == []


def test_in_cafe_view_help_hides_the_texts(opened: Opened) -> None:
    window = choose(opened.work, CourseState.ACTIVE, Phase.THREE)
    opened.work.do(ActId.CAFE)
    opened.work.do(ActId.HELP)
    press(window, "About the work")
    page = window.findChildren(HelpPage)[0]
    assert not page.guidance.isVisible()
    assert "Café view hides this page. F8 shows it again." in words_in_sight(page)
    opened.work.do(ActId.CAFE)
    assert page.guidance.isVisible()


def test_in_together_mode_there_is_no_link(opened: Opened) -> None:
    assert links(together(opened.work)) == []


def test_a_text_over_the_window_is_never_larger_than_it(opened: Opened, frame: Frame) -> None:
    frame.theme.use(Colours.LIGHT, 200)
    opened.window.resize(1280, 720)
    window = choose(opened.work, CourseState.ACTIVE, Phase.THREE)
    press(window, "Overview")
    links(window)[0].click()
    settle()
    size = dialog_of(window).size()
    assert size.width() <= window.width() and size.height() <= window.height()
