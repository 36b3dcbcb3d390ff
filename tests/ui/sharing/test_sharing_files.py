"""A package that came, and everything as open lines, out and in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.exchange.identity import Identity, generate_identity
from exit_desktop.services.consents import NewConsent, give_consent
from exit_desktop.services.courses import list_courses, load_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.sending import list_cards, seal_to_file
from exit_desktop.services.sharing import confirm_card, own_card
from exit_desktop.ui.session import Session
from exit_desktop.ui.sharing.page import SharingPage
from exit_desktop.ui.widgets.asking import AskingDialog
from exit_desktop.ui.widgets.buttons import Button
from support.courses import TODAY
from support.window_reading import first, words_in_sight

Wait = Callable[[], None]


@pytest.fixture
def wait(session: Session, qtbot: QtBot) -> Wait:
    """Wait until the worker thread rests."""
    return lambda: qtbot.waitUntil(lambda: not session.jobs.busy)


@pytest.fixture
def package(page: SharingPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that this vault sealed to itself, as if it came from somebody."""
    mine = own_card(desk)
    monkeypatch.setattr("exit_desktop.services.sharing.own_identity", _somebody_else)
    confirm_card(desk, mine.content, " ".join(mine.words))
    for row in list_courses(desk):
        give_consent(desk, load_course(desk, row.course_id), NewConsent("K7", "alt", TODAY))
    chosen = [row.course_id for row in list_courses(desk)]
    return seal_to_file(desk, list_cards(desk)[0], chosen, tmp_path / "pakke-7.forloeb", lambda: None)[0]


def _somebody_else(_desk: Desk) -> Identity:
    return generate_identity()


def test_a_package_is_opened_and_counted(page: SharingPage, package: Path, wait: Wait) -> None:
    page.received.open_file(package)
    wait()
    items = page.received._list
    shown = [item.text(0) for at in range(items.topLevelItemCount()) if (item := items.topLevelItem(at))]
    assert shown == ["1 whole course", "1 coded course", "1 sender"]


def test_a_package_tells_who_made_it_and_when(page: SharingPage, package: Path, wait: Wait) -> None:
    page.received.open_file(package)
    wait()
    shown = [page.received._from.text(), page.received._made.text()]
    assert shown == ["From K7, social worker", "Package 1, made 23 November 2026. The seal and the signature hold."]


def test_a_damaged_package_is_refused_in_one_sentence(
    page: SharingPage, package: Path, wait: Wait, told: list[str]
) -> None:
    content = bytearray(package.read_bytes())
    content[len(content) // 2] ^= 1
    package.write_bytes(content)
    page.received.open_file(package)
    wait()
    assert told == ["The package was damaged on the way, and nothing in it is used. Ask the sender to send it again."]


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


def test_stopped_saving_leaves_no_clear_text(page: SharingPage, tmp_path: Path, wait: Wait) -> None:
    page.open_lines.save_to(tmp_path / "alt.jsonl")
    page.open_lines._work._ask_to_stop()
    wait()
    assert not (tmp_path / "alt.jsonl").exists()
