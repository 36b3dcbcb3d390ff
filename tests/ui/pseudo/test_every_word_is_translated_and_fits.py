"""In a language 40 % longer than English every word is marked as translated, and none is clipped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from exit_desktop.instruments.definition import Wording
from exit_desktop.services.courses import list_courses, load_course
from exit_desktop.services.guidance import read_guidance
from exit_desktop.services.practice import PracticeVault
from exit_desktop.services.service_files import starter_entries
from exit_desktop.services.service_list import list_services
from exit_desktop.system.language import Texts
from exit_desktop.system.preferences import Theme as Colours
from exit_desktop.system.resources import resource_folder
from exit_desktop.ui.course.readings import question_row
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.papers.pages import Pages
from exit_desktop.ui.together import window as together
from support.open_window import Opened, dozen, open_window
from support.places_to_go import EVERYWHERE, IN_THE_FILE, PAGES, TABS, Place, close_dialogs, settle
from support.pseudo_language import PseudoTexts, pseudo_wording, without_marked
from support.rare_dialogs import RARE
from support.receiving_places import ASKING, FULL
from support.text_geometry import read_texts, without_room

__all__ = ["dozen"]
pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

# Names of keys and of the program, and each language in its own words: the same in every language.
SAME_EVERYWHERE = re.compile(r"Ctrl|Shift|Alt|Esc|Enter|Tab|Forløb|F\d+|Dansk|English")
# Where words are drawn by chance, Danish ones in every language, and from which list.
DRAWN_AT = {"passphrase": "passphrase_da.txt", "sharing-cards": "card-words.txt"}
LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Look:
    """A size of window and of what is in it."""

    width: int
    height: int
    scale: int


TIGHTEST = Look(1280, 720, 150)
# At 100 % there is more room in the same window; at 200 % in a large one there is more than at 150 % in a small one.
LOOKS = (TIGHTEST, Look(1920, 1080, 200))
LARGE = (*PAGES, *TABS, *FULL)
ALL = (*EVERYWHERE, *RARE, *FULL, *ASKING)


@pytest.fixture
def t() -> Texts:
    """The language that nobody speaks."""
    return PseudoTexts()


@pytest.fixture(autouse=True)
def _long_instruments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Wording, "of", pseudo_wording)
    monkeypatch.setattr(question_row, "Texts", lambda _language: PseudoTexts())
    monkeypatch.setattr(together, "Texts", lambda _language: PseudoTexts())


@pytest.fixture
def opened(frame: Frame, dozen: PracticeVault, tmp_path: Path) -> Iterator[Opened]:
    """The window, in words that are too long."""
    with open_window(frame, dozen, tmp_path / "copy") as made:
        yield made


def strings_in(value: object) -> Iterator[str]:
    """Yield every text inside a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from strings_in(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))


def words_of_the_vault(opened: Opened) -> list[str]:
    """Everything that stands in the vault, and what ships in each language by itself, the longest first."""
    desk = opened.work.session.desk
    courses = [load_course(desk, row.course_id) for row in list_courses(desk)]
    shipped = (read_guidance(PseudoTexts().language).texts, starter_entries(PseudoTexts().language))
    found = {*strings_in(courses), *strings_in(list_services(desk)), *strings_in(shipped)}
    found |= {desk.who, desk.vault.folder.name, *IN_THE_FILE}
    lines = {line.strip() for text in found for line in (text, *text.splitlines())}
    return sorted((line for line in lines if len(line) > 1), key=len, reverse=True)


def unmarked(text: str, data: list[str]) -> str:
    """Return the letters of a text that are neither marked nor data."""
    rest = without_marked(text)
    for one in data:
        if one in rest:
            rest = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", " ", rest)
    return " ".join(LETTERS.findall(SAME_EVERYWHERE.sub(" ", rest)))


def drawn_at(place: str) -> list[str]:
    """Return the words that chance may bring to a place."""
    list_of_words = DRAWN_AT.get(place)
    return (resource_folder("words") / list_of_words).read_text(encoding="utf-8").split() if list_of_words else []


def expect_none(found: set[str]) -> None:
    """Fail with everything that was found, a line each."""
    if found:
        pytest.fail("\n".join(sorted(found)))


def _standing(front: QWidget, _work: object) -> QWidget:
    return front


def at_every_place(opened: Opened, places: tuple[Place, ...] = ALL) -> Iterator[Place]:
    """Go from place to place; what is looked at stands in front then."""
    for place in places:
        front = place.go(opened.work)
        settle()
        yield Place(place.name, partial(_standing, front))
        close_dialogs(opened.window)


def unmarked_at(place: str, front: QWidget, data: list[str]) -> set[str]:
    """Return what stands unmarked in a window, and where."""
    # A paper speaks the language of whoever is to read it.
    texts = [text for text in read_texts(front) if not isinstance(text.widget, Pages)]
    rests = [(text, unmarked(text.words, data)) for text in texts]
    by_chance = set(drawn_at(place))
    return {f"{place}: {text}: not marked: {rest}" for text, rest in rests if not set(rest.split()) <= by_chance}


def test_every_word_of_a_menu_is_marked(opened: Opened) -> None:
    data = words_of_the_vault(opened)
    EVERYWHERE[-1].go(opened.work)
    words = [action.text() for menu in opened.window.findChildren(QMenu) for action in menu.actions()]
    assert words
    assert [word for word in words if unmarked(word, data)] == []


def test_a_word_that_is_not_translated_is_seen() -> None:
    assert unmarked("⟦Péoplé⟧ and ⟦žé ⟦7⟧ ñ⟧ Mågen", ["Mågen"]) == "and"


def titles_shown() -> set[str]:
    """Return what the system shows of every window."""
    return {one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.width}x{look.height}-{look.scale}")
def test_every_word_is_marked_and_none_is_clipped(look: Look, opened: Opened, frame: Frame) -> None:
    frame.theme.use(Colours.LIGHT, look.scale)
    opened.window.resize(look.width, look.height)
    settle()
    data = words_of_the_vault(opened)
    found: set[str] = set()
    # One walk for all: what is marked, and what a title tells, is the same at every size.
    for place in at_every_place(opened, ALL if look is TIGHTEST else LARGE):
        front = place.go(opened.work)
        if front is opened.window and (front.width() > look.width or front.height() > look.height):
            found.add(f"{place.name}: the window grew to {front.width()}x{front.height()}")
        found |= {f"{place.name}: {told}" for told in without_room(front)}
        if look is TIGHTEST:
            found |= unmarked_at(place.name, front, data)
            found |= {f"{place.name}: a title tells: {title}" for title in titles_shown() - {"", "Forløb"}}
    expect_none(found)
