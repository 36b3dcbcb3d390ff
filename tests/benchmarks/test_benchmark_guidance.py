"""How soon the guidance answers a key: the search alone, and the page with its list and text painted anew.

Repeat: `python -m pytest -m benchmark tests/benchmarks/test_benchmark_guidance.py`.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.measuring import Table, side_by_side
from exit_desktop.services.desk import Desk
from exit_desktop.services.finding import words_of
from exit_desktop.services.guidance import read_guidance
from exit_desktop.system.language import Texts
from exit_desktop.system.paths import Places
from exit_desktop.system.preferences import Preferences
from exit_desktop.system.resources import resource_folder
from exit_desktop.ui.frame import Frame, Parts
from exit_desktop.ui.guidance.guidance_page import GuidancePage
from exit_desktop.ui.jobs import Jobs
from exit_desktop.ui.session import Session
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.work_services import draft_store

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(300)]
# What a worker types, letter by letter; each letter is a search of its own.
TYPED = [word[: at + 1] for word in ("underretning", "hvem ved", "gæld", "søvn") for at in range(len(word))]


def through_the_files() -> None:
    """Search as a program would that keeps nothing: read every file for every letter."""
    for asked in TYPED:
        for path in sorted((resource_folder("guidance") / "da").glob("*.md")):
            words = words_of(path.read_text(encoding="utf-8"))
            all(any(word.startswith(one) for word in words) for one in words_of(asked))


def test_the_search_alone(table: Table) -> None:
    guidance = read_guidance("da")
    mine, theirs = side_by_side(lambda: [guidance.find(asked) for asked in TYPED], through_the_files, 5)
    table.tell(f"the guidance searched for {len(TYPED)} letters; reading the files each time", mine, theirs, "")


@pytest.fixture
def session(qapp: QApplication, desk_of: Callable[[int], Desk], places: Places) -> Iterator[Session]:
    """A session in Danish at a small vault."""
    desk, jobs, theme = desk_of(20), Jobs(), Theme(qapp)
    frame = Frame(Parts(Texts("da"), desk.clock, theme, jobs, places, Preferences()))
    made = Session(desk, frame, draft_store(desk))
    yield made
    made.drafts.clear()
    jobs.close()
    theme.deleteLater()


def test_a_letter_typed_on_the_page(table: Table, session: Session, qtbot: QtBot) -> None:
    page = GuidancePage(session)
    qtbot.addWidget(page)
    page.resize(860, 640)
    with qtbot.waitExposed(page):
        page.show()

    def type_all() -> None:
        for asked in TYPED:
            page.search.setText(asked)
            QApplication.processEvents()

    def bare() -> None:
        for asked in TYPED:
            page.search.blockSignals(True)
            page.search.setText(asked)
            page.search.blockSignals(False)
            QApplication.processEvents()

    mine, theirs = side_by_side(type_all, bare, 5)
    words = f"{len(TYPED)} letters typed in the guidance's search; the field alone"
    table.tell(words, mine, theirs, f"<= {16 * len(TYPED)} ms")
