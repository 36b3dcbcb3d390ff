"""A form on the screen: proposed, confirmed with one key or changed, part by part, from paper, finished, corrected."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.answers import Answer, AnswerSource, AnswerState
from exit_desktop.domain.submissions import Submission, SubmissionKind
from exit_desktop.ui.course.forms.forms_tab import FormsTab
from exit_desktop.ui.course.readings.correction import CorrectionDialog
from exit_desktop.ui.course.readings.prefill_line import PrefillLine
from exit_desktop.ui.course.readings.question_row import QuestionRow
from exit_desktop.ui.course.readings.sources_dialog import SourcesDialog
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.widgets.buttons import Button, Chip
from exit_desktop.ui.widgets.labels import Label

BEGIN = "Begin: Ongoing form"


def press(tab: QWidget, words: str) -> None:
    found = [b for b in tab.findChildren(Button) if b.text() == words and b.isVisible()]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def words_shown(tab: QWidget) -> str:
    return "\n".join(label.text() for label in tab.findChildren(Label) if label.isVisible())


def row_of(tab: QWidget, key: str) -> QuestionRow:
    return next(row for row in tab.findChildren(QuestionRow) if row.question.key == key)


def form(work: CourseWork) -> Submission:
    assert work.course is not None
    return next(s for s in work.course.submissions if s.kind is SubmissionKind.ONGOING_FORM)


def given(work: CourseWork, key: str) -> Answer | None:
    return next((answer for answer in form(work).answers if answer.question == key), None)


def part(tab: FormsTab, title: str) -> None:
    contents = tab._flow._contents
    contents.setCurrentRow(next(i for i in range(contents.count()) if contents.item(i).text().startswith(title)))


def test_the_list_shows_what_was_made_and_what_is_due(tab: FormsTab) -> None:
    words = words_shown(tab)
    assert "Start form" in words
    assert "Ongoing form, 2 months" in words
    assert "Closing form" in words
    assert ("Made" in words, "Due now" in words, "To come" in words) == (True, True, True)


def test_the_day_asks_for_the_ongoing_form_and_goes_on_with_it(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    press(tab, "Stop here for today")
    press(tab, "Go on with: Ongoing form")
    assert work.course is not None
    assert len([s for s in work.course.submissions if s.kind is SubmissionKind.ONGOING_FORM]) == 1


def test_it_goes_on_with_the_first_part_that_still_asks(tab: FormsTab) -> None:
    press(tab, BEGIN)
    part(tab, "Contact")
    row_of(tab, "meetings_frequency").take_focus()
    QTest.keyClick(tab.window().focusWidget(), Qt.Key.Key_Return)
    press(tab, "Stop here for today")
    press(tab, "Go on with: Ongoing form")
    assert tab._flow._contents.currentRow() == 1


def test_another_form_is_chosen_from_the_menu(tab: FormsTab, work: CourseWork) -> None:
    actions = [action for action in tab._list._other._menu.actions() if action.isVisible()]
    assert [action.text() for action in actions] == ["Start form", "Closing form"]
    actions[1].trigger()
    assert work.course is not None
    assert work.course.submissions[-1].kind is SubmissionKind.CLOSING_FORM


def test_one_section_at_a_time_with_how_far_it_has_come(tab: FormsTab) -> None:
    press(tab, BEGIN)
    contents = tab._flow._contents
    assert [contents.item(i).text() for i in range(3)] == [
        "The course  1 of 1",
        "Contact over the last 2 months  0 of 2",
        "Hours over the last 30 days  0 of 6",
    ]
    part(tab, "Finances")
    assert "How often have you met in person?" not in words_shown(tab)
    assert "Does the citizen have debts?" in words_shown(tab) or "debt" in words_shown(tab)


def test_a_proposal_says_where_it_comes_from_and_is_not_chosen(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    part(tab, "Contact")
    row = row_of(tab, "meetings_frequency")
    assert "Proposed: About once a week. 9 meetings in 60 days, a little over 1 a week, from the contacts." in (
        words_shown(row)
    )
    assert not any(chip.isChecked() for chip in row.findChildren(Chip))
    marked = [chip for chip in row.findChildren(Chip) if chip.property("proposed") == "true"]
    assert [chip.text() for chip in marked] == ["About once a week"]
    assert marked[0].accessibleDescription().startswith("Proposed")
    assert given(work, "meetings_frequency") is None


def test_a_press_says_that_it_fits(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    part(tab, "Contact")
    press(row_of(tab, "meetings_frequency"), "Fits")
    kept = given(work, "meetings_frequency")
    assert kept is not None
    assert (kept.value, kept.source) == ("weekly", AnswerSource.CONFIRMED)
    assert "Fits what is known: 9 meetings" in words_shown(row_of(tab, "meetings_frequency"))


def test_enter_says_that_it_fits_and_goes_on(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    part(tab, "Contact")
    row_of(tab, "meetings_frequency").take_focus()
    QTest.keyClick(tab.window().focusWidget(), Qt.Key.Key_Return)
    assert given(work, "meetings_frequency") is not None
    at = tab.window().focusWidget()
    assert at is not None
    assert row_of(tab, "other_contact_frequency").isAncestorOf(at)


def test_enter_in_an_empty_number_says_that_the_hours_fit(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    part(tab, "Hours")
    row_of(tab, "hours_social_support").take_focus()
    QTest.keyClick(tab.window().focusWidget(), Qt.Key.Key_Return)
    kept = given(work, "hours_social_support")
    assert kept is not None
    assert (kept.value, kept.source) == (4, AnswerSource.CONFIRMED)


def test_another_answer_keeps_the_proposal_beside_it(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    part(tab, "Contact")
    row = row_of(tab, "meetings_frequency")
    press(row, "Less often")
    kept = given(work, "meetings_frequency")
    assert kept is not None
    assert (kept.value, kept.source, kept.computed) == ("less", AnswerSource.CHANGED, "weekly")
    assert "You chose otherwise. Proposed: About once a week." in words_shown(row)
    press(row, "Use the proposal")
    assert given(work, "meetings_frequency").source is AnswerSource.CONFIRMED  # type: ignore[union-attr]  # just written


def test_the_sources_are_listed_and_each_opens_its_place(tab: FormsTab, qtbot: QtBot) -> None:
    press(tab, BEGIN)
    part(tab, "Contact")
    press(row_of(tab, "meetings_frequency"), "See what it comes from")
    dialog = tab.findChild(SourcesDialog)
    assert dialog is not None
    opens = [b for b in dialog.findChildren(Button) if b.text() == "Open"]
    assert len(opens) == 9
    assert all(b.accessibleDescription() for b in opens)
    with qtbot.waitSignal(tab.place_wanted) as led:
        opens[0].click()
    assert led.args is not None
    assert led.args[0].startswith("contact:")


def test_what_was_known_at_the_start_is_proposed(tab: FormsTab) -> None:
    press(tab, BEGIN)
    part(tab, "Finances")
    assert "Start form, 22 September 2026." in words_shown(row_of(tab, "has_debt"))
    assert row_of(tab, "debt_to_bank").isHidden()
    press(row_of(tab, "has_debt"), "Fits")
    assert not row_of(tab, "debt_to_bank").isHidden()


def test_finishing_lists_what_is_not_confirmed_and_confirms_it_in_one_act(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    part(tab, "What the citizen would like help with")
    press(tab, "Finish the form")
    assert "Proposed and not confirmed: Meetings in person, Other contact" in words_shown(tab)
    press(tab, "Confirm the rest")
    assert "Proposed and not confirmed" not in words_shown(tab)
    tab._flow._finish._finish.click()
    states = {answer.question: answer.state for answer in form(work).answers}
    assert (states["debt_to_bank"], states["income_source"]) == (AnswerState.ANSWERED, AnswerState.NOT_ASKED)


def test_what_was_never_confirmed_is_not_asked(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    part(tab, "What the citizen would like help with")
    press(tab, "Finish the form")
    tab._flow._finish._finish.click()
    assert given(work, "meetings_frequency").state is AnswerState.NOT_ASKED  # type: ignore[union-attr]  # written then


def test_a_finished_form_is_corrected_with_a_trace(
    tab: FormsTab, work: CourseWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(tab, BEGIN)
    part(tab, "Contact")
    press(row_of(tab, "meetings_frequency"), "Fits")
    tab._flow._end()
    tab.open_reading(form(work).id)

    def correct(dialog: CorrectionDialog) -> int:
        next(c for c in dialog.findChildren(Chip) if c.text() == "Less often").click()
        dialog.reason.setText("Counted wrong")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(CorrectionDialog, "exec", correct)
    link = next(b for b in tab._view.findChildren(Button) if b.accessibleDescription() == "Meetings in person")
    link.click()
    QApplication.processEvents()
    words = words_shown(tab._view)
    assert "Proposed was: About once a week" in words
    assert "About once a week. Counted wrong" in words


def test_a_form_is_typed_in_from_paper_with_one_key_per_answer(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    part(tab, "Contact")
    press(tab, "Type in from paper")
    for key in "26":
        QTest.keyClicks(tab.window().focusWidget(), key)
    assert [given(work, key).value for key in ("meetings_frequency", "other_contact_frequency")] == [  # type: ignore[union-attr]
        "weekly",
        "none",
    ]
    assert tab._flow._contents.currentItem().text().startswith("Hours")


def test_a_form_speaks_the_language_of_the_window(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    work.session.t.use("da")
    tab.retranslate()
    assert "Hvilken fase" in words_shown(tab)
    work.session.t.use("en")


def test_every_part_of_a_form_has_a_name(tab: FormsTab) -> None:
    press(tab, BEGIN)
    part(tab, "Contact")
    line = tab.findChild(PrefillLine)
    assert line is not None
    assert tab._flow._contents.accessibleName() == "Parts of the form"
    buttons = [b for b in row_of(tab, "meetings_frequency").findChildren(QAbstractButton) if b.isVisible()]
    assert all(b.text() or b.accessibleName() for b in buttons)


def test_nothing_stays_when_the_course_goes(tab: FormsTab, work: CourseWork) -> None:
    press(tab, BEGIN)
    tab.clear()
    assert tab.findChildren(QuestionRow) == [] or all(not row.isVisible() for row in tab.findChildren(QuestionRow))
    assert tab._flow._contents.count() == 0
