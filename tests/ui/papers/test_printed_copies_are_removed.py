"""After printing the copy that the print system keeps can be removed; it is told how that went, and logged."""

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.services import printed
from exit_desktop.services.vaults import read_log
from exit_desktop.system import print_queue as system_queue
from exit_desktop.system.language import Texts
from exit_desktop.system.print_queue import Purged, purge_printed
from exit_desktop.ui.papers import print_queue
from exit_desktop.ui.papers.print_queue import purged_words, remove_printed, tell_printed
from exit_desktop.ui.papers.spool_advice import spool_advice
from exit_desktop.ui.session import Session
from exit_desktop.ui.telling import Message


@pytest.fixture
def told(session: Session) -> list[Message]:
    heard: list[Message] = []
    session.told.connect(heard.append)
    return heard


def test_the_copy_is_removed_told_and_logged(
    session: Session, told: list[Message], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(printed, "purge_printed", lambda title: Purged(gone=2 if title == "Forløb" else 0))
    with qtbot.waitSignal(session.told):
        remove_printed(session)
    assert told[-1].text == "2 copies are gone from the print queue of this computer."
    assert (read_log(session.vault)[0].act, read_log(session.vault)[0].kind) == ("purged", "spool")


@pytest.mark.parametrize("possible", [True, False])
def test_after_printing_it_is_offered_where_it_is_possible(
    session: Session, told: list[Message], monkeypatch: pytest.MonkeyPatch, possible: bool
) -> None:
    monkeypatch.setattr(print_queue, "can_purge", lambda: possible)
    tell_printed(session)
    assert told[-1].text.startswith("Printed.") and (told[-1].act is not None) is possible


@pytest.mark.parametrize("purged", [Purged(), Purged(gone=1), Purged(waiting=1), Purged(1, 1), Purged(1, 0, 1)])
def test_how_it_went_is_said(purged: Purged, t: Texts) -> None:
    words = purged_words(purged, t)
    assert ("is gone from" in words) is (purged == Purged(gone=1))
    assert ("Not all is printed yet" in words) is (purged.waiting > 0)
    assert ("did not let go" in words) is (purged.refused > 0)


@pytest.mark.parametrize(
    ("purged", "says"),
    [(Purged(asked=False), "may still be there"), (Purged(0, 0, 0, False, True), "another computer")],
)
def test_what_is_not_known_is_not_told_as_gone(purged: Purged, says: str, t: Texts) -> None:
    assert says in purged_words(purged, t)


def test_a_print_system_that_does_not_answer_is_no_empty_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent:
        cupsServer = staticmethod(lambda: b"/run/cups/cups.sock")
        cupsGetJobs2 = staticmethod(lambda *_: -1)

    monkeypatch.setattr(system_queue, "_library", Silent)
    assert purge_printed("Forløb") == Purged(asked=False)


def test_each_system_has_its_advice() -> None:
    assert "Keep printed documents" in spool_advice("win32")
    assert "PreserveJobFiles No" in spool_advice("linux") == spool_advice("darwin")
