"""CSV as it comes out of Danish and English spreadsheets: marks, letters, quotation, and what is no table at all."""

from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.services.csv_start import FileKind, read_start_file
from exit_desktop.services.desk import Desk
from support.start_files import AREAS, COURSE_HEAD, look, told, write

GOOD = "Måge;dansk;1.6.2026;2.7.2026;"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_danish_letters_come_through(desk: Desk, tmp_path: Path, encoding: str) -> None:
    preview = look(desk, write(tmp_path / "a.csv", COURSE_HEAD, GOOD, encoding=encoding))
    assert [course.citizen.alias for course in preview.new] == ["Måge"]


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_any_usual_mark_divides_the_cells(desk: Desk, tmp_path: Path, mark: str) -> None:
    preview = look(desk, write(tmp_path / "a.csv", COURSE_HEAD.replace(";", mark), GOOD.replace(";", mark)))
    assert told(preview) == ["2: Comes in."]


def test_english_headings_are_understood(desk: Desk, tmp_path: Path) -> None:
    preview = look(desk, write(tmp_path / "a.csv", "alias,language,Start_Date", "Wave,English,2026-07-02"))
    assert preview.new[0].citizen.language == "en"


def test_quotation_marks_hold_a_cell_together(desk: Desk, tmp_path: Path) -> None:
    preview = look(desk, write(tmp_path / "a.csv", '"alias","start date"', '"Wave, the ""big"" one","2026-07-02"'))
    assert preview.new[0].citizen.alias == 'Wave, the "big" one'


def test_empty_lines_and_cells_behind_the_last_do_no_harm(desk: Desk, tmp_path: Path) -> None:
    preview = look(desk, write(tmp_path / "a.csv", "sep=;", COURSE_HEAD, "", ";;;;", GOOD + ";;;"))
    assert told(preview) == ["4: Comes in."]


def test_a_row_with_too_many_cells_stays_out(desk: Desk, tmp_path: Path) -> None:
    preview = look(desk, write(tmp_path / "a.csv", COURSE_HEAD, GOOD + ";hov"))
    assert told(preview) == ["2: Stays out: it has more cells than the first line; look for a mark too many."]


def test_a_short_row_is_read_as_far_as_it_goes(desk: Desk, tmp_path: Path) -> None:
    assert told(look(desk, write(tmp_path / "a.csv", COURSE_HEAD, "Måge;;1.6.2026"))) == ["2: Comes in."]


WRONG: dict[str, tuple[bytes, type[errors.Failure]]] = {
    "empty": (b"", errors.StartFileEmpty),
    "only a mark of order": (b"\xef\xbb\xbf \r\n", errors.StartFileEmpty),
    "only headings": (COURSE_HEAD.encode(), errors.StartFileEmpty),
    "only marks": (b";;;;\r\n;;;;", errors.StartFileEmpty),
    "a spreadsheet": (b"PK\x03\x04\x14\x00\x06\x00", errors.StartFileNotText),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), errors.StartFileNotText),
    "two bytes a letter": ("alias;start date\nA;2026-07-02".encode("utf-16"), errors.StartFileNotText),
    "no headings": (b"Anna;1.2.2026\nBo;1.2.2026", errors.StartFileUnknown),
    "no name": (b"startdato;sprog\n1.2.2026;dansk", errors.StartFileUnknown),
    "a column twice": (b"alias;startdato;start date\nA;1.2.2026;2.2.2026", errors.StartFileColumnTwice),
    "an open quotation": (b'alias;startdato\n"A;1.2.2026\nB;1.2.2026', errors.StartFileQuoteOpen),
    "too many rows": (b"alias;startdato\n" + b"A;1.2.2026\n" * 2001, errors.StartFileTooLarge),
    "too many bytes": (b"alias;startdato\n" + b"A" * 2_000_001, errors.StartFileTooLarge),
    "one endless cell": (b"alias;startdato\n" + b"A" * 200_000 + b";1.2.2026", errors.StartFileQuoteOpen),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_read_is_told_as_what_it_is(desk: Desk, tmp_path: Path, case: str) -> None:
    content, failure = WRONG[case]
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(failure):
        read_start_file(desk, tmp_path / "a.csv")


def test_each_kind_of_file_is_known_by_its_headings(desk: Desk, tmp_path: Path) -> None:
    courses = write(tmp_path / "a.csv", COURSE_HEAD, GOOD)
    readings = write(tmp_path / "b.csv", f"Kaldenavn;Dato;{AREAS}", "Måge;2.7.2026;" + ";".join("5" * 10))
    assert [read_start_file(desk, path).table.kind for path in (courses, readings)] == list(FileKind)
