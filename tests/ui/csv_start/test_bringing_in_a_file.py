"""The dialog that brings courses in: from the choice of a file to the list, and each way in which it goes wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.errors import DiskFull
from exit_desktop.services.courses import find_citizen, list_courses, register_citizen
from exit_desktop.services.csv_start import Checkpoint, FileKind, StartCounts, StartPreview, bring_in
from exit_desktop.services.desk import Desk
from exit_desktop.ui.csv_start import start_dialog
from exit_desktop.ui.csv_start.start_dialog import StartDialog
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.session import Session
from support.start_files import AREAS, COURSE_HEAD, write

Look = Callable[..., None]
TENS = ";".join("5" * 10)


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[StartDialog]:
    """The dialog over a window, nothing chosen."""
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    made = StartDialog(session, window)
    made.open()
    yield made
    # The window lives as long as the dialog over it.
    window.close()


@pytest.fixture
def look(dialog: StartDialog, session: Session, tmp_path: Path, qtbot: QtBot) -> Look:
    """Write a file, let the dialog look at it, and wait."""

    def look_at(*lines: str, name: str = "liste.csv") -> None:
        dialog.look_at(write(tmp_path / name, *lines))
        qtbot.waitUntil(lambda: not dialog.work.busy)

    return look_at


def shown(dialog: StartDialog) -> list[str]:
    cells = [[dialog.table.item(row, column) for column in range(3)] for row in range(dialog.table.rowCount())]
    return [" | ".join(item.text() for item in row if item) for row in cells]


def test_each_row_is_shown_with_its_fate_the_refused_ones_first(dialog: StartDialog, look: Look) -> None:
    look(COURSE_HEAD, "Ærø;;1.6.2026", "Rav;;1.6.2026;1.7.2025", "Birk;;1.6.2026;1.7.2026;1.6.2026")
    assert shown(dialog) == [
        "Course, row 4 | Birk | Stays out: phase 2 on 1 June 2026 lies before what came before it.",
        "Course, row 3 | Rav | Comes in, but the first contact lies after the start, so the start counts as the "
        "first contact; it was to end on 1 July 2026; close it here if it has ended.",
        "Course, row 2 | Ærø | Comes in.",
    ]


def test_the_button_says_how_many(dialog: StartDialog, look: Look) -> None:
    look(COURSE_HEAD, "Ærø;;1.6.2026", "Rav;;1.6.2026", ";;1.6.2026")
    assert dialog.counts.text() == "2 courses come in. 1 row stays out."
    assert (dialog.act.text(), dialog.act.isVisible()) == ("Bring in 2 courses", True)


def test_nothing_is_written_before_the_button(dialog: StartDialog, look: Look, desk: Desk) -> None:
    look(COURSE_HEAD, "Ærø;;1.6.2026")
    assert list_courses(desk) == []


def test_the_button_brings_in_and_the_window_hears_of_it(
    dialog: StartDialog, look: Look, session: Session, qtbot: QtBot
) -> None:
    heard: list[str] = []
    session.told.connect(lambda message: heard.append(message.text))
    look(COURSE_HEAD, "Ærø;;1.6.2026")
    with qtbot.waitSignals([dialog.came_in, session.changed]):
        dialog.act.click()
    assert heard == ["1 course has come in."]
    assert find_citizen(session.desk, "ærø").citizen.alias == "Ærø"


def test_readings_are_added_by_a_second_file(dialog: StartDialog, look: Look) -> None:
    look(f"alias;dato;{AREAS}", f"Ærø;2.7.2026;{TENS}", name="tal.csv")
    assert not dialog.act.isVisible()
    look(COURSE_HEAD, "Ærø;;1.6.2026;2.7.2026")
    assert shown(dialog) == ["Course, row 2 | Ærø | Comes in.", "Reading, row 2 | Ærø | Comes in."]
    assert dialog.chosen.text() == "Earlier readings: tal.csv\nCourses: liste.csv"


def test_readings_alone_go_to_who_is_here(dialog: StartDialog, look: Look, desk: Desk) -> None:
    register_citizen(desk, "Ærø")
    look(f"alias;dato;{AREAS}", f"Ærø;23.11.2026;{TENS}")
    assert (dialog.act.text(), dialog.act.isVisible()) == ("Bring in 1 reading", True)


def test_a_second_file_of_the_kind_takes_the_place_of_the_first(dialog: StartDialog, look: Look) -> None:
    look(COURSE_HEAD, "Ærø;;1.6.2026")
    look(COURSE_HEAD, "Rav;;1.6.2026", name="ny.csv")
    assert (shown(dialog), dialog.chosen.text()) == (["Course, row 2 | Rav | Comes in."], "Courses: ny.csv")


def test_a_file_that_cannot_be_read_is_told_in_the_dialog_and_the_first_one_stays(
    dialog: StartDialog, look: Look
) -> None:
    look(COURSE_HEAD, "Ærø;;1.6.2026")
    look("Anna;1.2.2026")
    assert dialog.fault.text().startswith("The first line does not name the columns")
    assert shown(dialog) == ["Course, row 2 | Ærø | Comes in."]


def test_a_file_that_is_gone_is_told(dialog: StartDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.look_at(tmp_path / "væk.csv")
    qtbot.waitUntil(lambda: not dialog.work.busy)
    assert dialog.fault.text() == "The file could not be read. Copy it to this computer, then choose it again."


def test_a_full_disk_is_told_and_the_preview_stays(
    dialog: StartDialog, look: Look, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    look(COURSE_HEAD, "Ærø;;1.6.2026")
    monkeypatch.setattr(start_dialog, "bring_in", full)
    dialog.act.click()
    qtbot.waitUntil(lambda: not dialog.work.busy)
    assert (dialog.fault.text(), dialog.act.isVisible()) == (DiskFull.sentence, True)


def test_nobody_leaves_while_courses_come_in(dialog: StartDialog, look: Look, desk: Desk, qtbot: QtBot) -> None:
    look(COURSE_HEAD, *(f"Fugl {number};;1.6.2026" for number in range(200)))
    dialog.act.click()
    dialog.reject()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.came_in):
        pass
    assert len(list_courses(desk)) == 200


def test_the_lock_closes_it_even_then(dialog: StartDialog, look: Look, session: Session, qtbot: QtBot) -> None:
    look(COURSE_HEAD, *(f"Fugl {number};;1.6.2026" for number in range(200)))
    dialog.act.click()
    session.locked.emit(LockReason.ASKED)
    dialog.reject()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not session.jobs.busy)


def test_stopped_it_says_so_and_nothing_has_come_in(
    dialog: StartDialog, look: Look, desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    look(COURSE_HEAD, *(f"Fugl {number};;1.6.2026" for number in range(20)))
    begun, stopped = Event(), Event()

    def slowly(desk: Desk, preview: StartPreview, checkpoint: Checkpoint) -> StartCounts:
        begun.set()
        assert stopped.wait(10)
        return bring_in(desk, preview, checkpoint)

    monkeypatch.setattr(start_dialog, "bring_in", slowly)
    dialog.act.click()
    assert begun.wait(10)
    dialog.work._stop.click()
    stopped.set()
    qtbot.waitUntil(lambda: not dialog.work.busy)
    assert (dialog.fault.text(), list_courses(desk)) == ("Stopped. Nothing was changed.", [])


def test_tab_goes_round(dialog: StartDialog, look: Look, qtbot: QtBot) -> None:
    look(COURSE_HEAD, "Ærø;;1.6.2026")
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.more.setFocus()
    stood = []
    while (here := QApplication.focusWidget()) is not None and here not in stood:
        stood.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert stood == [dialog.more, *dialog.empty.values(), dialog.table, dialog.act, dialog.back]
    assert QApplication.focusWidget() is dialog.more


def test_columns_that_are_not_known_are_named(dialog: StartDialog, look: Look) -> None:
    look(COURSE_HEAD + ";Navn", "Ærø;;1.6.2026;;;x")
    assert dialog.unread.text() == "These columns are not known here, and nothing of them is read: “Navn”."


def test_an_empty_file_is_saved_and_it_is_told_where(dialog: StartDialog, tmp_path: Path) -> None:
    dialog.save_empty(FileKind.COURSES, tmp_path / "tom.csv")
    assert str(tmp_path / "tom.csv") in dialog.saved.text()
    assert (tmp_path / "tom.csv").read_text(encoding="utf-8-sig").startswith("alias,language,first contact,")


def test_an_empty_file_that_cannot_be_saved_is_told(dialog: StartDialog, tmp_path: Path) -> None:
    dialog.save_empty(FileKind.COURSES, tmp_path)
    assert dialog.fault.isVisible()
    assert not dialog.saved.isVisible()


def test_two_thousand_rows_are_shown(dialog: StartDialog, look: Look) -> None:
    look(COURSE_HEAD, *(f"Fugl {number};;1.6.2026" for number in range(2000)))
    assert dialog.act.text() == "Bring in 2,000 courses"
    assert dialog.table.rowCount() == 2000
