"""A file of services: there and back, in any dress of a spreadsheet; a wrong row is told, and nothing is half in."""

import errno
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exit_desktop.domain.directory import AnonymousAccess, Service, ServiceKind
from exit_desktop.domain.plans import FocusArea
from exit_desktop.errors import (
    DiskFull,
    Failure,
    ListTooLong,
    ListUnreadable,
    ListWithoutNames,
    NotPossibleNow,
    ServiceUnnamed,
)
from exit_desktop.services.desk import Desk
from exit_desktop.services.service_csv import Fate, read_service_file, write_service_file
from exit_desktop.services.service_files import bring_in, look_at_file, save_services
from exit_desktop.services.service_list import add_service, list_services, save_service, tidy_service
from exit_desktop.system import safe_write
from exit_desktop.system.language import Texts
from support.courses import uid

DA, EN = Texts("da"), Texts("en")
WHOLE = Service(
    "",
    "Åhuset; “nede”",
    "advice",
    "et sted",
    "+45 12 34 56 78\nTorvet 1",
    "=SUM(1)\n'ja'",
    FocusArea.SUBSTANCE_MISUSE,
    "Alle 🌿",
    AnonymousAccess.NO,
    date(2028, 2, 29),
)
BARE = Service("", "Bare", "værested")


def full(*_given: object) -> None:
    """Write as a full disk does."""
    raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_what_is_saved_comes_back_the_same(t: Texts) -> None:
    file = read_service_file(write_service_file((WHOLE, BARE), t), ())
    assert [row.service for row in file.rows] == [WHOLE, BARE]
    assert file.left_out == ()


def test_what_is_saved_is_here_already(desk: Desk, tmp_path: Path) -> None:
    for one in (WHOLE, BARE):
        save_service(desk, one)
    assert save_services(desk, tmp_path / "tilbud.csv", DA) == 2
    assert {row.fate for row in look_at_file(desk, tmp_path / "tilbud.csv").rows} == {Fate.SAME}


TEXT = st.text(max_size=30)
SERVICES = st.builds(
    Service,
    st.just(""),
    st.sampled_from(("", "Reden", "reden", "Ørnen")) | TEXT,
    st.sampled_from(("", *ServiceKind, "værested", "Læge")) | TEXT,
    TEXT,
    TEXT,
    TEXT,
    st.none() | st.sampled_from(FocusArea),
    TEXT,
    st.sampled_from(AnonymousAccess),
    st.none() | st.dates(),
)


@settings(deadline=None)
@given(st.lists(SERVICES, max_size=6), st.sampled_from([DA, EN]))
def test_whatever_the_directory_holds_it_knows_its_own_file(written: list[Service], t: Texts) -> None:
    here = []
    for number, one in enumerate(written):
        with suppress(ServiceUnnamed):
            here.append(replace(tidy_service(one), id=uid(number + 1)))
    rows = read_service_file(write_service_file(here, t), here).rows
    assert [row.fate for row in rows] == [Fate.SAME] * len(here)
    assert {row.service for row in rows} == set(here)


def test_one_name_in_two_kinds_is_two_services(desk: Desk) -> None:
    for kind in ("advice", "doctor"):
        save_service(desk, Service("", "Reden", kind, note=kind))
    text = "Name;Kind;Own notes\nReden;doctor;x\nReden;legal aid;y\nReden;exercise;z\n"
    rows = read_service_file(text.encode(), list_services(desk)).rows
    assert [(row.fate, row.service and row.service.kind) for row in rows] == [
        (Fate.DIFFERS, "doctor"),
        (Fate.DIFFERS, "legal_aid"),
        (Fate.NEW, "exercise"),
    ]


def test_a_service_of_a_kind_alone_is_called_by_it() -> None:
    (row,) = read_service_file(b"Name;Kind\n;doctor\n", ()).rows
    assert (row.name, row.fate, row.service) == ("doctor", Fate.NEW, Service("", "", "doctor"))


def test_no_half_character_and_no_control_is_kept(desk: Desk) -> None:
    kept = save_service(desk, Service("", "a\ud83d\x00", "doctor", note="én\r\nto\x0b\tre"))
    assert (kept.name, kept.note) == ("a\ufffd", "én\nto\tre")
    assert list_services(desk) == (kept,)


