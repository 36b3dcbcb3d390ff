"""A half-written text is kept within two seconds and stands in its field again."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from exit_desktop.errors import DiskFull, DraftHasNoRoom, Failure
from exit_desktop.services.desk import Desk
from exit_desktop.ui.drafting import SAVE_AFTER_MS, Drafts, DraftStore
from exit_desktop.ui.work_services import draft_store


def quiet(_failure: Failure) -> None:
    raise AssertionError("nothing should be told")


def test_text_is_in_the_file_soon_after_the_last_key(desk: Desk, qtbot: QtBot) -> None:
    drafts, field = Drafts(draft_store(desk), quiet), QLineEdit()
    qtbot.addWidget(field)
    drafts.attach(field, "contact/1/note")
    QTest.keyClicks(field, "Kaffe")
    qtbot.waitUntil(lambda: draft_store(desk).read() == {"contact/1/note": "Kaffe"}, timeout=SAVE_AFTER_MS + 1500)


def test_waiting_text_stands_in_its_field_again(desk: Desk, qtbot: QtBot) -> None:
    draft_store(desk).save("contact/1/note", "Kaffe ved søen")
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    assert Drafts(draft_store(desk), quiet).attach(field, "contact/1/note")
    assert field.toPlainText() == "Kaffe ved søen"


def test_saved_text_leaves_no_draft(desk: Desk, qtbot: QtBot) -> None:
    drafts = Drafts(draft_store(desk), quiet)
    drafts.keep("contact/1/note", "Kaffe")
    drafts.flush()
    drafts.drop("contact/1/note")
    assert draft_store(desk).read() == {}


def test_emptied_field_leaves_no_draft(desk: Desk, qtbot: QtBot) -> None:
    draft_store(desk).save("place", "old")
    drafts, field = Drafts(draft_store(desk), quiet), QLineEdit()
    qtbot.addWidget(field)
    drafts.attach(field, "place")
    field.clear()
    drafts.flush()
    assert draft_store(desk).read() == {}


def test_blanks_alone_leave_no_draft(desk: Desk, qtbot: QtBot) -> None:
    drafts, field = Drafts(draft_store(desk), quiet), QPlainTextEdit()
    qtbot.addWidget(field)
    drafts.attach(field, "place")
    QTest.keyClicks(field, "  \r ")
    drafts.flush()
    assert draft_store(desk).read() == {}


def test_full_disk_is_told_once_and_the_text_stays(qtbot: QtBot) -> None:
    def full(_place: str, _text: str) -> None:
        raise DiskFull

    told: list[Failure] = []
    drafts = Drafts(DraftStore(dict, full, lambda _: None), told.append)
    for text in ("a", "ab"):
        drafts.keep("place", text)
        drafts.flush()
    assert (len(told), drafts.text("place")) == (1, "ab")


def test_a_full_disk_is_told_as_what_it_is_an_unfinished_text(qtbot: QtBot) -> None:
    def full(_place: str, _text: str) -> None:
        raise DiskFull

    told: list[Failure] = []
    drafts = Drafts(DraftStore(dict, full, lambda _: None), told.append)
    drafts.keep("place", "a")
    drafts.flush()
    assert isinstance(told[0], DraftHasNoRoom)
    assert "What you added is safe." in told[0].sentence


def test_what_waits_for_a_deleted_course_is_never_written(desk: Desk, qtbot: QtBot) -> None:
    drafts = Drafts(draft_store(desk), quiet)
    drafts.keep("contact/1/new", "Kaffe")
    drafts.keep("plan/2/why", "Ro")
    drafts.forget(["1"])
    drafts.flush()
    assert draft_store(desk).read() == {"plan/2/why": "Ro"}
    assert drafts.text("contact/1/new") == ""
