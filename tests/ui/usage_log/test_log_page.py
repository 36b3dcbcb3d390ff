"""The page of the usage log: what a worker reads there, how far it fetches, what an audit gets."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from exit_desktop.services import courses
from exit_desktop.services.desk import Act, Desk, log_use
from exit_desktop.services.usage_log import ActGroup
from exit_desktop.ui.session import Session
from exit_desktop.ui.usage_log.log_page import LogPage
from exit_desktop.vault.usage_log import Use, append
from support.window_reading import words_in_sight


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> LogPage:
    """The page, with a citizen who was opened once."""
    course = courses.register_citizen(session.desk, "Kvartsfalk")
    log_use(session.desk, Act.OPENED, "course", course.id)
    made = LogPage(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.state.bar.busy)
    return made


def row(page: LogPage, at: int) -> list[str]:
    return [str(page.model.index(at, column).data()) for column in range(page.model.columnCount())]


def test_the_newest_line_says_who_opened_what(page: LogPage) -> None:
    assert row(page, 0)[1:] == ["Opened: the course", "Kvartsfalk, no. 1", "K7"]


def test_it_says_that_the_log_is_whole(page: LogPage) -> None:
    assert "The log is whole: 2 lines" in page.state.words.text()


def test_a_broken_chain_is_told_with_what_to_do(page: LogPage, desk: Desk, qtbot: QtBot) -> None:
    with desk.vault.writing() as connection:
        connection.execute("DELETE FROM usage_log WHERE id = 1")
    page.state.look()
    qtbot.waitUntil(lambda: not page.state.bar.busy)
    told = page.state.words.text()
    assert "does not hold together from line 2 on" in told and "Save the log for an audit" in told


def test_what_is_typed_and_chosen_narrows_it(page: LogPage) -> None:
    page.group.setCurrentIndex(page.group.findData(str(ActGroup.OPENED)))
    assert page.model.rowCount() == 1
    page.search.setText("nobody")
    page.load()
    assert page.model.rowCount() == 0 and "Nothing in the log fits." in words_in_sight(page)


@pytest.mark.parametrize("wide", [620, 930, 1300])
def test_no_line_is_cut_off(page: LogPage, desk: Desk, qtbot: QtBot, wide: int) -> None:
    log_use(desk, Act.OPENED, "trial")
    log_use(desk, Act.CREATED, "not_started")
    page.resize(wide, 700)
    page.load()
    told, option = page.table, QStyleOptionViewItem()
    option.initFrom(told)
    for at in range(page.model.rowCount()):
        option.rect = told.visualRect(page.model.index(at, 1))
        assert told.itemDelegate().sizeHint(option, page.model.index(at, 1)).height() <= told.rowHeight(at)


def test_older_lines_come_as_one_reads_on(page: LogPage, desk: Desk) -> None:
    with desk.vault.writing() as connection:
        for _ in range(450):
            append(connection, Use("2026-11-23T11:00:00+00:00", "K7", "opened", "vault"))
    page.load()
    assert page.model.rowCount() == 200
    while page.model.canFetchMore(QModelIndex()):
        page.model.fetchMore(QModelIndex())
    assert (
        page.model.rowCount() == 452 and row(page, 451)[1] == "Written for the first time: what the citizen is called"
    )


def test_cafe_view_hides_the_names(page: LogPage, session: Session) -> None:
    session.set_cafe_view(True)
    assert not page.table.isVisible()


def test_after_a_lock_nothing_of_it_is_left(page: LogPage) -> None:
    page.search.setText("Kvarts")
    page.clear()
    assert page.model.rowCount() == 0 and not page.search.text()