def test_no_cell_begins_a_formula() -> None:
    text = write_service_file((WHOLE,), DA).decode("utf-8-sig")
    assert "'+45" in text and "'=SUM" in text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_spreadsheet_can_make_the_file(encoding: str, separator: str, end: str) -> None:
    lines = (("Navn", "Slags", "Område", "Anonym adgang"), ("Åhuset på øen", "rådgivning", "Økonomi", "ja"))
    content = end.join(separator.join(line) for line in (*lines, ("", "", "", ""))).encode(encoding)
    (row,) = read_service_file(content, ()).rows
    assert row.service == Service("", "Åhuset på øen", "advice", area=FocusArea.FINANCES, anonymous=AnonymousAccess.YES)


def test_the_line_that_names_the_separator_is_no_row() -> None:
    (row,) = read_service_file(b"sep=,\r\nName,Kind\r\nA,doctor\r\n", ()).rows
    assert (row.name, row.line) == ("A", 3)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("Huset;Månen;;;", "“Månen” is none of the eight areas."),
        ("Huset;;måske;;", "“måske” under Anonymous access should be yes, no or nothing."),
        ("Huset;;;30.2.2026;", "“30.2.2026” is no date. Write it as 2026-11-23 or 23.11.2026."),
        (";Bolig;;;note", "The line has no name."),
        ("Huset;;;;note;mere", "The line has more fields than the first line names."),
        ("A;;;;", "The same name stands in line 2 already."),
        (f"{'x' * 201};;;;", "A text in the line is longer than 200 characters."),
    ],
)
def test_a_wrong_row_is_told_in_one_sentence(cells: str, words: str) -> None:
    content = f"Name;Area;Anonymous access;Last checked;Own notes\nA;;;;\n{cells}\n".encode()
    rows = read_service_file(content, ()).rows
    assert [row.fate for row in rows] == [Fate.NEW, Fate.WRONG]
    assert EN(rows[1].fault, **rows[1].values) == words


def test_one_wrong_row_keeps_all_of_it_out(desk: Desk) -> None:
    rows = read_service_file("Name;Area\nA;\nB;Månen\n".encode(), ()).rows
    with pytest.raises(NotPossibleNow):
        bring_in(desk, rows)
    assert list_services(desk) == ()


@pytest.mark.parametrize(
    ("content", "failure"),
    [
        (b"", ListWithoutNames),
        (b"\n\n", ListWithoutNames),
        (b"Huset;Bolig\n", ListWithoutNames),
        (b"Name;Name\nA;B\n", ListUnreadable),
        (b'Name;Kind\n"A;B\n', ListUnreadable),
        (b"PK\x03\x04\x00\x00\x00", ListUnreadable),
        ("Name;Kind\nA;B\n".encode("utf-16"), ListUnreadable),
        (b"Name\n" + b"A\n" * 5001, ListTooLong),
        (b"Name\n" + b"A" * (4 * 1024 * 1024), ListTooLong),
    ],
)
def test_a_file_that_is_no_list_is_refused(content: bytes, failure: type[Failure]) -> None:
    with pytest.raises(failure):
        read_service_file(content, ())


def test_a_folder_is_no_list(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ListUnreadable):
        look_at_file(desk, tmp_path)


def test_columns_that_mean_nothing_are_named() -> None:
    assert read_service_file(b"Name;Colour;Kind\nA;red;doctor\n", ()).left_out == ("Colour",)


def test_own_words_stay_unless_the_worker_says_otherwise(desk: Desk) -> None:
    mine = save_service(desk, replace(WHOLE, name="Huset", note="Min note"))
    rows = read_service_file(b"Name;Kind;Own notes\nHUSET;doctor;\n", (mine,)).rows
    assert [row.fate for row in rows] == [Fate.DIFFERS]
    assert bring_in(desk, rows) == 0
    assert list_services(desk) == (mine,)
    assert bring_in(desk, rows, change_held=True) == 1
    # An empty cell says nothing.
    assert list_services(desk) == (replace(mine, name="HUSET", kind="doctor"),)


def test_a_full_disk_leaves_the_file_that_was_there(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tilbud.csv"
    path.write_text("before")
    add_service(desk, "Huset", "")
    monkeypatch.setattr(safe_write, "_write_through", full)
    with pytest.raises(DiskFull):
        save_services(desk, path, DA)
    assert path.read_text() == "before"
