"""The documents for officers and engineers name the figures that the code works with, and files that are there."""

import re
from pathlib import Path

import pytest

from exit_desktop.domain.today_rows import RETENTION_MONTHS
from exit_desktop.services.backups import KEPT_DAYS
from exit_desktop.services.bin import DAYS_IN_BIN
from exit_desktop.services.closing import FEWEST_MONTHS
from exit_desktop.services.settings import LONGEST_IDLE, SHORTEST_IDLE, USUAL_IDLE_MINUTES
from exit_desktop.ui.quick_hide import LOCKS_AFTER_S
from exit_desktop.vault.keys import MEBIBYTE, STRONG

DOCS = Path(__file__).resolve().parents[2] / "resources" / "docs"
SOURCE = DOCS.parents[1] / "src" / "exit_desktop"
FIGURES = {
    "threat-model.md": (
        f"{STRONG.memory_kib // MEBIBYTE} MiB, {STRONG.passes} passes, {STRONG.lanes} lanes",
        f"{USUAL_IDLE_MINUTES} idle minutes ({SHORTEST_IDLE} to {LONGEST_IDLE})",
        f"locks after {LOCKS_AFTER_S} seconds",
    ),
    "data-protection.en.md": (
        f"at most {KEPT_DAYS} days old",
        f"after {USUAL_IDLE_MINUTES} minutes without a",
        f"({SHORTEST_IDLE} to {LONGEST_IDLE} can be set)",
        f"locks after {LOCKS_AFTER_S} seconds",
        f"{RETENTION_MONTHS} months after its end unless set otherwise (at least {FEWEST_MONTHS})",
        f"in the bin for {DAYS_IN_BIN} days",
    ),
    "databeskyttelse.da.md": (
        f"højst {KEPT_DAYS} dage gamle",
        f"efter {USUAL_IDLE_MINUTES} minutter uden",
        f"(kan sættes fra {SHORTEST_IDLE} til {LONGEST_IDLE})",
        f"låser efter {LOCKS_AFTER_S} sekunder",
        f"{RETENTION_MONTHS} måneder efter afslutningen (kan sættes, mindst {FEWEST_MONTHS})",
        f"i papirkurven i {DAYS_IN_BIN} dage",
    ),
}


@pytest.mark.parametrize("name", FIGURES)
def test_the_figures_are_those_of_the_code(name: str) -> None:
    told = " ".join((DOCS / name).read_text(encoding="utf-8").split())
    assert [figure for figure in FIGURES[name] if figure not in told] == []


def test_what_the_threat_model_points_to_is_there() -> None:
    told = (DOCS / "threat-model.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.py)?)`", told)
    assert len(named) > 15
    roots = (SOURCE, DOCS.parents[1])
    assert [one for one in named if not any((root / one).exists() for root in roots)] == []


def test_both_languages_tell_the_same_headings() -> None:
    both = [(DOCS / name).read_text(encoding="utf-8") for name in ("databeskyttelse.da.md", "data-protection.en.md")]
    assert len({(text.count("\n## "), text.count("\n|"), text.count("\n- ")) for text in both}) == 1
