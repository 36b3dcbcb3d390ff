"""Together mode can be read at arm's length, touched with a finger, heard, and understood."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.answers import Answer
from exit_desktop.instruments.definition import Instrument, Kind, Question, Scoring, Section, Wording
from exit_desktop.services.together import Afterwards
from exit_desktop.system.language import Texts
from exit_desktop.system.preferences import Theme as Look
from exit_desktop.ui.session import Session
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.together.measures import Measures
from exit_desktop.ui.together.question_page import Asked, QuestionPage
from exit_desktop.ui.together.quiet_pages import AfterPage
from exit_desktop.ui.together.walk import Stop
from support.lix import lix, words_of
from support.places_to_go import settle
from support.text_geometry import without_room
from support.together_mode import Citizen

EASY, ENOUGH_WORDS = 35, 40
FINGER = 48
PAID = "Have you been paid for a sexual service within the last month?"
SIZES = [(1280, 720, 100), (1280, 720, 200), (1920, 1080, 200), (800, 600, 150)]


def page_of(citizen: Citizen) -> QuestionPage:
    """The question in sight."""
    assert isinstance(citizen.window.page, QuestionPage)
    return citizen.window.page


def answers_out_of_sight(page: QuestionPage) -> list[str]:
    """The answers that have to be scrolled for."""
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    view = area.viewport()
    inside = [b for b in page.place.findChildren(QAbstractButton) if not view.isAncestorOf(b) or b.isVisible()]
    return [
        b.text() for b in inside if not view.rect().contains(b.rect().translated(b.mapTo(view, b.rect().topLeft())))
    ]


def speaking(open_together: Callable[..., Citizen], theme: Theme, size: tuple[int, int, int], language: str) -> Citizen:
    """Someone at a screen of that width, height and scale, in their language."""
    width, height, scale = size
    theme.use(Look.LIGHT, scale)
    citizen = open_together(width, height)
    citizen.touch(language)
    return citizen


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["Dansk", "English"])
def test_every_question_has_its_room(
    open_together: Callable[..., Citizen], theme: Theme, size: tuple[int, int, int], language: str
) -> None:
    height, citizen = size[1], speaking(open_together, theme, size, language)
    clipped: list[str] = []
    for _ in range(18):
        settle()
        clipped += without_room(citizen.window)
        clipped += answers_out_of_sight(page_of(citizen)) if citizen.question() and height > 700 else []
        QTest.keyClick(citizen.window, Qt.Key.Key_Right)
    assert clipped == []


@pytest.mark.parametrize("size", [*SIZES, (1024, 640, 200), (1366, 768, 200)])
@pytest.mark.parametrize("language", ["Dansk", "English"])
def test_how_to_leave_is_said_whole(
    open_together: Callable[..., Citizen], theme: Theme, size: tuple[int, int, int], language: str
) -> None:
    citizen = speaking(open_together, theme, size, language)
    citizen.window.leaving.tell()
    settle()
    hint = citizen.window.shell.hint
    assert hint.isVisible()
    assert hint.width() >= hint.sizeHint().width() or hint.height() >= hint.heightForWidth(hint.width())
    assert without_room(citizen.window) == []


def test_letters_are_large_at_100_percent(citizen: Citizen) -> None:
    page = page_of(citizen)
    assert page.question.font().pointSizeF() >= 24
    assert min(b.font().pointSizeF() for b in page.findChildren(QAbstractButton)) >= 18


def test_letters_follow_the_setting(open_together: Callable[..., Citizen], theme: Theme) -> None:
    theme.use(Look.LIGHT, 200)
    page = page_of(open_together(1920, 1080))
    assert page.question.font().pointSizeF() >= 40


def test_everything_to_touch_is_as_large_as_a_finger(citizen: Citizen) -> None:
    shown = [b for b in citizen.window.findChildren(QAbstractButton) if b.isVisible()]
    assert [(b.text(), b.size()) for b in shown if min(b.width(), b.height()) < FINGER] == []


def test_answers_are_a_group_of_radio_buttons_named_by_the_question(citizen: Citizen) -> None:
    page = page_of(citizen)
    first = QAccessible.queryAccessibleInterface(page.place.stops()[0])
    assert first.role() == QAccessible.Role.RadioButton
    assert "Hard, and I cannot take help right now" in page.place.stops()[0].accessibleDescription()
    assert page.place.accessibleName() == page.question.text()


def test_several_answers_are_check_boxes(citizen: Citizen) -> None:
    citizen.go_to(PAID)
    citizen.touch("Yes")
    citizen.key(Qt.Key.Key_Right)
    first = QAccessible.queryAccessibleInterface(page_of(citizen).place.stops()[0])
    assert first.role() == QAccessible.Role.CheckBox


def test_a_screen_reader_begins_with_the_question_and_how_far_one_is(citizen: Citizen) -> None:
    page = page_of(citizen)
    assert citizen.window.focusWidget() is page.question
    assert page.question.accessibleDescription() == "1 of 17"


def test_the_keyboard_is_seen_where_it_is(citizen: Citizen) -> None:
    button = page_of(citizen).place.stops()[0]
    without = button.grab().toImage()
    citizen.key(Qt.Key.Key_Down)
    assert button.hasFocus()
    assert button.grab().toImage() != without


def stop_of(kind: Kind, maximum: int) -> Stop:
    """A question of a kind that no reading has today, but an organisation's may."""
    words = Wording("Hvor mange?", "How many?")
    question = Question(key="q", kind=kind, text=words, label=words, short=words, paper=words, maximum=maximum)
    section = Section("s", words, (question,))
    named = partial(Instrument, source="", licence="", attribution="", sha256="", scoring=Scoring.NONE)
    return Stop(named(id="i", version=1, title=words, sections=(section,)), section, question)


