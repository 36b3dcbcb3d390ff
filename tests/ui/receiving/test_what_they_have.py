"""A worker sees what the coordinator has, what is missing and deleted there, and types a code read out."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exit_desktop.errors import ReceiptCodeMistyped
from exit_desktop.services.receiving import (
    CalledBack,
    CodeSays,
    CodeTaken,
    CoordinatorHas,
    CourseThere,
    ReceiptOutcome,
    TombstoneReason,
    UnansweredPackage,
)
from exit_desktop.system.language import Texts
from exit_desktop.ui.receiving.there_lines import there_lines, there_words
from exit_desktop.ui.sharing.page import SharingTab
from support.fake_receiving import FakeReceiving
from support.window_reading import words_in_sight
from ui.receiving.conftest import OpenPage, Wait

TODAY = date(2026, 11, 23)
OLD, NEW = date(2026, 11, 2), date(2026, 11, 22)
THERE = CourseThere("Mågen", "a1", "ef", "KOORD", 16, OLD, 16, NEW, ReceiptOutcome.TAKEN, False, False)
UNKNOWN = replace(THERE, has_revision=None, confirmed_on=None, outcome=None, missing=True)


def spoken(*, course: CourseThere | None = None, back: CalledBack | None = None) -> str:
    """The only line, as a screen reader says it."""
    there = CoordinatorHas((course,) if course else (), (), (back,) if back else ())
    (line,) = there_lines(there, TODAY, Texts("en"))
    return line.spoken


@pytest.mark.parametrize(
    ("course", "words"),
    [
        (THERE, "Mågen. KOORD has version 16, said 22 November 2026"),
        (replace(THERE, changed_since=True), "Mågen. KOORD has version 16, said 22 November 2026 · written in since"),
        (replace(UNKNOWN, sent_on=NEW), "Mågen. version 16 sent 22 November 2026, no receipt yet"),
        (
            UNKNOWN,
            "Mågen. version 16 sent 2 November 2026, no receipt yet. "
            "It is not known whether this came. Send it again, or ask KOORD",
        ),
        (
            replace(THERE, outcome=ReceiptOutcome.CONFLICT),
            "Mågen. KOORD has two writings of version 16, said 22 November 2026",
        ),
    ],
)
def test_what_is_known_of_a_course(course: CourseThere, words: str) -> None:
    assert spoken(course=course) == words


@pytest.mark.parametrize(
    ("forgotten", "words"),
    [
        (NEW, "A course that you deleted. Deleted at KOORD on 22 November 2026"),
        (
            None,
            "A course that you deleted. called back from KOORD 2 November 2026. "
            "KOORD has not said that it is deleted. Send a package, and ask for the receipt",
        ),
    ],
)
def test_a_deletion_is_followed_to_its_end(forgotten: date | None, words: str) -> None:
    assert spoken(back=CalledBack("ef", "KOORD", TombstoneReason.ERASED, OLD, forgotten)) == words


def test_how_many_are_there_is_told_in_a_sentence() -> None:
    there = CoordinatorHas((THERE, UNKNOWN), (), ())
    assert there_words(there, Texts("en")) == "1 of 2 courses are known to be there as you last sent them."


def test_a_place_for_a_code_stands_where_something_was_sent(open_page: OpenPage, fake: FakeReceiving) -> None:
    fake.there = CoordinatorHas((), (UnansweredPackage(1, "ef", "KOORD", 4, NEW, 2),), ())
    page = open_page(SharingTab.THERE)
    assert page.there.code.isVisible()


def test_without_anything_sent_the_first_step_is_offered(open_page: OpenPage) -> None:
    page = open_page(SharingTab.THERE)
    page.there._send.click()
    assert page.tabs.currentIndex() == SharingTab.SEND


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (CodeSays.ALL_TAKEN, "Package 4, sent 22 November 2026: KOORD has all of it."),
        (CodeSays.NOT_ALL, "Package 4, sent 22 November 2026, came to KOORD, but not all of it is taken in."),
    ],
)
def test_a_code_that_was_read_out_tells_the_package(
    open_page: OpenPage, fake: FakeReceiving, wait: Wait, says: CodeSays, words: str
) -> None:
    fake.there = CoordinatorHas((), (UnansweredPackage(1, "ef", "KOORD", 4, NEW, 2),), ())
    fake.code_answer = CodeTaken("KOORD", 4, NEW, says)
    page = open_page(SharingTab.THERE)
    QTest.keyClicks(page.there.code, "7k3m q2px 9tza")
    QTest.keyClick(page.there.code, Qt.Key.Key_Return)
    wait()
    assert words in words_in_sight(page.there)


def test_a_code_that_was_heard_wrong_stays_to_be_mended(open_page: OpenPage, fake: FakeReceiving) -> None:
    fake.there = CoordinatorHas((), (UnansweredPackage(1, "ef", "KOORD", 4, NEW, 2),), ())
    fake.code_answer = ReceiptCodeMistyped()
    page = open_page(SharingTab.THERE)
    page.there.code.setText("7K3M")
    page.there.write.click()
    assert page.there.code.text() == "7K3M"
    assert "That is not a receipt code" in words_in_sight(page.there)
