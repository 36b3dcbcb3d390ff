"""Someone at the screen in together mode: presses, touches, reads."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.submissions import Submission
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.together.question_page import QuestionPage
from exit_desktop.ui.together.window import TogetherWindow
from support.places_to_go import settle

AREAS = (
    *("motivation", "self_care", "money", "network", "substance"),
    *("physical_health", "mental_health", "time_use", "housing", "offending"),
)


@dataclass
class HeldClock:
    """A clock that a test moves on."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def in_front(window: TogetherWindow) -> QWidget:
    """Return what has the keyboard; the window itself where nothing has it."""
    focused: QWidget | None = window.focusWidget()
    return window if focused is None else focused


@dataclass
class Citizen:
    """Someone at the screen: presses, touches, reads."""

    window: TogetherWindow
    work: CourseWork
    clock: HeldClock
    back: list[tuple[str, bool]] = field(default_factory=list)

    def key(self, *keys: Qt.Key) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            QTest.keyClick(in_front(self.window), key)
            settle()

    def touch(self, words: str) -> None:
        """Touch what is called so."""
        found = [b for b in self.window.findChildren(QAbstractButton) if b.isVisible() and b.text() == words]
        assert found, words
        QTest.mouseClick(found[-1], Qt.MouseButton.LeftButton)
        settle()

    def go_to(self, question: str) -> None:
        """Go on as far as a question."""
        for _ in range(30):
            if self.question() == question:
                return
            QTest.keyClick(self.window, Qt.Key.Key_Right)
        raise AssertionError(f"no question {question!r}; the last is {self.question()!r}")

    def question(self) -> str:
        """What is asked."""
        page = self.window.page
        return page.question.text() if isinstance(page, QuestionPage) else ""

    def sees(self) -> str:
        """Every word in sight."""
        kinds: tuple[QLabel | QAbstractButton, ...] = (
            *self.window.findChildren(QLabel),
            *self.window.findChildren(QAbstractButton),
        )
        return "\n".join(part.text() for part in kinds if part.isVisible())

    def chosen(self) -> list[str]:
        """The answers that are lit."""
        page = self.window.page
        assert isinstance(page, QuestionPage)
        return [b.text() for b in page.findChildren(QAbstractButton) if b.isChecked()]

    def reading(self) -> Submission:
        """What is kept."""
        assert self.work.course is not None
        return self.work.course.submissions[-1]

    def kept(self, key: str) -> Answer | None:
        """What is kept of one question."""
        return next((a for a in self.reading().answers if a.question == key), None)


def life_answers(values: tuple[int, ...]) -> list[Answer]:
    """Answers to the ten areas."""
    pairs = zip(AREAS, values, strict=True)
    return [Answer(instrument="life_situation", version=1, question=key, value=value) for key, value in pairs]
