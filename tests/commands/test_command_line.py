"""How a command line is understood: words in any order, both languages, one sentence where it is not."""

from pathlib import Path

import pytest

from commands.conftest import Shell
from exit_desktop.commands import running
from exit_desktop.commands.arguments import COMMANDS, name_of
from exit_desktop.errors import DiskFull


def test_options_stand_before_or_after_the_command() -> None:
    after = name_of(["show", "v", "Rav", "--json", "--language", "da"])
    before = name_of(["--json", "--language", "da", "show", "v", "Rav"])
    assert after[0] == before[0] == "show"
    assert name_of(["--out=F", "plan", "v"]) == ("plan", ["--out=F", "v"])


def test_a_real_command_takes_its_options_from_both_sides(shell: Shell) -> None:
    said = shell.bare(
        *("--passphrase-file", "a.passphrase.txt", "--json", "show", "a", "--data-dir", "data", shell.citizens[0])
    )
    assert said.document["citizen"] == shell.citizens[0]


def test_the_answer_is_danish_unless_said_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    running.run_command(["--help"])
    danish = capsys.readouterr().out
    running.run_command(["--help", "--language", "en"])
    assert [name for name in COMMANDS if name not in danish] == []
    assert "Without a command, the window opens." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "which command"),
        ("--json", "which command"),
        ("weather", "“weather”"),
        ("show v", "CITIZEN"),
        ("show v Rav --colour", "--colour"),
        ("show v Rav --today tomorrow", "--today"),
        ("sharing v Rav perhaps", "sharing"),
        ("export v", "--to, --out"),
        ("dump v --out f", "--clear-text"),
        ("identity v --out f", "--clear-text"),
        ("new v --recovery-sheet f --worker ABCDEFGHIJKLM", "1 to 12"),
    ],
)
def test_what_is_not_understood_is_said_in_one_sentence(
    line: str, words: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    common = ["--language", "en", "--data-dir", str(tmp_path)] if line else ["--language", "en"]
    assert running.run_command([*line.split(), *common]) == 2
    said = capsys.readouterr()
    assert (said.out, words in said.err, said.err.count("\n")) == ("", True, 1)


def test_the_help_of_every_command_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        assert running.run_command([name, "--help", "--language", "en"]) == 0
        assert f"exit-desktop {name}" in capsys.readouterr().out


@pytest.mark.expects_log
def test_a_bug_is_told_without_its_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(_name: str) -> None:
        raise ValueError("Mågen")

    monkeypatch.setattr(running, "_function", fail)
    assert running.run_command(["check", "v", "--data-dir", str(tmp_path), "--language", "en"]) == 1
    said = capsys.readouterr()
    assert ("Mågen" in said.err + said.out, "Something unexpected" in said.err) == (False, True)


def test_an_expected_failure_is_told_as_its_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fill(_name: str) -> None:
        raise DiskFull

    monkeypatch.setattr(running, "_function", fill)
    assert running.run_command(["check", "v", "--data-dir", str(tmp_path), "--language", "en"]) == 1
    assert capsys.readouterr().err == DiskFull.sentence + "\n"


def test_a_data_folder_that_cannot_be_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert running.run_command(["check", "v", "--data-dir", str(tmp_path / "file" / "in"), "--language", "en"]) == 1
    assert "--data-dir" in capsys.readouterr().err
