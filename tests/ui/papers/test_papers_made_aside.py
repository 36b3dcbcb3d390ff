"""A long paper is made beside the window: a wish waits for it, and "Stop" takes the wish back and says so here."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from exit_desktop.services.desk import Act
from exit_desktop.services.papers import remember_understood
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.jobs import Listeners
from exit_desktop.ui.papers import preview as previews
from exit_desktop.ui.papers.preview import STORED, PaperPreview
from exit_desktop.ui.papers.stored_options import StoredOptions
from exit_desktop.ui.telling import Message
from exit_desktop.ui.widgets.buttons import Button
from support.course_work import shown_course, work

__all__ = ["work"]

STOPPED = "Stopped. Nothing was printed or saved. Press again when you want it."


class LongPaper(StoredOptions):
    """Options whose paper takes as long as the test wants."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work, shown_course(work))
        self.begun, self.go_on, self.with_alias = Event(), Event(), list[bool]()

    def making(self) -> Callable[[], bytes]:
        make, alias = super().making(), self.alias.isChecked()

        def made() -> bytes:
            self.begun.set()
            self.go_on.wait(10)
            self.with_alias.append(alias)
            return make()

        return made


@pytest.fixture
def paper(work: CourseWork) -> LongPaper:
    """The options of a long paper."""
    return LongPaper(work)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, paper: LongPaper) -> list[bool]:
    """Whether each paper that went to the printer had the alias."""
    gone: list[bool] = []

    def take(*_: object) -> bool:
        gone.append(paper.with_alias[-1])
        return True

    monkeypatch.setattr(previews, "print_paper", take)
    return gone


@pytest.fixture
def preview(work: CourseWork, paper: LongPaper, printed: list[bool], qtbot: QtBot) -> Iterator[PaperPreview]:
    """The preview of the long paper; printing is understood."""
    remember_understood(work.desk, Act.PRINTED)
    window = QWidget()
    qtbot.addWidget(window)
    made = PaperPreview(work, STORED, paper, window)
    yield made
    paper.go_on.set()
    if isValid(made):
        made.reject()
    qtbot.waitUntil(lambda: not work.session.jobs.busy)


def stop(preview: PaperPreview) -> None:
    """Press "Stop" in the preview."""
    next(one for one in preview.findChildren(Button) if one.text() == "Stop").click()


def end(paper: LongPaper, preview: PaperPreview, qtbot: QtBot) -> None:
    """Let the paper be made, and wait until nothing is being made."""
    paper.go_on.set()
    qtbot.waitUntil(lambda: not preview._making.bar.busy)


def test_a_wished_print_waits_for_its_paper(
    preview: PaperPreview, paper: LongPaper, printed: list[bool], qtbot: QtBot
) -> None:
    preview.print.click()
    assert printed == []
    end(paper, preview, qtbot)
    assert printed == [False]


def test_after_stop_nothing_is_printed_and_it_is_said_in_the_preview(
    preview: PaperPreview, paper: LongPaper, printed: list[bool], qtbot: QtBot
) -> None:
    assert paper.begun.wait(10)
    preview.print.click()
    stop(preview)
    end(paper, preview, qtbot)
    assert (printed, preview.told.text()) == ([], STOPPED)


def test_stopped_before_it_began_it_is_said_in_the_preview(
    work: CourseWork, paper: LongPaper, printed: list[bool], qtbot: QtBot
) -> None:
    told: list[Message] = []
    work.session.told.connect(told.append)
    work.session.jobs.start(lambda _job: paper.go_on.wait(10), Listeners(lambda _: None, lambda _: None))
    window = QWidget()
    qtbot.addWidget(window)
    preview = PaperPreview(work, STORED, paper, window)
    stop(preview)
    end(paper, preview, qtbot)
    assert (paper.with_alias, told, preview.told.text()) == ([], [], STOPPED)


def test_after_stop_it_is_printed_when_it_is_wished_again(
    preview: PaperPreview, paper: LongPaper, printed: list[bool], qtbot: QtBot
) -> None:
    stop(preview)
    preview.print.click()
    end(paper, preview, qtbot)
    assert printed == [False]


def test_an_option_that_is_ticked_meanwhile_keeps_the_wish(
    preview: PaperPreview, paper: LongPaper, printed: list[bool], qtbot: QtBot
) -> None:
    preview.print.click()
    paper.alias.setChecked(True)
    preview.make()
    end(paper, preview, qtbot)
    assert printed == [True]


def test_an_option_that_is_ticked_just_before_the_end_is_on_the_paper(
    preview: PaperPreview, paper: LongPaper, printed: list[bool], qtbot: QtBot
) -> None:
    end(paper, preview, qtbot)
    paper.go_on.clear()
    preview.print.click()
    paper.alias.setChecked(True)
    end(paper, preview, qtbot)
    assert printed == [True]