def shown(kind: Kind, maximum: int, session: Session, qtbot: QtBot) -> tuple[QuestionPage, QWidget, list[object]]:
    """A page with a question of that kind, its field, and what is given."""
    page = QuestionPage(
        Measures(session.theme, 100), Asked(stop_of(kind, maximum), "1 of 1", "Last time: 3"), Texts("en")
    )
    qtbot.addWidget(page)
    page.resize(1000, 600)
    with qtbot.waitExposed(page):
        page.show()
    given: list[object] = []
    page.given.connect(given.append)
    page.show_answer(None)
    return page, page.place.stops()[0], given


def test_a_number_is_typed(session: Session, qtbot: QtBot) -> None:
    page, field, given = shown(Kind.NUMBER, 40, session, qtbot)
    QTest.keyClicks(field, "12")
    assert given == [1, 12]
    assert page.last_time.text() == ""


def test_words_are_written_and_enter_is_not_among_them(session: Session, qtbot: QtBot) -> None:
    page, field, given = shown(Kind.TEXT, 400, session, qtbot)
    QTest.keyClicks(field, "A home of my own")
    QTest.keyClick(field, Qt.Key.Key_Return)
    page.finish()
    assert given == ["A home of my own"]


def test_words_tell_what_was_said_last_time_after_they_are_given(session: Session, qtbot: QtBot) -> None:
    page, _field, _given = shown(Kind.TEXT, 400, session, qtbot)
    page.show_answer(Answer(instrument="i", version=1, question="q", value="A home"))
    assert page.last_time.text() == "Last time: 3"


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.TEXT])
def test_nothing_that_was_copied_elsewhere_comes_in(kind: Kind, session: Session, qtbot: QtBot) -> None:
    _page, field, given = shown(kind, 400, session, qtbot)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    other = QLineEdit("77")
    qtbot.addWidget(other)
    other.selectAll()
    other.copy()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    assert given == []
    assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == ""


def test_the_end_is_easy_to_read_in_danish(session: Session, qtbot: QtBot) -> None:
    t = Texts("da")
    told = (
        t(
            "Since the start things have moved forward with {areas}.",
            areas="motivation, økonomi, netværk og psykisk helbred",
        ),
        t("It has become harder with {areas}.", areas="fysisk helbred"),
        t("It is as at the start with {areas}.", areas="egenomsorg, alkohol og stoffer, tid, bolig og kriminalitet"),
    )
    page = AfterPage(Measures(session.theme, 100), Afterwards(None, told), t)
    qtbot.addWidget(page)
    text = " ".join(label.text() for label in (page.title, *page.sentences, page.end))
    assert len(words_of(text)) >= ENOUGH_WORDS
    assert lix(text) <= EASY
