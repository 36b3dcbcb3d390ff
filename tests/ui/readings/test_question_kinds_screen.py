"""Each kind of question as it stands in the registration."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.answers import Value
from exit_desktop.services.readings import registration_of
from exit_desktop.ui.course.readings.question_row import QuestionRow
from exit_desktop.ui.course.readings.registration_panel import RegistrationPanel
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.widgets.buttons import Chip
from exit_desktop.ui.widgets.fields import TextLine


@pytest.fixture
def panel(work: CourseWork, qtbot: QtBot) -> RegistrationPanel:
    made = RegistrationPanel(work)
    qtbot.addWidget(made)
    work.shown.connect(lambda: made.show_course(work.course) if work.course else made.clear())
    made.show_course(work.course)  # type: ignore[arg-type]  # chosen by the fixture before
    with qtbot.waitExposed(made):
        made.show()
    return made


def row_of(panel: RegistrationPanel, key: str) -> QuestionRow:
    return next(row for row in panel.findChildren(QuestionRow) if row.question.key == key)


def press(panel: RegistrationPanel, key: str, words: str) -> None:
    chip = next(c for c in row_of(panel, key).findChildren(Chip) if c.text() == words)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)


def value(work: CourseWork, key: str) -> Value:
    there = registration_of(work.course) if work.course else None
    return next((a.value for a in there.answers if a.question == key), None) if there else None


def test_the_first_answer_begins_the_registration(panel: RegistrationPanel, work: CourseWork) -> None:
    assert registration_of(work.course) is None  # type: ignore[arg-type]  # chosen by the fixture before
    press(panel, "gender", "Woman")
    assert value(work, "gender") == "woman"


def test_a_chosen_answer_is_taken_back_by_the_same_press(panel: RegistrationPanel, work: CourseWork) -> None:
    press(panel, "gender", "Woman")
    press(panel, "gender", "Woman")
    assert value(work, "gender") is None


def test_none_of_these_takes_the_others_back(panel: RegistrationPanel, work: CourseWork) -> None:
    press(panel, "payment", "Money")
    press(panel, "payment", "Food")
    assert value(work, "payment") == ("money", "food")
    press(panel, "payment", "None of these")
    assert value(work, "payment") == ("none",)


def test_own_words_open_the_note(panel: RegistrationPanel) -> None:
    press(panel, "payment", "Something else")
    note = row_of(panel, "payment")._note
    assert note.isVisible()
    assert note.area is not None
    assert note.area.placeholderText() == "In the citizen's own words"


def test_a_number_is_kept_when_its_field_is_left(panel: RegistrationPanel, work: CourseWork) -> None:
    field = row_of(panel, "age").findChild(TextLine)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "34")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert value(work, "age") == 34


def test_the_arrows_go_from_choice_to_choice(panel: RegistrationPanel) -> None:
    row = row_of(panel, "gender")
    row.take_focus()
    QTest.keyClick(panel.window().focusWidget(), Qt.Key.Key_Right)
    assert panel.window().focusWidget().text() == "Man"  # type: ignore[attr-defined]  # a chip
