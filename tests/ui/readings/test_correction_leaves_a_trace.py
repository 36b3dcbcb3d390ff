"""A finished answer is corrected with a reason, and what it said can be seen."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from exit_desktop.domain.answers import Answer
from exit_desktop.services.readings import begin_reading, finish_reading, save_answers
from exit_desktop.ui.course.readings.correction import CorrectionDialog
from exit_desktop.ui.course.readings.readings_tab import ReadingsTab
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.labels import Label


@pytest.fixture
def finished(work: CourseWork) -> str:
    desk, course = work.desk, work.course
    assert course is not None
    course, reading = begin_reading(desk, course, desk.clock.today())
    answer = Answer(instrument="life_situation", version=1, question="money", value=3)
    work.course = finish_reading(desk, save_answers(desk, course, reading, [answer]), reading)
    return reading


def words_shown(tab: ReadingsTab) -> list[str]:
    return [label.text() for label in tab._view.findChildren(Label) if label.isVisible()]


def correct(dialog: CorrectionDialog) -> int:
    dialog._give(5)
    dialog.reason.setText("Heard it wrong")
    return QDialog.DialogCode.Accepted


def test_the_trace_is_seen(finished: str, tab: ReadingsTab, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    tab.open_reading(finished)
    monkeypatch.setattr(CorrectionDialog, "exec", correct)
    link = next(b for b in tab.findChildren(LinkButton) if b.accessibleDescription() == "Money")
    link.click()
    qtbot.waitUntil(lambda: "Until 23 November 2026: 3. Heard it wrong" in words_shown(tab))
    assert "5" in words_shown(tab)


def test_a_correction_needs_a_reason(finished: str, tab: ReadingsTab, work: CourseWork) -> None:
    instrument = work.desk.catalogue.get("life_situation")
    question = instrument.question("money")
    assert question is not None
    answer = Answer(instrument="life_situation", version=1, question="money", value=3)
    dialog = CorrectionDialog(tab, work, question, answer)
    dialog._give(5)
    assert not dialog._write.isEnabled()
    dialog.reason.setText("Heard it wrong")
    assert dialog._write.isEnabled()
