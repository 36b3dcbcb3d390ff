"""Services are found, written, checked again and erased; a file or the starter list is seen before it is in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exit_desktop.domain.directory import AnonymousAccess
from exit_desktop.domain.plans import FocusArea
from exit_desktop.services.desk import Desk
from exit_desktop.services.service_files import look_at_file, starter_entries
from exit_desktop.services.service_list import Service, add_service, list_services, save_service
from exit_desktop.ui.course.plan.service_choice import ServiceChoice
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.directory.bring_in_dialog import BringInDialog
from exit_desktop.ui.directory.directory_page import DirectoryPage
from exit_desktop.ui.directory.service_writer import NEW, ServiceWriter
from exit_desktop.ui.session import Session
from exit_desktop.ui.widgets.asking import AskingDialog
from support.course_work import words_in


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[DirectoryPage]:
    """The page, in front."""
    page = DirectoryPage(session)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitActive(page):
        page.show()
    page.setFocus()
    yield page
    page.clear()


def lines(page: DirectoryPage) -> list[list[str]]:
    table = page.services.table
    cells = [[table.item(row, at) for at in range(table.columnCount())] for row in range(table.rowCount())]
    return [[cell.text() if cell else "" for cell in row] for row in cells]


def writer_of(page: DirectoryPage) -> ServiceWriter:
    assert page.writer is not None
    return page.writer


def dialog_of(page: DirectoryPage) -> BringInDialog:
    return next(one for one in page.findChildren(BringInDialog) if one.isVisible())


def file_of(folder: Path, text: str) -> Path:
    path = folder / "tilbud.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_page_says_what_it_is_for_and_offers_the_first_step(page: DirectoryPage) -> None:
    assert "Here you gather those who can help" in words_in(page)
    assert QApplication.focusWidget() is page.services.first_starters
    assert not page.services.table.isVisible()


@pytest.mark.parametrize("width", [740, 900])
def test_names_have_the_most_room_and_no_heading_is_cut(page: DirectoryPage, width: int) -> None:
    page.services.first_starters.click()
    dialog_of(page).act.click()
    page.resize(width, 600)
    QApplication.processEvents()
    header = page.services.table.horizontalHeader()
    sizes = [header.sectionSize(at) for at in range(header.count())]
    assert max(sizes) == sizes[0]
    assert all(header.sectionSizeHint(at) <= sizes[at] for at in range(header.count()))


def test_the_starter_list_is_seen_before_it_is_in(page: DirectoryPage, desk: Desk) -> None:
    page.services.first_starters.click()
    assert list_services(desk) == ()
    assert "Nothing is written before you say so" in words_in(dialog_of(page))
    dialog_of(page).act.click()
    assert len(list_services(desk)) == len(starter_entries("en")) == len(lines(page))
    page.services.starters.click()
    assert not dialog_of(page).act.isEnabled()
    assert "All of it is here already." in words_in(dialog_of(page))


def test_a_service_is_written_with_the_keyboard_alone(page: DirectoryPage, desk: Desk) -> None:
    page.write()
    fields = writer_of(page).fields
    QTest.keyClicks(fields.name, "Åhuset")
    QTest.keyClicks(fields.kind.line, "Legal aid")
    fields.area.set_value(FocusArea.FINANCES)
    fields.anonymous.chip(AnonymousAccess.YES).click()
    fields.today.click()
    QTest.keyClick(fields.contact, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (made,) = list_services(desk)
    assert (made.name, made.kind, made.area, made.anonymous) == (
        "Åhuset",
        "legal_aid",
        FocusArea.FINANCES,
        AnonymousAccess.YES,
    )
    assert lines(page) == [["Åhuset", "legal aid", "Finances", "yes", "23 November 2026"]]


def test_a_service_without_words_is_refused_in_place(page: DirectoryPage, desk: Desk) -> None:
    page.write()
    writer_of(page).add.click()
    assert "Write a name or a kind first." in words_in(page)
    assert list_services(desk) == ()


def test_a_date_that_is_none_is_told_in_place(page: DirectoryPage, desk: Desk) -> None:
    page.write()
    QTest.keyClicks(writer_of(page).fields.name, "Huset")
    writer_of(page).fields.checked.setText("i går")
    writer_of(page).add.click()
    assert "That is no date." in words_in(page)
    assert list_services(desk) == ()


def test_what_is_half_written_waits_through_a_lock(page: DirectoryPage, session: Session) -> None:
    page.write()
    QTest.keyClicks(writer_of(page).fields.name, "Huset på hj")
    session.drafts.flush()
    page.clear()
    page.load()
    assert "A service is half written." in words_in(page)
    page.services.go_on.click()
    assert writer_of(page).fields.name.text() == "Huset på hj"
    writer_of(page).discard.click()
    assert session.drafts.text(NEW) == ""
    assert "A service is half written." not in words_in(page)


def test_a_change_is_kept_and_esc_leaves_it_waiting(page: DirectoryPage, desk: Desk) -> None:
    add_service(desk, "Huset", "doctor")
    page.load()
    QTest.keyClick(page.services.table, Qt.Key.Key_Return)
    writer_of(page).fields.name.setText("Lægehuset")
    QTest.keyClick(writer_of(page), Qt.Key.Key_Escape)
    assert lines(page)[0][0] == "Huset"
    page.services.go_on.click()
    assert "Written earlier and not saved yet." in words_in(page)
    writer_of(page).add.click()
    assert lines(page)[0][0] == "Lægehuset"


def test_letters_find_the_service(page: DirectoryPage, desk: Desk) -> None:
    add_service(desk, "Huset", "doctor")
    save_service(desk, Service("", "Gadejuristen", "legal_aid", note="Ring først"))
    page.load()
    QTest.keyClicks(page.services.search, "ring")
    assert [line[0] for line in lines(page)] == ["Gadejuristen"]
    page.services.search.setText("zzz")
    assert lines(page) == []
    assert "No service has these words." in words_in(page)


def test_a_check_long_ago_has_a_quiet_word(page: DirectoryPage, desk: Desk, session: Session) -> None:
    old = replace(add_service(desk, "Huset", ""), checked_on=session.today() - timedelta(days=400))
    save_service(desk, old)
    page.load()
    assert lines(page)[0][4] == "19 October 2025\nover a year ago"


def test_delete_names_what_follows_and_enter_in_haste_keeps_it(page: DirectoryPage, desk: Desk) -> None:
    add_service(desk, "Huset", "")
    page.load()
    QTest.keyClick(page.services.table, Qt.Key.Key_Delete)
    asked = page.findChildren(AskingDialog)[-1]
    assert "cannot be brought back" in words_in(asked)
    QTest.keyClick(asked.back, Qt.Key.Key_Return)
    assert len(list_services(desk)) == 1
    page.services.delete.click()
    page.findChildren(AskingDialog)[-1].act.click()
    assert list_services(desk) == ()


def test_a_file_with_a_wrong_line_brings_nothing_in(page: DirectoryPage, desk: Desk, tmp_path: Path) -> None:
    path = file_of(tmp_path, "Navn;Område\nHuset;Bolig\nTårnet;Månen\n")
    page.bring_in("Bring in a file", look_at_file(desk, path))
    shown = dialog_of(page)
    assert "1 line cannot be read, so nothing is brought in." in words_in(shown)
    first = shown.table.item(0, 2)
    assert first is not None and first.text() == "“Månen” is none of the eight areas."
    assert not shown.act.isEnabled()
    shown.reject()
    assert list_services(desk) == ()


def test_what_is_here_is_changed_only_when_ticked(page: DirectoryPage, desk: Desk, tmp_path: Path) -> None:
    mine = add_service(desk, "Huset", "doctor")
    page.bring_in("Bring in a file", look_at_file(desk, file_of(tmp_path, "Name,Kind\nHuset,legal aid\n")))
    shown = dialog_of(page)
    assert not shown.act.isEnabled()
    shown.change_held.setChecked(True)
    shown.act.click()
    assert list_services(desk) == (replace(mine, kind="legal_aid"),)


def test_in_cafe_view_the_page_is_out_of_sight(page: DirectoryPage, desk: Desk, session: Session) -> None:
    add_service(desk, "Huset", "")
    page.load()
    session.set_cafe_view(True)
    assert not page.services.isVisible()
    session.set_cafe_view(False)
    assert page.services.isVisible()


def test_the_other_language_names_the_kinds(page: DirectoryPage, desk: Desk, session: Session) -> None:
    save_service(desk, Service("", "Huset", "legal_aid", area=FocusArea.FINANCES))
    session.t.use("da")
    page.retranslate()
    page.load()
    assert lines(page)[0][:3] == ["Huset", "retshjælp", "Økonomi"]


def test_a_plan_picks_from_the_directory(work: CourseWork, qtbot: QtBot) -> None:
    service = save_service(work.desk, Service("", "", "legal_aid"))
    choice = ServiceChoice(work)
    qtbot.addWidget(choice)
    choice.show_services(list_services(work.desk), service.id)
    assert choice.box.currentText() == "legal aid"
