"""Under Details: a yes is written and taken back, all that is stored is shown, a text is made for a journal."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from exit_desktop.domain.calendar import ClosingReason
from exit_desktop.domain.contacts import Contact
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.services.contacts import record_contact
from exit_desktop.services.courses import close_course
from exit_desktop.services.desk import Act, Desk
from exit_desktop.services.papers import remember_understood
from exit_desktop.services.stored import StoredPart
from exit_desktop.services.vaults import read_log
from exit_desktop.ui import secret_copy
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.details.details_tab import DetailsTab
from exit_desktop.ui.course.journal.journal_dialog import JournalDialog
from exit_desktop.ui.course.steps.consent import ConsentDialog, WithdrawDialog
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.papers import preview as preview_module
from exit_desktop.ui.papers import stored_options
from exit_desktop.ui.papers.preview import PaperPreview, open_stored_preview
from exit_desktop.ui.papers.stored_options import StoredOptions
from support.course_work import words_in
from support.courses import TODAY, make_contact
from support.window_reading import words_in_sight


@pytest.fixture
def details(page: CoursePage) -> DetailsTab:
    tab = page.tabs.open(TabId.DETAILS)
    assert isinstance(tab, DetailsTab)
    return tab


def _record(contact: Contact, desk: Desk, course: Course) -> Course:
    return record_contact(desk, course, contact)


@pytest.fixture
def journal(page: CoursePage) -> JournalDialog:
    """The dialog over a course with a new and an old contact."""
    for contact in (make_contact(50), make_contact(51, TODAY - timedelta(days=60), note="Gammel note")):
        page.work.change(partial(_record, contact))
    made = JournalDialog(page, page.work)
    made.open()
    return made


def now(page: CoursePage) -> Course:
    assert page.work.course is not None
    return page.work.course


def last_use(page: CoursePage) -> tuple[str, str]:
    use = read_log(page.work.desk.vault, 1)[0]
    return use.act, use.kind


def write_a_yes(page: CoursePage) -> None:
    dialog = ConsentDialog(page, page.work)
    dialog.open()
    dialog.whom.setText("min læge")
    dialog.what.setPlainText("søvn")
    QTest.keyClick(dialog.whom, Qt.Key.Key_Return)


def test_a_yes_is_written_with_the_keyboard_and_stands_under_details(page: CoursePage, details: DetailsTab) -> None:
    write_a_yes(page)
    assert now(page).consents[0].with_whom == "min læge"
    words = words_in(details.consents)
    assert "min læge" in words and "From 23 November 2026. Said in a talk." in words


def test_half_a_yes_cannot_be_written(page: CoursePage, details: DetailsTab) -> None:
    dialog = ConsentDialog(details, page.work)
    dialog.open()
    dialog.whom.setText("min læge")
    assert not dialog.act.isEnabled()
    dialog.until.setText("vrøvl")
    dialog.what.setPlainText("søvn")
    assert not dialog.act.isEnabled()
    dialog.reject()


def test_a_yes_that_was_taken_back_says_so_and_offers_no_more(page: CoursePage, details: DetailsTab) -> None:
    write_a_yes(page)
    dialog = WithdrawDialog(details, page.work, now(page).consents[0])
    dialog.open()
    assert "What they have already got is not called back" in words_in_sight(dialog)
    dialog.act.click()
    words = words_in(details.consents)
    assert "Counts no more since 23 November 2026." in words and "Take it back …" not in words


def test_undo_takes_a_fresh_yes_away(page: CoursePage, details: DetailsTab) -> None:
    write_a_yes(page)
    page.work.undo()
    assert now(page).consents == () and "min læge" not in words_in(details.consents)


def test_the_yes_to_the_coordinator_stands_there_with_its_day(page: CoursePage, details: DetailsTab) -> None:
    details.sharing.options[Sharing.CODED].click()
    words = words_in(details.consents)
    assert "The coordinator" in words and "From 23 November 2026. Changed under Sharing." in words


def test_an_anonymous_course_offers_no_text_for_a_journal(page: CoursePage, details: DetailsTab) -> None:
    details.sharing.anonymous.click()
    assert not details.stored.journal.isVisibleTo(details)
    assert "nothing of it is written into a journal elsewhere" in words_in_sight(details.stored)


def test_both_are_found_by_name_also_of_a_closed_course(page: CoursePage, desk: Desk) -> None:
    page.work.change(lambda desk, course: close_course(desk, course, TODAY, ClosingReason.CITIZENS_WISH))
    names = [entry.text for entry in page.entries()]
    assert names == ["What is stored about the citizen", "Text for the journal"]


def test_the_last_month_is_ticked_and_the_text_follows_the_ticks(journal: JournalDialog) -> None:
    assert journal.count.text() == "1 contact is ticked." and "Kaffe ved søen." in journal.text.text()
    journal.first.setText("1/8")
    journal.first.editingFinished.emit()
    assert journal.count.text() == "2 contacts are ticked." and "Gammel note" in journal.text.text()
    QTest.keyClick(journal.ticks, Qt.Key.Key_Space)
    assert "Gammel note" not in journal.text.text()


def test_what_the_worker_shortened_stays_until_it_is_wanted_anew(journal: JournalDialog) -> None:
    journal.text.setPlainText("Kort.")
    journal.none.click()
    assert journal.text.text() == "Kort." and journal.anew.isVisibleTo(journal)
    journal.all.click()
    journal.anew.click()
    assert "Kaffe ved søen." in journal.text.text()


def test_copied_text_is_secret_and_logged_and_the_note_stays(journal: JournalDialog, page: CoursePage) -> None:
    journal.text.setPlainText("Kort æøå 🙂")
    journal.act.click()
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == "Kort æøå 🙂"
    assert bytes(copied.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert last_use(page) == ("copied", "journal")
    assert now(page).contacts[-1].note == "Kaffe ved søen."


@pytest.mark.window
def test_copied_text_is_taken_back_when_its_clock_has_run(journal: JournalDialog, page: CoursePage) -> None:
    journal.act.click()
    copier = page.work.findChild(secret_copy.SecretCopy)
    assert copier is not None and copier._clock.isActive()
    copier._clock.timeout.emit()
    assert QApplication.clipboard().text() == ""


def test_with_nothing_in_the_period_there_is_nothing_to_copy(journal: JournalDialog) -> None:
    for field in (journal.first, journal.last):
        field.setText("29/2-2024")
        field.editingFinished.emit()
    assert journal.count.text() == "Nothing was written in this period." and not journal.act.isEnabled()


def test_a_lock_keeps_what_was_shortened_as_a_draft(journal: JournalDialog, page: CoursePage) -> None:
    journal.text.setPlainText("Halvt")
    journal.reject()
    again = JournalDialog(page, page.work)
    assert again.text.text() == "Halvt" and again.anew.isVisibleTo(again)
    again.back.click()
    assert JournalDialog(page, page.work).text.text() != "Halvt"


def test_the_text_goes_on_paper_as_it_was_left(journal: JournalDialog) -> None:
    journal.text.setPlainText("Kun dette.")
    journal.paper.click()
    preview = journal.findChild(PaperPreview)
    assert preview is not None
    assert "Kun dette." in preview.pages.accessibleDescription()
    preview.reject()


@pytest.fixture
def stored(page: CoursePage) -> Iterator[PaperPreview]:
    """The preview of all that is stored; what stays where is understood."""
    remember_understood(page.work.desk, Act.SAVED_PDF)
    page.work.change(lambda desk, course: record_contact(desk, course, replace(make_contact(50), note="En note")))
    made = open_stored_preview(page.work, page)
    assert made is not None
    yield made
    if isValid(made):
        made.reject()


def has_come(preview: PaperPreview, words: str) -> Callable[[], bool]:
    return lambda: words in preview.pages.accessibleDescription()


def options(preview: PaperPreview) -> StoredOptions:
    assert isinstance(preview.side, StoredOptions)
    return preview.side


def test_all_that_is_stored_is_seen_before_it_leaves(stored: PaperPreview, qtbot: QtBot) -> None:
    assert stored.pages.count == 0, "the window waited for the paper"
    qtbot.waitUntil(has_come(stored, "En note"))
    options(stored).parts[StoredPart.CONTACTS].setChecked(False)
    stored.make()
    qtbot.waitUntil(lambda: not has_come(stored, "En note")())


def test_what_is_ticked_while_the_paper_is_made_counts(stored: PaperPreview, qtbot: QtBot) -> None:
    options(stored).parts[StoredPart.CONTACTS].setChecked(False)
    stored.make()
    qtbot.waitUntil(lambda: stored.pages.count > 0)
    assert not has_come(stored, "En note")()


def test_a_paper_is_saved_as_it_is_ticked_also_when_it_is_not_there_yet(
    stored: PaperPreview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[bytes] = []

    def save(_session: object, _parent: object, data: bytes, _name: str) -> bool:
        saved.append(data)
        return True

    monkeypatch.setattr(preview_module, "save_paper", save)
    options(stored).parts[StoredPart.CONTACTS].setChecked(False)
    with qtbot.waitSignal(stored.accepted):
        stored.save.click()
    text = "".join(one.extract_text() for one in PdfReader(BytesIO(saved[0])).pages)
    assert len(saved) == 1 and "En note" not in text


def test_a_lock_while_the_paper_is_made_lets_it_go(stored: PaperPreview, page: CoursePage, qtbot: QtBot) -> None:
    page.work.session.locked.emit(None)
    assert not stored.isVisible()
    qtbot.waitUntil(lambda: not page.work.session.jobs.busy and not page.findChildren(PaperPreview))


def test_open_lines_are_saved_and_logged(
    stored: PaperPreview, page: CoursePage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "om-mig.jsonl"

    def save(_session: object, _parent: object, data: bytes, _name: str) -> bool:
        return bool(path.write_bytes(data))

    monkeypatch.setattr(stored_options, "save_paper", save)
    options(stored).lines.click()
    assert b"En note" in path.read_bytes() and options(stored).told.text() == "Saved as open lines."
    assert last_use(page) == ("dumped", "stored")
