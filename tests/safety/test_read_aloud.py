"""The window as a screen reader tells it: list, timeline, star and plan in words, a name for all that takes keys."""

import re
import shutil
from collections.abc import Iterator

import pytest

from exit_desktop.services.practice import PracticeVault
from support.journey import Worker, come_to_work, open_course, open_tab, worker_at_screen
from support.open_window import dozen
from support.screen import Seen

__all__ = ["dozen"]
pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.timeout(150)]
CITIZEN = "Muslingen"
TABS = ("Overview", "Readings", "Plan", "Contacts", "Details")
# What holds others and is only passed through: the window itself, and the page of a scrolling part.
PASSED_THROUGH = ("frame", "filler", "scroll pane", "viewport", "layered pane")


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory, dozen: PracticeVault) -> Iterator[Worker]:
    """A worker at the course of someone in phase three."""
    folder = tmp_path_factory.mktemp("aloud")
    with worker_at_screen(folder, language="en") as made:
        made.data.mkdir(mode=0o700)
        shutil.copytree(dozen.vault, made.data / "practice")
        (made.data / "practice.passphrase.txt").write_text(f"{dozen.passphrase}\n", encoding="utf-8")
        come_to_work(made, "2026-11-23")
        open_course(made, CITIZEN)
        yield made


def names(worker: Worker, role: str) -> list[str]:
    """The names of everything with a role."""
    return [node.name for node in worker.screen.tree() if node.role == role]


def test_a_line_of_the_list_tells_alias_phase_and_what_is_due(worker: Worker) -> None:
    lines = names(worker, "list item")
    assert any(re.fullmatch(r"Mågen: Phase 3, day \d+, contact .+\. .+ in \d+ days\.", line) for line in lines)


def test_a_mark_of_the_timeline_is_a_sentence(worker: Worker) -> None:
    open_tab(worker, "Overview")
    told = names(worker, "push button")
    assert any(re.fullmatch(r"Reading closing: due now, planned for \d+ December 2026", one) for one in told)
    assert any(re.fullmatch(r"Into Phase 2 on \d+ April 2026, planned for \d+ April 2026", one) for one in told)


def test_the_star_tells_each_area_with_its_value(worker: Worker) -> None:
    open_tab(worker, "Overview")
    worker.sees_words("Mental health")
    told = [node for node in worker.screen.tree() if re.search(r"Mental health.*\b([1-9]|10)\b", node.name)]
    assert told


def test_the_plan_tells_wish_and_activity(worker: Worker) -> None:
    open_tab(worker, "Plan")
    seen = worker.screen.tree()
    assert any(node.name == "Wish in the citizen's own words" and node.text for node in seen)
    assert any(re.fullmatch(r"Done: .+", node.name) and node.role == "check box" for node in seen)


@pytest.mark.parametrize("tab", TABS)
def test_all_that_takes_keys_has_a_name(tab: str, worker: Worker) -> None:
    open_tab(worker, tab)
    worker.screen.wait_for(lambda: "selected" in worker.screen.find(tab, "page tab").states, tab)
    assert [node for node in worker.screen.tree() if takes_keys(node) and not node.name] == []


def takes_keys(node: Seen) -> bool:
    """Whether the keyboard can stop there."""
    return {"focusable", "enabled"} <= set(node.states) and node.role not in PASSED_THROUGH
