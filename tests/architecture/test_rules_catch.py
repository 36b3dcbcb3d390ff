"""Each rule is tried on a line that breaks it: a rule that finds nothing proves nothing."""

from pathlib import Path

import pytest

from architecture import source_reading, test_source_rules
from architecture.source_reading import read_source

RULES = test_source_rules
BROKEN = {
    RULES.test_sql_is_literal_text: 'c.execute(f"SELECT {x}")',
    RULES.test_no_script_commits_behind_our_back: "c.executescript(SQL)",
    RULES.test_the_vault_is_keyed_at_one_place: "c.set_key(a)\nc.set_key(b)",
    RULES.test_the_engine_is_opened_at_one_place: "dbapi2.connect(a)\ndbapi2.connect(b)",
    RULES.test_colours_live_in_one_table_for_the_screen_and_one_for_paper: 'ink = "#2a3b4c"',
    RULES.test_only_the_borders_catch_everything: "try:\n  a()\nexcept (KeyError, Exception):\n  b()",
    RULES.test_nothing_reaches_the_network: "from PySide6 import QtNetwork",
    RULES.test_no_dialog_writes_down_which_folders_were_seen: "from PySide6.QtWidgets import QFileDialog",
    RULES.test_time_is_read_at_one_place: "date.today()",
    RULES.test_sentences_are_whole_literals: 't("Day " + str(day))',
    RULES.test_no_drawer_for_everything: "class CourseManager: ...",
}


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.__name__)
def test_a_broken_line_is_found(rule: object, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (read_source("domain/broken.py", BROKEN[rule]),)  # type: ignore[index]  # the rules are the keys
    monkeypatch.setattr(source_reading, "sources", lambda folder=Path(): broken)
    with pytest.raises(AssertionError):
        rule()  # type: ignore[operator]  # each rule is a function without arguments
