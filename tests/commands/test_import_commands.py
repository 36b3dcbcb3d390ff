"""Packages taken in, answered and known to be answered, each step a real process."""

from pathlib import Path

import pytest

from commands.conftest import Shell
from commands.test_exchange_commands import acquainted, acquainted_once, export

__all__ = ["acquainted", "acquainted_once"]


@pytest.fixture
def sent(acquainted: Shell) -> Shell:
    """A package lies ready."""
    assert export(acquainted).code == 0
    return acquainted


def test_a_package_is_taken_in_and_its_code_reaches_the_sender(sent: Shell) -> None:
    took = sent.run("import", "b", "p.forloeb", "--json")
    (package,) = took.document["packages"]
    assert (took.code, package["outcome"], package["taken"]) == (0, "accepted", 2), took.err
    (came,) = sent.run("receipts", "b", "--json").document["received"]
    told = sent.run("receipts", "a", "--code", came["receipt_code"], "--json")
    assert told.document["says"] == "all_taken"


def test_receipts_as_files_and_a_refused_file(sent: Shell) -> None:
    folder = Path(sent.folder) / "in"
    folder.mkdir()
    (folder / "x.forloeb").write_bytes(b"nothing")
    took = sent.run("import", "b", "p.forloeb", "in", "--json")
    assert (took.code, took.document["refused"]) == (1, 1)
    assert [one["outcome"] for one in took.document["packages"]] == ["accepted", "refused"]
    wrote = sent.run("receipts", "b", "--out", "in", "--json")
    (receipt,) = wrote.document["receipts"]
    back = sent.run("import", "a", receipt["file"], "--json")
    assert (back.code, back.document["packages"][0]["receipts"]) == (0, 1), back.err
    there = sent.run("receipts", "a", "--json").document["sent"]
    assert [course["missing"] for course in there["courses"]] == [False, False]
