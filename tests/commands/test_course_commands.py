"""show, plan, sheet, sharing, dump and load, each as a real process."""

import json

import pypdf
import pytest

from commands.conftest import Shell


def words_on(shell: Shell, name: str) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(shell.folder / name).pages)


def test_show_tells_where_every_course_stands(shell: Shell) -> None:
    documents = [
        shell.run("show", "a", alias.upper(), "--json", "--today", "2026-11-23").document
        for alias in shell.citizens[:2]
    ]
    for document in documents:
        assert {"citizen", "phase", "day", "start", "due", "who5", "areas", "change", "class"} <= document.keys()
        assert (len(document["areas"]), document["phase"] in range(4)) == (10, True)
        assert all(one["index"] in (None, 4 * (one["raw"] or 0)) for one in document["who5"])


def test_another_day_moves_the_day_of_the_course(shell: Shell) -> None:
    today = shell.run("show", "a", shell.citizens[0], "--json", "--today", "2026-11-23").document
    later = shell.run("show", "a", shell.citizens[0], "--json", "--today", "2026-11-25").document
    moved = 0 if today["start"] is None or today["state"] == "closed" else 2
    assert later["day"] - today["day"] == moved


def test_show_speaks_both_languages(shell: Shell) -> None:
    said = {language: shell.run("show", "a", shell.citizens[0], language=language).out for language in ("da", "en")}
    assert said["da"] != said["en"]
    assert said["da"].splitlines()[0] == said["en"].splitlines()[0] == shell.citizens[0]


def test_an_unknown_citizen_is_told(shell: Shell) -> None:
    said = shell.run("show", "a", "nobody")
    assert (said.code, "No citizen has that name here" in said.err) == (1, True)


def test_the_plan_is_written_without_the_alias_unless_ticked(shell: Shell) -> None:
    alias = shell.citizens[0]
    assert shell.run("plan", "a", alias, "--out", "p.pdf").code == 0
    assert shell.run("plan", "a", alias, "--out", "p2.pdf", "--with-id", "--large").code == 0
    assert (alias in words_on(shell, "p.pdf"), alias in words_on(shell, "p2.pdf")) == (False, True)


def test_the_sheet_is_written_again_over_the_old_one(shell: Shell) -> None:
    for _ in range(2):
        said = shell.run("sheet", "a", shell.citizens[0], "--out", "s.pdf", "--json")
        assert said.code == 0, said.err
    assert words_on(shell, "s.pdf")


@pytest.mark.parametrize(("out", "words"), [("a/p.pdf", "for the vault alone"), ("no/p.pdf", "no folder for “p.pdf”")])
def test_a_paper_goes_neither_among_the_vaults_files_nor_nowhere(shell: Shell, out: str, words: str) -> None:
    said = shell.run("plan", "a", shell.citizens[0], "--out", out)
    assert (said.code, words in said.err) == (1, True)


def test_an_empty_course_gives_blank_papers(shell: Shell) -> None:
    line = {"unit": "course", "schema": 1, "body": new_course("Ler")}
    shell.file("in.jsonl", json.dumps(line) + "\n")
    assert shell.run("load", "a", "in.jsonl", "--json").document["added"] == 1
    for command in ("plan", "sheet"):
        said = shell.run(command, "a", "ler", "--out", f"{command}.pdf", "--json")
        assert (said.code, said.document["blank"]) == (0, True)
        assert len(pypdf.PdfReader(shell.folder / f"{command}.pdf").pages) >= 1


def new_course(alias: str) -> dict[str, object]:
    """The least that a course line holds."""
    return {
        "id": "a" * 32,
        "wire_id": "b" * 32,
        "wire_code": "AAAA-BBBB",
        "owner": "c" * 32,
        "citizen": {"id": "d" * 32, "alias": alias},
        "calendar": {"orientation_on": "2026-11-01"},
        "revision": 1,
    }


def test_sharing_is_written_down_and_shown(shell: Shell) -> None:
    assert shell.run("sharing", "a", shell.citizens[0], "coded").code == 0
    assert shell.run("show", "a", shell.citizens[0], "--json").document["sharing"] == "coded"


def test_an_anonymous_course_is_never_shared_whole(shell: Shell) -> None:
    line = {"unit": "course", "schema": 1, "body": {**new_course("Ler"), "anonymous": True}}
    shell.file("in.jsonl", json.dumps(line) + "\n")
    shell.run("load", "a", "in.jsonl")
    said = shell.run("sharing", "a", "Ler", "full")
    assert (said.code, "never shared whole" in said.err) == (1, True)


def test_a_dump_of_practice_loads_into_another_vault_once(shell: Shell) -> None:
    assert shell.run("dump", "a", "--out", "x.jsonl", "--clear-text").code == 0
    first, second = (shell.run("load", "b", "x.jsonl", "--json").document for _ in range(2))
    assert (first["added"], first["renamed"] <= 1) == (6, True)
    assert (second["added"], second["already_here"]) == (0, 6)


def test_what_was_loaded_is_dumped_the_same(shell: Shell) -> None:
    shell.run("dump", "a", "--out", "x.jsonl", "--clear-text")
    shell.run("load", "b", "x.jsonl")
    shell.run("dump", "b", "--out", "y.jsonl", "--clear-text")
    assert courses_in(shell, "x.jsonl").items() <= courses_in(shell, "y.jsonl").items()


def courses_in(shell: Shell, name: str) -> dict[str, dict[str, object]]:
    """Return the courses of a dump by id, without what a load changes."""
    lines = map(json.loads, (shell.folder / name).read_text("utf-8").splitlines())
    bodies = [line["body"] for line in lines if line["unit"] == "course"]
    return {body["id"]: {key: body[key] for key in body if key not in ("owner", "ownership")} for body in bodies}


def test_an_old_dump_is_not_written_over(shell: Shell) -> None:
    shell.file("x.jsonl", "old")
    said = shell.run("dump", "a", "--out", "x.jsonl", "--clear-text")
    assert (said.code, (shell.folder / "x.jsonl").read_text("utf-8")) == (1, "old")
    assert shell.run("dump", "a", "--out", "x.jsonl", "--clear-text", "--force").code == 0


def test_a_broken_line_is_named_and_loads_nothing(shell: Shell) -> None:
    shell.file("in.jsonl", json.dumps({"unit": "course", "schema": 1, "body": new_course("Ler")}) + "\n{nonsense\n")
    said = shell.run("load", "a", "in.jsonl")
    assert (said.code, "Line 2" in said.err) == (1, True)
    assert shell.run("show", "a", "Ler").code == 1


def test_a_dump_that_is_not_there_is_told(shell: Shell) -> None:
    said = shell.run("load", "a", "nowhere.jsonl")
    assert (said.code, "“nowhere.jsonl”" in said.err) == (1, True)
