"""The timeline above the tabs: every mark reached by mouse, keyboard and screen reader."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Milestone, MilestoneKind
from exit_desktop.services.desk import commit_course
from exit_desktop.system.preferences import Theme as Look
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.widgets.timeline_view import Room, TimelineView
from support.course_work import shown_course, words_in
from support.courses import make_contact, uid


@pytest.fixture
def view(qtbot: QtBot, work: CourseWork) -> TimelineView:
    milestone = Milestone(uid(8), date(2026, 9, 14), MilestoneKind.MOVED, "egen bolig")
    view = TimelineView(work)
    qtbot.addWidget(view)
    view.resize(900, 240)
    with qtbot.waitExposed(view):
        view.show()
    work.change(
        lambda desk, course: commit_course(
            desk, course, replace(course, contacts=(make_contact(1),), milestones=(milestone,)), "course"
        )
    )
    return view


def place_of(view: TimelineView, mark_id: str) -> QPoint:
    box = next(mark.box for mark in view.chart.drawing.marks if mark.id == mark_id)
    scale = view.chart.scale
    return QPoint(round((box.x + box.width / 2) * scale), round((box.y + box.height / 2) * scale))


def test_a_click_opens_what_a_mark_stands_for(qtbot: QtBot, view: TimelineView) -> None:
    for mark_id in (f"contact:{make_contact(1).id}", f"milestone:{uid(8)}", "reading:plan:m06"):
        with qtbot.waitSignal(view.opened) as opened:
            QTest.mouseClick(view.chart, Qt.MouseButton.LeftButton, pos=place_of(view, mark_id))
        assert opened.args == [mark_id]


def test_arrows_walk_the_marks_and_enter_opens_one(qtbot: QtBot, view: TimelineView) -> None:
    view.chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_Right)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_Return)
    assert opened.args == [view.chart.drawing.marks[1].id]


def test_each_mark_is_an_object_with_its_sentence(qtbot: QtBot, view: TimelineView) -> None:
    tree = QAccessible.queryAccessibleInterface(view.chart)
    assert tree is not None
    qtbot.waitUntil(lambda: tree.childCount() == len(view.chart.drawing.marks))
    names = [tree.child(at).text(QAccessible.Text.Name) for at in range(tree.childCount())]
    assert "14 September 2026: Moved: egen bolig" in names
    assert "Contact Monday 23 November" in names


def test_the_course_is_told_in_a_sentence(view: TimelineView) -> None:
    assert view.accessibleDescription().startswith("Phase 1, day 145. 0 of 7 readings made.")


def test_the_sentence_of_a_mark_stands_beneath_while_it_has_the_keyboard(qtbot: QtBot, view: TimelineView) -> None:
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.chart.go_to(1)
    assert view.told.text() == view.chart.drawing.marks[1].sentence
    view.as_table.setFocus()
    assert view.told.text() == view.accessibleDescription()


def test_the_table_says_the_same_in_words(view: TimelineView) -> None:
    view.as_table.click()
    cells = [view.table.item(row, 1) for row in range(view.table.rowCount())]
    assert not view.chart.isVisible()
    assert "14 September 2026: Moved: egen bolig" in [cell.text() for cell in cells if cell]


def test_cafe_view_shows_no_words_of_a_milestone(view: TimelineView) -> None:
    view.set_cafe_view(True)
    sentences = [mark.sentence for mark in view.chart.drawing.marks]
    assert not any("bolig" in sentence or "Moved" in sentence for sentence in sentences)
    view.set_cafe_view(False)
    assert any("egen bolig" in mark.sentence for mark in view.chart.drawing.marks)


def test_folded_to_its_bands_it_keeps_the_readings_and_leaves_out_what_lies_under_them(view: TimelineView) -> None:
    whole = view.chart.drawing.size.height
    view.set_room(Room.BANDS)
    kinds = {mark.id.partition(":")[0] for mark in view.chart.drawing.marks}
    assert view.chart.drawing.size.height < whole / 2
    assert {"phase", "reading"} <= kinds
    assert not {"contact", "milestone"} & kinds


def test_folded_to_a_line_it_still_tells_the_course_and_comes_back_with_a_button(view: TimelineView) -> None:
    view.set_room(Room.LINE)
    assert not view.chart.isVisible()
    assert view.told.text().startswith("Phase 1, day 145.")
    view.unfold.click()
    assert view.chart.isVisible()
    assert view.unfold.text() == "Fold the timeline"


def test_the_table_is_low_where_there_is_little_room(view: TimelineView) -> None:
    view.as_table.click()
    roomy = view.table.maximumHeight()
    view.set_room(Room.BANDS)
    assert view.table.isVisible()
    assert view.table.maximumHeight() < roomy * 2 / 3


def test_the_picture_grows_with_the_scale(qtbot: QtBot, view: TimelineView, work: CourseWork) -> None:
    before = view.chart.height()
    work.session.theme.use(Look.DARK, 200)
    qtbot.waitUntil(lambda: view.chart.height() > 1.6 * before)


def test_nothing_is_left_after_a_lock(view: TimelineView, work: CourseWork) -> None:
    work.clear()
    assert view.chart.drawing.marks == ()
    assert "Phase" not in words_in(view)
    assert view.accessibleDescription() == ""


def test_choosing_a_course_again_draws_it(view: TimelineView, work: CourseWork) -> None:
    course_id = shown_course(work).id
    work.clear()
    work.choose(course_id)
    assert any(mark.id == "phase:one" for mark in view.chart.drawing.marks)
