"""A whole reading, answered, stopped, gone on with, finished."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from exit_desktop.domain.answers import AnswerState
from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.submissions import MadeBy, Submission
from exit_desktop.ui.course.readings.readings_tab import ReadingsTab
from exit_desktop.ui.course.readings.star_form import StarForm
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.widgets.buttons import Button, Chip
from exit_desktop.ui.widgets.labels import Label


def press(tab: ReadingsTab, words: str) -> None:
    found = [b for b in tab.findChildren(Button) if b.text() == words and b.isVisible()]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def star_form(tab: ReadingsTab) -> StarForm:
    found = tab.findChild(StarForm)
    assert found is not None
    return found


def reading(work: CourseWork) -> Submission:
    assert work.course is not None
    return work.course.submissions[0]


def words_shown(tab: ReadingsTab) -> str:
    return "\n".join(label.text() for label in tab.findChildren(Label) if label.isVisible())


def test_a_click_in_the_star_is_kept_at_once(tab: ReadingsTab, work: CourseWork) -> None:
    press(tab, "Begin a reading")
    star = star_form(tab).star
    star.go_to(2)
    focused = star.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_7)
    assert [(a.question, a.value) for a in reading(work).answers] == [("money", 7)]


def test_nothing_is_chosen_before_somebody_chooses(tab: ReadingsTab) -> None:
    press(tab, "Begin a reading")
    form = star_form(tab)
    assert not any(chip.isChecked() for chip in form.findChildren(Chip))


def test_it_can_stop_halfway_and_go_on(tab: ReadingsTab, work: CourseWork) -> None:
    press(tab, "Begin a reading")
    press(tab, "4")
    press(tab, "Stop here for today")
    press(tab, "Go on with the reading")
    assert reading(work).answers[0].value == 4
    assert star_form(tab).star.view.readings[0].values[0] == 4


def test_the_occasion_follows_the_date(tab: ReadingsTab, work: CourseWork) -> None:
    press(tab, "Begin a reading")
    assert reading(work).occasion is Occasion.M00
    tab._flow._head.date_field.setText("20.1.2027")
    tab._flow._head.date_field.editingFinished.emit()
    assert (reading(work).held_on, reading(work).occasion) == (date(2027, 1, 20), Occasion.M02)


def test_filled_in_alone_is_marked(tab: ReadingsTab, work: CourseWork) -> None:
    press(tab, "Begin a reading")
    tab._flow._head.alone.click()
    assert reading(work).made_by is MadeBy.WORKER_ALONE
    assert "does not count in results" in words_shown(tab)


def test_finishing_says_what_was_not_asked(tab: ReadingsTab, work: CourseWork) -> None:
    press(tab, "Begin a reading")
    press(tab, "4")
    for words in ("Go on", "Go on", "Finish the reading"):
        press(tab, words)
    assert "Not asked: Self-care, Money" in words_shown(tab)
    tab._flow._finish._finish.click()
    assert reading(work).finished_on is not None
    assert sum(a.state is AnswerState.NOT_ASKED for a in reading(work).answers) == 16


def test_cafe_view_does_not_say_what_the_parts_are_about(tab: ReadingsTab) -> None:
    press(tab, "Begin a reading")
    tab.set_cafe_view(True)
    chips = [chip.text() for chip in tab._flow._chips.chips]
    assert [words.partition("  ")[0] for words in chips] == ["Part 1", "Part 2", "Part 3"]
    tab.set_cafe_view(False)
    assert not tab._flow._chips.chips[2].text().startswith("Part")


def test_a_condition_shows_its_question(tab: ReadingsTab) -> None:
    press(tab, "Begin a reading")
    press(tab, "Go on")
    press(tab, "Go on")
    assert "Considered" not in words_shown(tab)
    press(tab, "No")
    assert "have you thought about being paid" in words_shown(tab)


def test_paper_is_typed_in_with_one_key_per_answer(tab: ReadingsTab, work: CourseWork) -> None:
    press(tab, "Begin a reading")
    press(tab, "Go on")
    press(tab, "Type in from paper")
    for key in "54321":
        QTest.keyClicks(tab.window().focusWidget(), key)
    given = {a.question: a.value for a in reading(work).answers}
    assert given == {"cheerful": 5, "calm": 4, "active": 3, "rested": 2, "interested": 1}
    assert tab._flow._pages.currentIndex() == 2


def test_a_missing_answer_has_its_reason(tab: ReadingsTab, work: CourseWork) -> None:
    press(tab, "Begin a reading")
    row = star_form(tab).form.rows[0]
    row.take_focus()
    QTest.keyClicks(tab.window().focusWidget(), "-")
    assert reading(work).answers[0].state is AnswerState.WONT_SAY


def test_a_note_is_kept_beside_its_answer(tab: ReadingsTab, work: CourseWork) -> None:
    press(tab, "Begin a reading")
    row = star_form(tab).form.rows[0]
    row._open_note.click()
    area = row._note.area
    assert area is not None
    area.setFocus()
    QTest.keyClicks(area, "Up early again")
    row.take_focus()
    assert reading(work).answers[0].note == "Up early again"


def test_a_draft_is_discarded_after_asking(tab: ReadingsTab, work: CourseWork, monkeypatch: pytest.MonkeyPatch) -> None:
    press(tab, "Begin a reading")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
    monkeypatch.setattr(
        QMessageBox, "clickedButton", lambda box: next(b for b in box.buttons() if b.text() == "Discard the reading")
    )
    press(tab, "Discard this reading")
    assert work.course is not None
    assert work.course.submissions == ()


@pytest.mark.parametrize("key", ["5", "4"])
def test_typing_goes_on_where_a_part_is_chosen_by_its_chip(tab: ReadingsTab, work: CourseWork, key: str) -> None:
    press(tab, "Begin a reading")
    press(tab, "Type in from paper")
    press(tab, "Well-being (WHO-5)  0 of 5")
    QTest.keyClicks(tab.window().focusWidget(), key)
    assert [(a.question, a.value) for a in reading(work).answers] == [("cheerful", int(key))]


def test_typing_goes_on_at_the_first_question_that_is_open(tab: ReadingsTab, work: CourseWork, qtbot: QtBot) -> None:
    press(tab, "Begin a reading")
    press(tab, "Type in from paper")
    QTest.keyClicks(tab.window().focusWidget(), "4")
    press(tab, "Stop here for today")
    press(tab, "Go on with the reading")
    qtbot.waitUntil(lambda: star_form(tab).isAncestorOf(tab.window().focusWidget()))
    QTest.keyClicks(tab.window().focusWidget(), "6")
    assert [a.value for a in reading(work).answers] == [4, 6]
