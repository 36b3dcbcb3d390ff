"""A whole exchange between a worker's vault and a coordinator's, each step a real process."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from commands.conftest import Said, Shell

READER = Path(__file__).parents[1] / "exchange" / "second_reader.py"


def words_of(shell: Shell, vault: str) -> str:
    """Write a vault's card and return its words."""
    return str(shell.run("card", vault, "--out", f"{vault}.card", "--json").document["words"])


@pytest.fixture(scope="session")
def acquainted_once(made_once: Shell, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """Both know each other; the first citizen shares all, the second coded; the others as invented."""
    folder = tmp_path_factory.mktemp("acquainted") / "shell"
    shutil.copytree(made_once.folder, folder)
    shell = Shell(folder, made_once.citizens)
    for vault, other in (("a", "b"), ("b", "a")):
        words = words_of(shell, other)
        assert shell.run("confirm", vault, f"{other}.card", "--words", words).code == 0
    shell.run("sharing", "a", shell.citizens[0], "full")
    shell.run("sharing", "a", shell.citizens[1], "coded")
    return shell


@pytest.fixture
def acquainted(acquainted_once: Shell, tmp_path: Path) -> Shell:
    """A copy of those two who know each other, for one test."""
    shutil.copytree(acquainted_once.folder, tmp_path / "acquainted")
    return Shell(tmp_path / "acquainted", acquainted_once.citizens)


def export(shell: Shell, *more: str) -> Said:
    chosen = ("--citizen", shell.citizens[0], "--citizen", shell.citizens[1])
    return shell.run("export", "a", "--to", "b.card", "--out", "p.forloeb", *chosen, "--json", *more)


def test_what_was_said_yes_to_arrives_and_nothing_else(acquainted: Shell) -> None:
    sent = export(acquainted)
    assert sent.code == 0, sent.err
    got = acquainted.run("open-bundle", "b", "p.forloeb", "--json")
    assert got.code == 0, got.err
    units = [(unit["unit"], unit["name"]) for unit in got.document["units"]]
    assert [kind for kind, _ in units] == [one["unit"] for one in sent.document["leaving"]]
    assert ("course", acquainted.citizens[0]) in units
    assert acquainted.citizens[1] not in [name for _, name in units]


def test_the_preview_writes_nothing_and_shows_every_row(acquainted: Shell) -> None:
    shown = export(acquainted, "--preview").document
    whole = next(one for one in shown["leaving"] if one["unit"] == "course")
    assert ["citizen.alias", acquainted.citizens[0]] in whole["rows"]
    assert not (acquainted.folder / "p.forloeb").exists()


def test_any_age_opens_the_outer_layer(acquainted: Shell) -> None:
    age = shutil.which("age")
    if age is None:
        pytest.skip("needs the program age")
    export(acquainted)
    assert acquainted.run("identity", "b", "--out", "id.txt", "--clear-text").code == 0
    command = [age, "-d", "-i", "id.txt", "p.forloeb"]
    done = subprocess.run(command, cwd=acquainted.folder, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout[:8]) == (0, b"FORLOEB1")


def read_again(shell: Shell) -> dict[str, Any]:  # JSON as it comes
    """Let the second reader open the package as the coordinator."""
    shell.run("identity", "b", "--out", "id.txt", "--clear-text", "--force")
    keys = {name: json.loads((shell.folder / f"{name}.card").read_text("utf-8").split("\n")[1]) for name in "ab"}
    own = (shell.folder / "id.txt").read_text("ascii").splitlines()[-1]
    known = {"identity": own, "signing_key": keys["b"]["signing_key"], "senders": [keys["a"]["signing_key"]]}
    shell.file("keys.json", json.dumps(known))
    command = [sys.executable, str(READER), "keys.json", "p.forloeb"]
    done = subprocess.run(command, cwd=shell.folder, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_second_reader_reads_the_real_package(acquainted: Shell) -> None:
    export(acquainted)
    found = read_again(acquainted)
    assert (found["header"]["number"], found["header"]["practice"]) == (1, True)
    bodies = {unit["unit"]: unit["body"] for unit in found["units"]}
    assert bodies["course"]["citizen"]["alias"] == acquainted.citizens[0]
    assert acquainted.citizens[1] not in json.dumps(bodies["course_coded"], ensure_ascii=False)


def test_nothing_leaves_before_it_was_asked(shell: Shell) -> None:
    shell.run("dump", "a", "--out", "x.jsonl", "--clear-text")
    lines = [json.loads(line) for line in (shell.folder / "x.jsonl").read_text("utf-8").splitlines()]
    course = next(line for line in lines if line["unit"] == "course")
    course["body"] |= {"sharing": "not_asked", "revision": 1000}
    shell.file("in.jsonl", json.dumps(course) + "\n")
    shell.run("load", "a", "in.jsonl")
    shell.run("confirm", "a", "b.card", "--words", words_of(shell, "b"))
    alias = course["body"]["citizen"]["alias"]
    said = shell.run("export", "a", "--to", "b.card", "--out", "p.forloeb", "--citizen", alias)
    assert (said.code, alias in said.err) == (1, True)


def test_nothing_is_sealed_to_a_card_nobody_confirmed(shell: Shell) -> None:
    words_of(shell, "b")
    said = shell.run("export", "a", "--to", "b.card", "--out", "p.forloeb")
    assert (said.code, "not confirmed" in said.err) == (1, True)


def test_other_words_confirm_nothing(shell: Shell) -> None:
    words_of(shell, "b")
    said = shell.run("confirm", "a", "b.card", "--words", "en to tre fire fem seks syv otte")
    assert (said.code, "not the card's words" in said.err) == (1, True)


def test_the_words_are_the_same_each_time_the_card_is_written(shell: Shell) -> None:
    assert words_of(shell, "a") == words_of(shell, "a")


def test_a_package_is_not_written_over(acquainted: Shell) -> None:
    export(acquainted)
    said = export(acquainted)
    assert (said.code, "--force" in said.err) == (1, True)


def test_a_cut_package_is_refused(acquainted: Shell) -> None:
    export(acquainted)
    package = acquainted.folder / "p.forloeb"
    package.write_bytes(package.read_bytes()[:-100])
    said = acquainted.run("open-bundle", "b", "p.forloeb")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)


def test_a_package_for_somebody_else_is_refused(acquainted: Shell) -> None:
    export(acquainted)
    said = acquainted.run("open-bundle", "a", "p.forloeb")
    assert (said.code, said.out) == (1, "")


def test_a_package_from_a_stranger_is_refused(shell: Shell) -> None:
    shell.run("confirm", "a", "b.card", "--words", words_of(shell, "b"))
    shell.run("sharing", "a", shell.citizens[0], "coded")
    shell.run("export", "a", "--to", "b.card", "--out", "p.forloeb", "--citizen", shell.citizens[0])
    said = shell.run("open-bundle", "b", "p.forloeb")
    assert (said.code, said.out) == (1, "")
