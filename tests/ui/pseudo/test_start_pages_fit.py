"""The pages before a vault is open, in a language 40 % longer: every word is marked, and none is clipped."""

import re
from collections.abc import Iterator

import pytest

from exit_desktop.system.language import Texts
from exit_desktop.system.preferences import Theme as Colours
from exit_desktop.system.resources import resource_folder
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.start.start_area import StartArea, StartWith
from support.places_to_go import settle
from support.pseudo_language import PseudoTexts, without_marked
from support.start_places import START_PLACES, TWO, StartPlace
from support.text_geometry import read_texts, without_room

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]
LOOKS = ((1280, 720, 100), (1280, 720, 150), (1920, 1080, 200))
# Names of vaults and languages, of keys and of the program; the words that chance draws are Danish everywhere.
SAME_EVERYWHERE = re.compile(r"Odense|Skive|Dropbox|K7|Forløb|Dansk|English|Caps Lock|Ctrl|Enter|Esc")
LETTERS = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture
def t() -> Texts:
    """The language that nobody speaks."""
    return PseudoTexts()


@pytest.fixture
def window(frame: Frame) -> Iterator[MainWindow]:
    """A window with two vaults to choose from, none of them open."""
    made = MainWindow(frame, StartArea(frame, StartWith(TWO)))
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize("place", START_PLACES, ids=lambda place: place.name)
def test_every_word_before_the_vault_is_marked(place: StartPlace, window: MainWindow) -> None:
    drawn = set((resource_folder("words") / "passphrase_da.txt").read_text(encoding="utf-8").split())
    place.go(window)
    settle()
    rests = (LETTERS.findall(SAME_EVERYWHERE.sub(" ", without_marked(text.words))) for text in read_texts(window))
    assert {word for rest in rests for word in rest if word not in drawn} == set()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}x{look[1]}-{look[2]}")
def test_no_word_before_the_vault_is_clipped(look: tuple[int, int, int], window: MainWindow, frame: Frame) -> None:
    width, height, scale = look
    frame.theme.use(Colours.LIGHT, scale)
    window.resize(width, height)
    found: set[str] = set()
    for place in START_PLACES:
        place.go(window)
        settle()
        if window.width() > width or window.height() > height:
            found.add(f"{place.name}: the window grew to {window.width()}x{window.height()}")
        found |= {f"{place.name}: {told}" for told in without_room(window)}
    if found:
        pytest.fail("\n".join(sorted(found)))
