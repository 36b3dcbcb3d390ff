"""The keyboard in a form: on the first open question when it opens and at each part, then on as it is read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.ui.course.forms.forms_tab import FormsTab
from exit_desktop.ui.course.readings.question_row import QuestionRow
from exit_desktop.ui.widgets.buttons import Button, Chip


def begin(tab: FormsTab, qtbot: QtBot) -> None:
    with qtbot.waitActive(tab):
        tab.activateWindow()
    tab.begin_kind(SubmissionKind.ONGOING_FORM)
    qtbot.waitUntil(lambda: asked() is not None)


def asked() -> QuestionRow | None:
    """The question that has the keyboard."""
    here: QWidget | None = QApplication.focusWidget()
    while here is not None and not isinstance(here, QuestionRow):
        here = here.parentWidget()
    return here


def standing() -> QWidget:
    """What has the keyboard."""
    here = QApplication.focusWidget()
    assert here is not None
    return here


def key_asked() -> str:
    question = asked()
    return question.question.key if question is not None else ""


def go_on(tab: FormsTab) -> None:
    tab._flow._next.setFocus()
    QTest.keyClick(tab._flow._next, Qt.Key.Key_Space)


def test_a_form_opens_on_a_question_in_sight(tab: FormsTab, qtbot: QtBot) -> None:
    begin(tab, qtbot)
    here = QApplication.focusWidget()
    assert isinstance(here, Chip)
    assert here.isVisible()


def test_a_form_opens_on_its_first_open_question(tab: FormsTab, qtbot: QtBot) -> None:
    begin(tab, qtbot)
    go_on(tab)
    qtbot.waitUntil(lambda: key_asked() == "meetings_frequency")
    QTest.keyClick(standing(), Qt.Key.Key_Return)
    tab._flow._back.setFocus()
    tab.open_reading(tab._open)
    qtbot.waitUntil(lambda: key_asked() == "other_contact_frequency")


def test_going_on_leads_to_the_first_question_of_the_part(tab: FormsTab, qtbot: QtBot) -> None:
    begin(tab, qtbot)
    go_on(tab)
    qtbot.waitUntil(lambda: key_asked() == "meetings_frequency")


def test_going_back_leaves_the_keyboard(tab: FormsTab, qtbot: QtBot) -> None:
    begin(tab, qtbot)
    go_on(tab)
    go_on(tab)
    qtbot.waitUntil(lambda: key_asked().startswith("hours_"))
    tab._flow._back.setFocus()
    QTest.keyClick(tab._flow._back, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert QApplication.focusWidget() is tab._flow._back


def test_enter_in_the_list_of_parts_leads_into_the_part(tab: FormsTab, qtbot: QtBot) -> None:
    begin(tab, qtbot)
    contents = tab._flow._contents
    contents.setFocus()
    QTest.keyClick(contents, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is contents
    QTest.keyClick(contents, Qt.Key.Key_Return)
    assert key_asked() == "meetings_frequency"


def test_a_yes_to_a_proposal_comes_after_the_answers(tab: FormsTab, qtbot: QtBot) -> None:
    begin(tab, qtbot)
    go_on(tab)
    qtbot.waitUntil(lambda: key_asked() == "meetings_frequency")
    row = asked()
    assert row is not None
    QTest.keyClick(standing(), Qt.Key.Key_Tab)
    here = QApplication.focusWidget()
    assert isinstance(here, Button)
    assert here.text() == "Fits"
    parts = row.children()
    assert parts.index(row._input) < parts.index(row._prefill)
