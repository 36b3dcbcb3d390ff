"""The people of the network as a worker puts them there: on the map and in the list, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.charts.drawing import Mark
from exit_desktop.domain.network import NetworkPerson
from exit_desktop.services.bin import list_bin
from exit_desktop.ui.course.network.choices import Half, Staff, Tie
from exit_desktop.ui.course.network.new_person import NewPerson
from exit_desktop.ui.course.network.tab import NetworkTab
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.widgets.network_widget import NetworkWidget
from support.course_work import shown_course, words_in
from support.networks import DOCTOR, MOTHER

LEFT, CTRL, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def focused() -> QWidget:
    """Return what holds the keyboard."""
    here = QApplication.focusWidget()
    assert here is not None
    return here


def person(work: CourseWork, person_id: str) -> NetworkPerson:
    return next(one for one in shown_course(work).network if one.id == person_id)


def fields(tab: NetworkTab) -> NewPerson:
    made = tab.people.new.unfold()
    assert isinstance(made, NewPerson)
    return made


def mark_of(chart: NetworkWidget, person_id: str) -> Mark:
    return next(mark for mark in chart.drawing.marks if mark.id == f"person:{person_id}")


def middle(chart: NetworkWidget, mark: Mark) -> QPoint:
    box = mark.box
    return QPoint(round((box.x + box.width / 2) * chart.scale), round((box.y + box.height / 2) * chart.scale))


def stand_on(tab: NetworkTab, person_id: str) -> QWidget:
    """Put the keyboard on somebody and return what holds it."""
    tab.activateWindow()
    tab.map.map.go_to_person(person_id)
    return focused()


def test_an_empty_network_asks_who_will_be_there_and_offers_the_first_step(tab: NetworkTab) -> None:
    assert "Who will be there afterwards?" in words_in(tab)
    tab.first.click()
    assert fields(tab).isVisible()


def test_a_role_alone_is_enough(tab: NetworkTab, work: CourseWork) -> None:
    tab.activateWindow()
    fields(tab).setFocus()
    fields(tab).role.setText("nabo")
    QTest.keyClick(fields(tab).role, Qt.Key.Key_Return, CTRL)
    (added,) = shown_course(work).network
    assert (added.role, added.name, added.professional, added.strength) == ("nabo", "", False, 2)
    assert "Who will be there afterwards?" not in words_in(tab)


def test_nobody_comes_on_the_map_without_a_role(tab: NetworkTab, work: CourseWork) -> None:
    fields(tab).add.click()
    assert "Write who it is first" in words_in(tab)
    assert shown_course(work).network == ()


def test_a_suggested_role_fills_the_field_and_can_be_changed(tab: NetworkTab, work: CourseWork) -> None:
    new = fields(tab)
    new.half.chip(Half.PROFESSIONAL).click()
    new.staff.chip(Staff.JOB_CENTRE).click()
    assert new.role.text() == "job centre worker"
    new.role.setText("job centre worker, the young one")
    new.add.click()
    (added,) = shown_course(work).network
    assert (added.role, added.professional) == ("job centre worker, the young one", True)


def test_a_half_written_person_waits(tab: NetworkTab, work: CourseWork, qtbot: QtBot) -> None:
    new = fields(tab)
    new.role.setText("sø")
    new.half.chip(Half.PROFESSIONAL).click()
    other = NetworkTab(work)
    qtbot.addWidget(other)
    other.show()
    waiting = fields(other)
    assert (waiting.role.text(), waiting.half.value) == ("sø", Half.PROFESSIONAL)


def test_the_lists_stand_under_their_halves(full: NetworkTab) -> None:
    private, professional = full.people.halves.values()
    assert ("mor, “Lise”" in words_in(private), "læge" in words_in(professional)) == (True, True)


def test_enter_on_the_map_opens_the_fields(full: NetworkTab) -> None:
    QTest.keyClick(stand_on(full, MOTHER.id), Qt.Key.Key_Return)
    form = full.people.lines[MOTHER.id].form
    assert form is not None and form.isVisible() and form.texts["role"].field.text() == "mor"


@pytest.mark.parametrize(
    ("keys", "place"),
    [("R", (False, 3)), ("RR", (True, 3)), ("RRRR", (True, 1)), ("L", (False, 1)), ("LL", (False, 1))],
)
def test_alt_and_an_arrow_moves_across_the_map(
    full: NetworkTab, work: CourseWork, keys: str, place: tuple[bool, int]
) -> None:
    for key in keys:
        held = stand_on(full, MOTHER.id)
        QTest.keyClick(held, Qt.Key.Key_Right if key == "R" else Qt.Key.Key_Left, ALT)
    moved = person(work, MOTHER.id)
    assert (moved.professional, moved.strength) == place


def test_whoever_is_moved_keeps_the_keyboard(full: NetworkTab) -> None:
    stand_on(full, MOTHER.id)
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Right, ALT)
    assert full.map.map.current is not None
    assert full.map.map.current.id == f"person:{MOTHER.id}"


def test_minus_makes_a_tie_looser(full: NetworkTab, work: CourseWork) -> None:
    QTest.keyClick(stand_on(full, DOCTOR.id), Qt.Key.Key_Minus)
    assert person(work, DOCTOR.id).strength == 1


def test_a_click_opens_and_a_drag_moves(full: NetworkTab, work: CourseWork) -> None:
    chart = full.map.map
    start = middle(chart, mark_of(chart, MOTHER.id))
    QTest.mouseClick(chart, LEFT, pos=start)
    assert full.people.lines[MOTHER.id].form is not None
    QTest.mousePress(chart, LEFT, pos=start)
    QTest.mouseMove(chart, QPoint(chart.width() - 40, start.y()))
    QTest.mouseRelease(chart, LEFT, pos=QPoint(chart.width() - 40, start.y()))
    moved = person(work, MOTHER.id)
    assert (moved.professional, moved.strength) == (True, 1)


def test_the_list_changes_the_map(full: NetworkTab) -> None:
    full.people.open_person(MOTHER.id)
    form = full.people.lines[MOTHER.id].form
    assert form is not None
    form.tie.set_value(Tie.CLOSE)
    form.tie.activated.emit(0)
    form.half.set_value(Half.PROFESSIONAL)
    form.half.activated.emit(1)
    assert "professional, close" in mark_of(full.map.map, MOTHER.id).sentence


def test_a_person_taken_off_waits_in_the_bin_and_undo_brings_them_back(full: NetworkTab, work: CourseWork) -> None:
    line = full.people.lines[MOTHER.id]
    line.open.click()
    line.remove.click()
    assert "mor" not in words_in(full)
    assert len(list_bin(work.desk, shown_course(work))) == 1
    work.undo()
    assert person(work, MOTHER.id) == MOTHER


def test_cafe_view_hides_every_name(full: NetworkTab) -> None:
    full.people.open_person(MOTHER.id)
    full.set_cafe_view(True)
    told = [words_in(full), *(mark.sentence for mark in full.map.map.drawing.marks)]
    assert not any("Lise" in words for words in told)
    full.set_cafe_view(False)
    assert "Lise" in words_in(full)


def test_a_name_that_is_guarded_is_told_under_its_field(tab: NetworkTab) -> None:
    new = fields(tab)
    tab.activateWindow()
    new.name.setFocus()
    new.name.setText("Lise 20 30 40 50")
    new.role.setFocus()
    assert "This looks like a phone number." in words_in(tab)


def test_another_course_shows_nobody_of_this_one(full: NetworkTab, work: CourseWork) -> None:
    work.clear()
    assert "mor" not in words_in(full)
    assert full.map.map.drawing.marks == ()
