"""The lock says the same as pyproject.toml, holds a hash for everything and names no address."""

import re
import tomllib

import pytest

from architecture.source_reading import ROOT

LOCKS = ["requirements.txt", "requirements-runtime.txt"]


def _text(name: str) -> str:
    return (ROOT / "installer" / name).read_text("utf-8")


def _pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", _text(name), re.MULTILINE))


def test_the_wishes_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wished = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    assert _text("requirements.in").splitlines()[1:] == wished, "run: python3 installer/dev.py lock"


@pytest.mark.parametrize("name", LOCKS)
def test_everything_is_pinned_with_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", _text(name).strip())
    assert [block.split()[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", [*LOCKS, "requirements.in"])
def test_no_address_stands_in_the_lock(name: str) -> None:
    assert re.search(r"://|index-url|find-links", _text(name)) is None


def test_the_program_is_locked_to_what_it_is_tested_with() -> None:
    assert _pins("requirements-runtime.txt").items() <= _pins("requirements.txt").items()
