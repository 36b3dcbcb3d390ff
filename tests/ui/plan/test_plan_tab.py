"""The plan tab as a worker uses it: choose areas, write wishes and activities, tick, change, delete, look back."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.domain.method_figures import Expectations
from exit_desktop.domain.plans import (
    Activity,
    ActivityStatus,
    Doer,
    FocusArea,
    FrozenBy,
    PlanVersion,
    activities_of,
    current_plan,
)
from exit_desktop.services import plans
from exit_desktop.services.desk import Desk
from exit_desktop.services.fidelity import save_expectations
from exit_desktop.system.ids import new_id
from exit_desktop.ui.course.plan.activity_line import ActivityLine
from exit_desktop.ui.course.plan.focus_panel import FocusPanel
from exit_desktop.ui.course.plan.tab import PlanTab
from exit_desktop.ui.course.plan.versions import VersionsDialog
from exit_desktop.ui.course.plan.wish_block import WishBlock
from exit_desktop.ui.course.work import CourseWork
from support.course_work import shown_course, words_in, work
from support.places_to_go import settle

__all__ = ["work"]

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(work: CourseWork, qtbot: QtBot) -> Iterator[PlanTab]:
    """The tab in a window."""
    made = PlanTab(work)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.clear()


def plan_of(work: CourseWork) -> PlanVersion:
    plan = current_plan(shown_course(work).plans)
    assert plan is not None
    return plan


def put(wish: str, activity: Activity, desk: Desk, course: Course) -> Course:
    return plans.put_activity(desk, course, wish, activity)


def with_plan(work: CourseWork, count: int = 1) -> None:
    """Put a plan with one area, one wish and some activities."""
    work.change(lambda desk, course: plans.choose_areas(desk, course, (FocusArea.FINANCES,)))
    focus = plan_of(work).focuses[0].id
    work.change(lambda desk, course: plans.add_wish(desk, course, focus, "Sove uden at tænke på regninger"))
    wish = plan_of(work).focuses[0].wishes[0].id
    for number in range(count):
        work.change(partial(put, wish, Activity(new_id(), f"Ringe til SKAT {number}")))


def only_panel(tab: PlanTab) -> FocusPanel:
    return next(iter(tab.panels.values()))


def only_block(tab: PlanTab) -> WishBlock:
    return next(iter(only_panel(tab).blocks.values()))


def first_line(tab: PlanTab) -> ActivityLine:
    return next(iter(only_block(tab).lines.values()))


def test_the_empty_plan_offers_its_first_step(tab: PlanTab) -> None:
    assert "click the areas in the ring" in words_in(tab)
    assert "Print empty paper" in words_in(tab)


def test_ring_and_boxes_choose_the_same_areas(tab: PlanTab, work: CourseWork) -> None:
    tab.areas.ring.toggled.emit(1)
    tab.areas.boxes[FocusArea.FINANCES].click()
    assert {focus.area for focus in plan_of(work).focuses} == {FocusArea.HOUSING, FocusArea.FINANCES}
    assert tab.areas.boxes[FocusArea.HOUSING].isChecked()
    tab.areas.ring.toggled.emit(1)
    assert not tab.areas.boxes[FocusArea.HOUSING].isChecked()


def test_a_hint_says_when_few_or_many_areas_are_chosen(tab: PlanTab) -> None:
    hints = []
    for area in FocusArea:
        tab.areas.boxes[area].click()
        hints.append("3 to 5" in words_in(tab.areas))
    assert hints == [True, True, False, False, False, True, True, True]


def test_the_hint_counts_as_the_method_is_held_to_here(tab: PlanTab, work: CourseWork) -> None:
    save_expectations(work.desk, Expectations(focus_areas=(1, 3)))
    for area in list(FocusArea)[:4]:
        tab.areas.boxes[area].click()
    assert "That is many at once. 1 to 3 are easier to carry" in words_in(tab.areas)


def test_an_area_with_content_that_is_let_go_can_be_undone(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work)
    before = plan_of(work).focuses
    tab.areas.boxes[FocusArea.FINANCES].click()
    assert plan_of(work).focuses == ()
    work.undo()
    assert plan_of(work).focuses == before
    assert "Ringe til SKAT 0" in words_in(tab)


def test_a_new_wish_is_a_draft_until_it_is_added(tab: PlanTab, work: CourseWork, qtbot: QtBot) -> None:
    tab.areas.boxes[FocusArea.HOUSING].click()
    fields = only_panel(tab).new_wish.unfold()
    qtbot.waitUntil(fields.words.isVisible)
    fields.words.setFocus()
    QTest.keyClicks(fields.words, "Et sted at bo")
    assert plan_of(work).focuses[0].wishes == ()
    QTest.keyClick(fields.words, Qt.Key.Key_Return, CTRL)
    assert [wish.words for wish in plan_of(work).focuses[0].wishes] == ["Et sted at bo"]
    assert work.session.drafts.places() == ()


def test_a_half_written_activity_waits_where_it_was(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work)
    QTest.mouseClick(only_block(tab).new.open, LEFT)
    fields = only_block(tab).new.fields
    assert fields is not None
    QTest.keyClicks(fields.what, "Lave et bud")
    course_id = shown_course(work).id
    work.clear()
    work.choose(course_id)
    settle()
    again = only_block(tab).new.fields
    assert again is not None
    assert (again.what.text(), again.isHidden()) == ("Lave et bud", False)


def test_an_activity_is_added_with_who_and_day(tab: PlanTab, work: CourseWork, qtbot: QtBot) -> None:
    with_plan(work, 0)
    fields = only_block(tab).new.unfold()
    fields.who.set_value(Doer.CITIZEN)
    fields.by.setText("3/12")
    qtbot.waitUntil(fields.what.isVisible)
    fields.what.setFocus()
    QTest.keyClicks(fields.what, "Lave et budget")
    QTest.keyClick(fields.what, Qt.Key.Key_Return, CTRL)
    ((_, _, activity),) = activities_of(plan_of(work))
    assert (activity.what, activity.who, str(activity.by)) == ("Lave et budget", Doer.CITIZEN, "2026-12-03")
    assert "The citizen · by 3 Dec" in words_in(tab)
    assert fields.what.text() == ""


def test_a_day_that_cannot_be_read_stays_in_its_field(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work, 0)
    fields = only_block(tab).new.unfold()
    fields.what.setText("Lave et budget")
    fields.by.setText("snart")
    fields.add.click()
    assert list(activities_of(plan_of(work))) == []
    assert "Write a day such as 3/9." in words_in(tab)


def test_ticking_an_activity_makes_it_done(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work)
    first_line(tab).tick.click()
    ((_, _, activity),) = activities_of(plan_of(work))
    assert activity.status is ActivityStatus.DONE


def test_a_text_is_saved_when_its_field_is_left(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work)
    first_line(tab).open.click()
    form = first_line(tab).form
    assert form is not None
    field = form.texts["evaluation"].field
    field.setFocus()
    QTest.keyClicks(field, "Det gik godt")
    assert next(activities_of(plan_of(work)))[2].evaluation == ""
    form.texts["what"].field.setFocus()
    saved = next(activities_of(plan_of(work)))[2]
    assert (saved.evaluation, saved.evaluated_on) == ("Det gik godt", work.session.today())


def test_the_keyboard_keeps_its_field_while_others_are_saved(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work, 3)
    first_line(tab).open.click()
    form = first_line(tab).form
    assert form is not None
    form.texts["what"].field.setFocus()
    QTest.keyClicks(form.texts["what"].field, "X ")
    form.texts["agreement"].field.setFocus()
    assert form.texts["agreement"].field.hasFocus()
    assert first_line(tab).what.text().startswith("X Ringe")


def test_a_new_service_is_written_on_the_spot(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work)
    first_line(tab).open.click()
    form = first_line(tab).form
    assert form is not None
    form.service.new.name.setText("Gældslinjen")
    form.service.new.kind.setText("rådgivning")
    form.service.new.add.click()
    assert form.service.box.currentText() == "Gældslinjen"
    assert "Gældslinjen" in first_line(tab).under.text()


def test_a_deleted_activity_can_be_taken_back(tab: PlanTab, work: CourseWork, qtbot: QtBot) -> None:
    with_plan(work, 2)
    first_line(tab).open.click()
    with qtbot.waitSignal(work.session.told) as told:
        first_line(tab).delete.click()
    assert "30 days" in told.args[0].text
    assert "Ringe til SKAT 0" not in words_in(tab)
    told.args[0].act()
    assert "Ringe til SKAT 0" in words_in(tab)


def test_looking_at_the_plan_makes_its_version_stand(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work)
    tab.facts.evaluate.click()
    assert plan_of(work).frozen_by is FrozenBy.EVALUATION
    assert "Version 1 from 23 Nov, looked at together 23 Nov" in words_in(tab)


def test_earlier_versions_can_be_read_and_not_changed(tab: PlanTab, work: CourseWork, qtbot: QtBot) -> None:
    with_plan(work)
    tab.facts.evaluate.click()
    first_line(tab).tick.click()
    dialog = VersionsDialog(work, shown_course(work).plans, tab)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choice.setCurrentIndex(1)
    assert "To do · Together" in words_in(dialog)
    assert not dialog.findChildren(QCheckBox)
    dialog.reject()


def test_thirty_activities_stand_there_and_are_named(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work, 30)
    lines = list(only_block(tab).lines.values())
    assert len(lines) == 30
    assert lines[29].tick.accessibleName() == "Done: Ringe til SKAT 29"


def test_another_citizens_plan_takes_nothing_along(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work)
    work.clear()
    assert tab.panels == {}
    assert "SKAT" not in words_in(tab)


def test_another_language_renames_everything_at_once(tab: PlanTab, work: CourseWork) -> None:
    with_plan(work)
    work.session.t.use("da")
    tab.retranslate()
    assert "Ringe til SKAT 0" in words_in(tab)
    assert "Sammen" in first_line(tab).under.text()
