"""An erasure for time leaves the coordinator alone, one on the citizen's wish calls back; both leave one line."""

import errno
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from exit_desktop.domain.calendar import ClosingReason, CourseState
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.errors import BackupsNotRemoved, DiskFull, ErasureNotFinished, TooLittleRoom
from exit_desktop.services import backups, erasing, vaults
from exit_desktop.services.courses import close_course, list_courses, register_citizen, start_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.drafts import keep_draft, list_drafts
from exit_desktop.services.erasing import Reason
from exit_desktop.services.erasure_words import foreseen_words, receipt_pdf, receipt_words
from exit_desktop.services.readings import begin_reading
from exit_desktop.system.ids import new_id
from exit_desktop.system.language import Texts
from exit_desktop.vault.cards import has_left, keep_sent_course, read_tombstones
from exit_desktop.vault.erased_rows import PENDING_NAME
from support.courses import TODAY
from support.vault_making import NOW


def sent(desk: Desk, alias: str = "Havet") -> Course:
    """A citizen of whom a package left."""
    course = register_citizen(desk, alias)
    with desk.vault.writing() as connection:
        keep_sent_course(connection, course.wire_id)
    return replace(course, sharing=Sharing.NOTHING)


def stones(desk: Desk) -> list[str]:
    """Which courses are called back."""
    with desk.vault.reading() as connection:
        return [one.wire_id for one in read_tombstones(connection)]


@pytest.mark.parametrize("reason", Reason)
def test_only_a_wish_calls_back_what_was_sent(desk: Desk, reason: Reason) -> None:
    course = sent(desk)
    receipt = erasing.erase_course(desk, course, reason)
    assert stones(desk) == ([course.wire_id] if reason is Reason.WISH else [])
    assert (receipt.reason, receipt.has_left) == (reason, True)
    with desk.vault.reading() as connection:
        assert not has_left(connection, course.wire_id)
    assert erasing.list_erased(desk) == (erasing.ErasedLine(f"{desk.clock.today():%Y-%m}", reason),)
    assert list_courses(desk) == []


def test_a_new_backup_takes_the_place_of_the_older_ones(desk: Desk) -> None:
    course = sent(desk)
    for days in (9, 2):
        backups.back_up(desk.vault, NOW - timedelta(days=days))
    before = erasing.foresee(desk, course)
    receipt = erasing.erase_course(desk, course, Reason.WISH)
    (only,) = backups.list_backups(desk.vault.folder)
    assert (before.backups_here, receipt.removed, only.why) == (2, 2, backups.Why.AFTER_ERASURE)
    assert not erasing.is_erasure_unfinished(desk.vault)


def test_copies_elsewhere_are_named_with_their_last_day(desk: Desk, tmp_path: Path) -> None:
    course = sent(desk)
    (tmp_path / "stick").mkdir()
    backups.back_up_to(desk.vault, tmp_path / "stick", NOW)
    receipt = erasing.erase_course(desk, course, Reason.WISH)
    said = " ".join(receipt_words(receipt, Texts("en")))
    assert str(tmp_path / "stick") in said and "28 December 2026" in said
    assert "Havet" not in said and receipt_pdf(receipt_words(receipt, Texts("da")), Texts("da")).startswith(b"%PDF")


def test_without_room_nothing_is_erased(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise TooLittleRoom(needed=3)

    course = sent(desk)
    monkeypatch.setattr(vaults, "require_room", full)
    with pytest.raises(TooLittleRoom):
        erasing.erase_course(desk, course, Reason.WISH)
    assert len(list_courses(desk)) == 1 and not erasing.is_erasure_unfinished(desk.vault)


def test_what_was_cut_off_is_known_and_finished(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    course = sent(desk)
    backups.back_up(desk.vault, NOW - timedelta(days=2))
    with monkeypatch.context() as patch:
        patch.setattr(backups, "back_up", full)
        with pytest.raises(ErasureNotFinished):
            erasing.erase_course(desk, course, Reason.WISH)
    assert erasing.is_erasure_unfinished(desk.vault) and list_courses(desk) == []
    assert erasing.finish_erasing(desk).removed == 1
    assert not erasing.is_erasure_unfinished(desk.vault)


def test_as_long_as_the_mark_stands_it_is_not_told_as_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    course = sent(desk)
    unlink = Path.unlink

    def stays(path: Path, missing_ok: bool = False) -> None:
        if path.name == PENDING_NAME:
            raise OSError(errno.EIO, "no answer")
        unlink(path, missing_ok)

    with monkeypatch.context() as patch, pytest.raises(ErasureNotFinished):
        patch.setattr(Path, "unlink", stays)
        erasing.erase_course(desk, course, Reason.WISH)
    assert erasing.is_erasure_unfinished(desk.vault)
    erasing.finish_erasing(desk)
    assert not erasing.is_erasure_unfinished(desk.vault)


def test_a_backup_that_stays_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    course = sent(desk)
    backups.back_up(desk.vault, NOW - timedelta(days=2))
    monkeypatch.setattr(backups, "throw_away", lambda _folder: False)
    with pytest.raises(BackupsNotRemoved):
        erasing.erase_course(desk, course, Reason.WISH)
    assert erasing.is_erasure_unfinished(desk.vault)


def test_no_unfinished_text_of_an_undone_reading_is_left_and_others_stay(desk: Desk) -> None:
    course, other = sent(desk), register_citizen(desk, "Stær")
    _, held = begin_reading(desk, other, TODAY)
    places = [f"reading/{new_id()}/who5/w1", f"contact/{course.id}/new", f"reading/{held}/who5/w1"]
    for place in (*places, "hours/new"):
        keep_draft(desk.vault, place, "Halvt", NOW)
    erasing.erase_course(desk, course, Reason.WISH)
    assert sorted(one.place for one in list_drafts(desk.vault)) == sorted([places[2], "hours/new"])


def test_time_is_a_reason_for_an_ended_course_only(desk: Desk) -> None:
    course = start_course(desk, register_citizen(desk, "Stær"), TODAY - timedelta(days=30))
    assert erasing.reasons_for(course) == (Reason.WISH,)
    closed = close_course(desk, course, TODAY, ClosingReason.NO_LONGER_NEEDED)
    assert closed.state is CourseState.CLOSED
    assert erasing.reasons_for(closed) == (Reason.RETENTION, Reason.WISH)


@pytest.mark.parametrize(("reason", "says"), [(Reason.WISH, "next package"), (Reason.RETENTION, "its own date")])
def test_it_is_said_before_what_becomes_of_what_was_sent(desk: Desk, reason: Reason, says: str) -> None:
    seen = erasing.foresee(desk, sent(desk))
    assert says in " ".join(foreseen_words(seen, reason, Texts("en")))
