"""CSV files as teams write them, and what becomes of their rows."""

from collections.abc import Iterable
from pathlib import Path

from exit_desktop.services.csv_start import StartPreview, bring_in, preview_start, read_start_file
from exit_desktop.services.desk import Desk
from exit_desktop.system.language import Texts

AREAS = "Motivation;Egenomsorg;Økonomi;Netværk;Alkohol og stoffer;Fysisk helbred;Psykisk helbred;Tid;Bolig;Kriminalitet"
COURSE_HEAD = "Kaldenavn;Sprog;Første kontakt;Startdato;Fase 2 fra"


def go_on() -> None:
    """Nobody wants the work to stop."""


def write(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """Write a file of lines as a spreadsheet of Windows does."""
    path.write_bytes("\r\n".join((*lines, "")).encode(encoding))
    return path


def look(desk: Desk, *paths: Path) -> StartPreview:
    """Look at files without taking anything in."""
    return preview_start(desk, [read_start_file(desk, path).table for path in paths], go_on)


def take(desk: Desk, *paths: Path) -> StartPreview:
    """Look at files and take in what comes in."""
    preview = look(desk, *paths)
    bring_in(desk, preview, go_on)
    return preview


def told(preview: StartPreview) -> list[str]:
    """What each row is told to become, with its number, in English."""
    t = Texts("en")
    return [f"{one.row}: {one.words(t)}" for one in preview.fates]


def only(sentences: Iterable[str]) -> str:
    """The one sentence that there is."""
    (sentence,) = sentences
    return sentence
