"""The evaluation report from a command line."""

from commands.conftest import Shell


def test_the_report_is_one_document_in_which_small_numbers_are_hidden(shell: Shell) -> None:
    said = shell.run("report", "a", "--json", "--on", "2026-11-23")
    assert (said.code, said.err) == (0, "")
    assert (said.document["on"], said.document["threshold"]) == ("2026-11-23", 5)
    assert "5.2" in [table["table"] for table in said.document["tables"]]


def test_a_part_of_a_quarter_is_refused_in_a_sentence(shell: Shell) -> None:
    said = shell.run("report", "a", "--started-from", "2026-05-01")
    assert (said.code, said.out) == (1, "")
    assert "whole quarters" in said.err
