"""Everything as open lines, out and in."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.services import sending
from exit_desktop.services.desk import Desk
from exit_desktop.services.dumps import dump_vault
from exit_desktop.ui.session import Session
from exit_desktop.ui.sharing.page import SharingPage
from exit_desktop.ui.widgets.asking import AskingDialog
from exit_desktop.ui.widgets.buttons import Button
from support.window_reading import first, words_in_sight

Wait = Callable[[], None]


@pytest.fixture
def wait(session: Session, qtbot: QtBot) -> Wait:
    """Wait until the worker thread rests."""
    return lambda: qtbot.waitUntil(lambda: not session.jobs.busy)


def test_saving_everything_names_the_consequence_first(page: SharingPage) -> None:
    page.open_lines._save.click()
    assert "4 courses will stand there in clear text." in words_in_sight(first(page.window(), AskingDialog))


def test_everything_is_saved_under_the_name_given(
    page: SharingPage, name_file: Callable[[Path], None], tmp_path: Path, wait: Wait
) -> None:
    name_file(tmp_path / "alt.jsonl")
    page.open_lines._save.click()
    first(first(page.window(), AskingDialog), Button).click()
    wait()
    assert "Mågen" in (tmp_path / "alt.jsonl").read_text(encoding="utf-8")


def test_loading_what_is_here_changes_nothing_and_says_so(page: SharingPage, tmp_path: Path, wait: Wait) -> None:
    page.open_lines.save_to(tmp_path / "alt.jsonl")
    wait()
    page.open_lines.load_from(tmp_path / "alt.jsonl")
    wait()
    assert page.open_lines._outcome.text() == "4 were already here."


def test_a_line_that_cannot_be_read_is_named(page: SharingPage, tmp_path: Path, wait: Wait, told: list[str]) -> None:
    (tmp_path / "alt.jsonl").write_text("hej\n", encoding="utf-8")
    page.open_lines.load_from(tmp_path / "alt.jsonl")
    wait()
    assert told[0].startswith("Line 1 of the file cannot be read")


def test_stopped_saving_leaves_no_clear_text(
    page: SharingPage, tmp_path: Path, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Event()

    def slowly(desk: Desk, path: Path) -> int:
        asked.wait(20)
        return dump_vault(desk, path)

    monkeypatch.setattr(sending, "dump_vault", slowly)
    page.open_lines.save_to(tmp_path / "alt.jsonl")
    page.open_lines._work._ask_to_stop()
    asked.set()
    wait()
    assert not (tmp_path / "alt.jsonl").exists()
