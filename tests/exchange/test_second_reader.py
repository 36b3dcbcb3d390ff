"""The page on the form is enough to write a reader: one written from it alone reads what the program wrote."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from exit_desktop.exchange.cards import card_words, read_card
from exit_desktop.exchange.identity import restore_identity
from exit_desktop.exchange.opening import KnownSender, OpenedBundle, Trust, open_bundle

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures" / "bundles"
READER = HERE / "second_reader.py"
PEOPLE = json.loads((FIXTURES / "people.json").read_text(encoding="utf-8"))
READABLE = [("bo", "to-bo"), ("bo", "to-bo-and-carl"), ("carl", "to-bo-and-carl"), ("bo", "empty"), ("carl", "to-carl")]


def second(folder: Path, name: str, file: Path) -> subprocess.CompletedProcess[str]:
    keys = PEOPLE[name] | {"senders": [PEOPLE["anna"]["signing_key"]]}
    (folder / "keys.json").write_text(json.dumps(keys), encoding="utf-8")
    command = [sys.executable, str(READER), str(folder / "keys.json"), str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def first(name: str, file: Path) -> OpenedBundle:
    own, anna = (
        restore_identity(bytes.fromhex(PEOPLE[who]["signing_secret"]), PEOPLE[who]["identity"].encode())
        for who in (name, "anna")
    )
    known = {anna.public.sender_id: KnownSender(anna.public, Trust.CONFIRMED)}
    return open_bundle(file.read_bytes(), own, known)


@pytest.mark.parametrize(("name", "file"), READABLE)
def test_both_readers_see_the_same_units(tmp_path: Path, name: str, file: str) -> None:
    path = FIXTURES / f"{file}.forloeb"
    ours = [json.loads(line) for line in first(name, path).text.splitlines()]
    assert json.loads(second(tmp_path, name, path).stdout)["units"] == ours


@pytest.mark.parametrize(("name", "file"), READABLE)
def test_both_readers_see_the_same_header(tmp_path: Path, name: str, file: str) -> None:
    path = FIXTURES / f"{file}.forloeb"
    ours: Any = msgspec.to_builtins(first(name, path).header)
    assert json.loads(second(tmp_path, name, path).stdout)["header"] == ours


def test_the_fixtures_hold_what_they_were_made_of() -> None:
    opened = first("bo", FIXTURES / "to-bo.forloeb")
    assert [unit.kind.value for unit in opened.units()] == ["worker", "tombstone", "receipt"]


def test_the_second_reader_refuses_what_is_for_another(tmp_path: Path) -> None:
    result = second(tmp_path, "bo", FIXTURES / "to-carl.forloeb")
    assert (result.returncode, result.stderr) == (1, "not_for_me\n")


@pytest.mark.parametrize("name", ["anna.card", "bo-after-carl.card"])
def test_both_readers_hear_the_same_words(tmp_path: Path, name: str) -> None:
    card = read_card((FIXTURES / name).read_bytes())
    read = json.loads(second(tmp_path, "bo", FIXTURES / name).stdout)
    assert (read["sender"], tuple(read["words"])) == (card.sender_id, card_words(card))


def test_the_second_reader_is_short_and_on_its_own() -> None:
    source = READER.read_text(encoding="utf-8")
    names = {
        name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names])
    }
    assert len(source.splitlines()) < 150
    assert not any(name.startswith(("exit_desktop", "exchange")) for name in names)
