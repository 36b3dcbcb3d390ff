"""A course in a small window or at a large scale: what is seen first gives way, and nothing is cut or pushed out."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.services.courses import register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.system.preferences import Theme as Look
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.readings.reading_list import ReadingList
from exit_desktop.ui.course.readings.readings_tab import ReadingsTab
from exit_desktop.ui.course.steps.replan import ReplanDialog
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.session import Session
from exit_desktop.ui.widgets.buttons import LinkButton
from support.places_to_go import settle
from support.window_reading import words_in_sight

# What is left of 1280x720 at 150 % and of 1920x1080 at 200 % beside the rail and under the practice bar.
ROOMS = [(150, QSize(1108, 688)), (200, QSize(1690, 1036))]


@pytest.fixture(params=ROOMS, ids=["150", "200"])
def small_page(session: Session, page: CoursePage, request: pytest.FixtureRequest) -> CoursePage:
    """The page at a large scale, in the smallest window that the scale is meant for."""
    scale, room = request.param
    session.theme.use(Look.LIGHT, scale)
    page.resize(room)
    return page


def begin_reading(page: CoursePage, qtbot: QtBot) -> ReadingsTab:
    """Begin a reading and return its tab, once it is laid out."""
    tab = page.tabs.open(TabId.READINGS)
    assert isinstance(tab, ReadingsTab)
    tab.begin()
    qtbot.waitUntil(page.timeline.isHidden)
    return tab


def overflow(part: QWidget) -> tuple[int, int]:
    """How far a part is smaller than the least that it can do with."""
    wanted = part.minimumSizeHint()
    return max(0, wanted.width() - part.width()), max(0, wanted.height() - part.height())


def test_no_tab_asks_for_more_than_the_window_has(small_page: CoursePage, qtbot: QtBot) -> None:
    for tab in TabId:
        small_page.tabs.open(tab)
        qtbot.waitUntil(lambda: overflow(small_page.tabs) == (0, 0))


@pytest.mark.parametrize("tab", [TabId.FORMS, TabId.READINGS])
def test_the_way_into_each_line_is_in_sight_on_a_small_laptop_at_200(
    session: Session, page: CoursePage, tab: TabId
) -> None:
    session.frame.t.use("da")
    session.theme.use(Look.LIGHT, 200)
    page.resize(QSize(1130, 700))
    shown = page.tabs.open(tab)
    page.retranslate()
    settle()
    panel = shown.findChildren(ReadingList)[0]
    ways = [one for one in panel.findChildren(LinkButton) if one.isVisible()]
    assert ways and all(one.mapTo(shown, one.rect().topRight()).x() < shown.width() for one in ways)


def test_a_reading_under_way_fits(small_page: CoursePage, qtbot: QtBot) -> None:
    tab = begin_reading(small_page, qtbot)
    qtbot.waitUntil(lambda: overflow(tab) == (0, 0))


def test_a_low_page_tells_the_course_in_one_line(page: CoursePage) -> None:
    before = page.timeline.chart.isVisible()
    page.resize(1000, 450)
    assert (before, page.timeline.chart.isVisible()) == (True, False)
    assert page.timeline.told.isVisible()


def test_the_network_gets_the_height_before_the_window_is_low(page: CoursePage) -> None:
    page.resize(1000, 540)
    seen = []
    for tab in (TabId.PLAN, TabId.NETWORK, TabId.PLAN):
        page.tabs.open(tab)
        seen.append(page.timeline.chart.isVisible())
    assert seen == [True, False, True]
    assert page.timeline.told.isVisible()


def test_a_low_reading_tells_its_head_in_one_line(page: CoursePage, qtbot: QtBot) -> None:
    page.resize(1000, 500)
    tab = begin_reading(page, qtbot)
    qtbot.waitUntil(lambda: "Change date or language" in words_in_sight(tab))
    assert "Date of the talk" not in words_in_sight(tab)


def test_the_fields_of_a_low_reading_come_with_a_button(page: CoursePage, qtbot: QtBot) -> None:
    page.resize(1000, 500)
    head = begin_reading(page, qtbot)._flow._head
    qtbot.waitUntil(head.change.isVisible)
    head.change.click()
    assert head.date_field.isVisible()


def test_a_long_id_does_not_push_the_acts_out(page: CoursePage, desk: Desk) -> None:
    before = page.header.minimumSizeHint().width()
    page.show_course(register_citizen(desk, "W" * 40).id)
    assert page.header.minimumSizeHint().width() < before + 100


def test_a_step_is_not_higher_than_the_window(page: CoursePage, qtbot: QtBot) -> None:
    page.resize(900, 330)
    dialog = ReplanDialog(page, page.work)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.height() <= page.height())
    assert dialog.act.geometry().bottom() <= dialog.height()
    dialog.reject()


def test_cafe_view_shows_neither_change_nor_plan(page: CoursePage) -> None:
    page.set_cafe_view(True)
    words = words_in_sight(page)
    assert "Since the start" not in words
    assert "Next steps in the plan" not in words
