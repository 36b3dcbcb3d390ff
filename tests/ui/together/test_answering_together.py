"""One question at a time: each kind is answered by touch and by key, and kept at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exit_desktop.domain.answers import AnswerState, Respondent
from exit_desktop.domain.submissions import MadeBy
from exit_desktop.services.courses import load_course
from exit_desktop.services.readings import change_submission, find_submission
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.together.question_page import QuestionPage
from support.together_mode import Citizen

MONEY = "How is it going with your money?"
CHEERFUL = "I have felt cheerful and in good spirits"
GOAL = "What would you like from this course right now?"
PAID = "Have you been paid for a sexual service within the last month?"
REASONS = "What are the reasons for you?"


def test_one_question_stands_there_and_nothing_is_chosen(citizen: Citizen) -> None:
    assert citizen.question() == "How is it going with the drive and strength for what you want?"
    assert "1 of 17" in citizen.sees()
    assert citizen.chosen() == []


def test_nothing_tells_who_it_is_about(citizen: Citizen) -> None:
    assert "Tern" not in citizen.sees()
    assert citizen.window.windowTitle() == "Forløb"


def test_a_touched_number_is_kept_as_the_citizens_own(citizen: Citizen) -> None:
    citizen.touch("7")
    kept = citizen.kept("motivation")
    assert kept is not None
    assert (kept.value, kept.respondent, citizen.reading().made_by) == (7, Respondent.CITIZEN, MadeBy.TOGETHER)


def test_number_keys_choose_and_nought_is_ten(citizen: Citizen) -> None:
    citizen.key(Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_0)
    assert [a.value for a in citizen.reading().answers] == [4, 10]


def test_arrows_go_back_and_forth(citizen: Citizen) -> None:
    citizen.key(Qt.Key.Key_4, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert "1 of 17" in citizen.sees()
    assert citizen.chosen() == ["4"]


def test_space_chooses_the_answer_with_the_keyboard(citizen: Citizen) -> None:
    citizen.key(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert citizen.chosen() == ["2"]


def test_last_time_comes_after_the_answer(citizen: Citizen) -> None:
    citizen.go_to(MONEY)
    assert "Last time" not in citizen.sees()
    citizen.key(Qt.Key.Key_6)
    assert "Last time, in July: 4" in citizen.sees()


def test_last_time_is_not_told_to_whom_says_nothing(citizen: Citizen) -> None:
    citizen.touch("I would rather not say")
    kept = citizen.kept("motivation")
    assert kept is not None
    assert kept.state is AnswerState.WONT_SAY
    assert "Last time" not in citizen.sees()


def test_an_answer_takes_the_place_of_not_saying(citizen: Citizen) -> None:
    citizen.touch("I would rather not say")
    assert citizen.chosen() == ["I would rather not say"]
    citizen.touch("3")
    assert citizen.chosen() == ["3"]


def test_a_second_touch_leaves_the_answer(citizen: Citizen) -> None:
    citizen.touch("3")
    citizen.touch("3")
    assert citizen.chosen() == ["3"]


def test_well_being_has_six_answers_from_five_to_nought(citizen: Citizen) -> None:
    citizen.go_to(CHEERFUL)
    page = citizen.window.page
    assert isinstance(page, QuestionPage)
    words = [button.text() for button in page.place.findChildren(type(page.states[AnswerState.WONT_SAY]))]
    assert words[0] == "5  All of the time"
    assert words[-1] == "0  At no time"
    assert "Over the last two weeks" in citizen.sees()


def test_well_being_is_answered_by_its_number(citizen: Citizen) -> None:
    citizen.go_to(CHEERFUL)
    citizen.key(Qt.Key.Key_0)
    kept = citizen.kept("cheerful")
    assert kept is not None
    assert kept.value == 0


def test_one_of_several_is_chosen(citizen: Citizen) -> None:
    citizen.go_to(GOAL)
    citizen.touch("Better living conditions")
    kept = citizen.kept("goal")
    assert kept is not None
    assert kept.value == "better_conditions"


def test_yes_asks_more_and_no_asks_something_else(citizen: Citizen) -> None:
    citizen.go_to(PAID)
    citizen.touch("Yes")
    assert "17 of 18" in citizen.sees()
    citizen.go_to(REASONS)
    citizen.key(Qt.Key.Key_Left)
    citizen.touch("No")
    citizen.key(Qt.Key.Key_Right)
    assert citizen.question() == "Within the last month, have you thought about being paid for a sexual service?"


def test_several_are_chosen_and_none_of_these_is_alone(citizen: Citizen) -> None:
    citizen.go_to(PAID)
    citizen.touch("Yes")
    citizen.go_to(REASONS)
    citizen.touch("I like it")
    citizen.touch("I need money for debt")
    assert sorted(citizen.chosen()) == ["I like it", "I need money for debt"]
    citizen.touch("None of these")
    assert citizen.chosen() == ["None of these"]


def test_something_else_asks_for_own_words(citizen: Citizen, qtbot: QtBot) -> None:
    citizen.go_to(PAID)
    citizen.touch("Yes")
    citizen.go_to(REASONS)
    citizen.touch("Something else")
    page = citizen.window.page
    assert isinstance(page, QuestionPage)
    assert page.note is not None
    QTest.keyClicks(page.note.field, "To help my mother")
    qtbot.waitUntil(lambda: bool(_note(citizen)))
    assert _note(citizen) == "To help my mother"


def test_words_still_being_written_are_kept_at_a_lock(citizen: Citizen) -> None:
    citizen.go_to(PAID)
    citizen.touch("Yes")
    citizen.go_to(REASONS)
    citizen.touch("Something else")
    page, work, reading = citizen.window.page, citizen.work, citizen.reading()
    assert isinstance(page, QuestionPage)
    assert page.note is not None
    assert work.course is not None
    QTest.keyClicks(page.note.field, "To help my mother")
    course_id, desk = work.course.id, work.desk
    work.session.lock_coming.emit()
    work.session.locked.emit(LockReason.IDLE)
    kept = find_submission(load_course(desk, course_id), reading.id)
    assert "To help my mother" in [answer.note for answer in kept.answers]


def _note(citizen: Citizen) -> str:
    return next(a.note for a in citizen.reading().answers if a.instrument == "selling" and a.question == "motivation")


def test_what_is_not_answered_waits_and_the_way_goes_on(citizen: Citizen) -> None:
    citizen.key(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert citizen.reading().answers == ()
    assert "3 of 17" in citizen.sees()


def test_another_day_goes_on_where_it_stopped(citizen: Citizen, open_together: Callable[[], Citizen]) -> None:
    citizen.key(Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_5)
    citizen.window.leaving.left.emit()
    assert open_together().question() == MONEY


def test_a_worker_alone_becomes_together_with_the_first_answer(citizen: Citizen) -> None:
    here = citizen.reading().id
    citizen.work.change(
        lambda desk, course: change_submission(desk, course, here, lambda s: replace(s, made_by=MadeBy.WORKER_ALONE))
    )
    citizen.touch("7")
    assert citizen.reading().made_by is MadeBy.TOGETHER


def test_the_pause_is_blank_and_keeps_everything(citizen: Citizen) -> None:
    citizen.key(Qt.Key.Key_4)
    citizen.touch("Pause")
    assert citizen.sees().split() == ["Continue"]
    citizen.touch("Continue")
    assert citizen.chosen() == ["4"]


def test_the_language_changes_and_is_kept(citizen: Citizen) -> None:
    citizen.go_to(MONEY)
    citizen.touch("Dansk")
    assert citizen.question() == "Hvordan går det med din økonomi?"
    assert citizen.reading().language == "da"


def test_the_end_tells_then_and_now_in_words(citizen: Citizen) -> None:
    for key in (Qt.Key.Key_4, Qt.Key.Key_2, Qt.Key.Key_8):
        citizen.key(key, Qt.Key.Key_Right)
    for _ in range(14):
        QTest.keyClick(citizen.window, Qt.Key.Key_Right)
    QApplication.processEvents()
    told = citizen.sees()
    assert "Since the start things have moved forward with money." in told
    assert "It has become harder with self-care." in told
    assert "It is as at the start with motivation." in told


def test_the_end_is_not_finished_by_the_citizen(citizen: Citizen) -> None:
    for _ in range(20):
        QTest.keyClick(citizen.window, Qt.Key.Key_Return)
    assert citizen.reading().finished_on is None


def test_one_can_go_back_from_the_end(citizen: Citizen) -> None:
    for _ in range(20):
        QTest.keyClick(citizen.window, Qt.Key.Key_Right)
    citizen.key(Qt.Key.Key_Left)
    assert citizen.question() == PAID


def test_the_language_is_reached_with_the_keyboard(citizen: Citizen) -> None:
    citizen.window.shell.languages["en"].setFocus()
    citizen.key(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert citizen.reading().language == "da"
