"""Together mode itself: over the whole screen, for the citizen's eyes, with nothing of anyone else in it.

Every answer is saved at once; the machine goes back to the worker by a key that is held, or by the passphrase.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.answers import Answer, AnswerState, Value
from exit_desktop.system.language import Texts
from exit_desktop.ui.telling import sentence_of
from exit_desktop.ui.together.fitting import Fitting
from exit_desktop.ui.together.leaving import Leaving
from exit_desktop.ui.together.measures import Measures, scale_around
from exit_desktop.ui.together.question_page import Asked, QuestionPage
from exit_desktop.ui.together.quiet_pages import AfterPage, PausePage
from exit_desktop.ui.together.shell import Shell
from exit_desktop.ui.together.sitting import Sitting
from exit_desktop.ui.together.walk import Stop, first_open

if TYPE_CHECKING:
    from exit_desktop.errors import Failure
    from exit_desktop.ui.course.work import CourseWork

TITLE = "Forløb"
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AMONG_ANSWERS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TogetherWindow(QWidget):
    """`returned(instrument, at_end)` when the worker has taken the machine back: where, and whether all was asked."""

    returned = Signal(str, bool)

    def __init__(
        self, work: CourseWork, submission_id: str, parent: QWidget, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._session, self._sitting = work.session, Sitting(work, submission_id)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAutoFillBackground(True)
        here = self._sitting.submission
        self.t = Texts(here.language)
        self._stop = first_open(self._sitting.stops(), here)
        self._ended = self._afterwards = self._paused = False
        self._fitting = Fitting(work.session.theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.leaving = Leaving(self, work.session, seconds)
        self.shell = self._make_shell()
        self._connect()

    @property
    def page(self) -> QWidget | None:
        """What stands in the middle: a question, the pause, then and now."""
        return self.shell.page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as large as the screen allows."""
        super().resizeEvent(event)
        self._rebuild()

    def event(self, event: QEvent) -> bool:
        """Let go of a held key when the window loses the keyboard."""
        if event.type() == QEvent.Type.WindowDeactivate and not self._ended:
            self.leaving.let_go()
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, and say how the worker leaves; only the worker's way and a lock close it."""
        if self._ended:
            event.accept()
        else:
            event.ignore()
            self.leaving.tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear the few keys of this mode; every other one does nothing."""
        event.accept()
        others = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.isAutoRepeat() or others:
            return
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._finish_writing()
            self.leaving.press()
        elif self.leaving.asks:
            return
        elif self._paused:
            if key in _ON:
                self._end_pause()
        elif key in _ON:
            self._go_on()
        elif key == Qt.Key.Key_Left:
            self._go_back()
        else:
            self._answer_by_key(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Notice that the held key was let go."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.leaving.let_go()

    # ---- build -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.leaving.left.connect(self._leave)
        self.leaving.stayed.connect(self._take_focus)
        # The course is let go at the lock: words that are still being written are written just before it.
        self._session.lock_coming.connect(self._finish_writing)
        self._session.locked.connect(self._end)
        self._session.theme.changed.connect(self._rebuild)

    def _make_shell(self) -> Shell:
        scale = scale_around(self._session.theme.scale, self.width(), self.height())
        shell = Shell(self._session, Measures(self._session.theme, scale), self.t)
        shell.back.clicked.connect(self._go_back)
        shell.pause.clicked.connect(self._pause)
        shell.next.clicked.connect(self._go_on)
        for language, button in shell.languages.items():
            button.clicked.connect(lambda _checked=False, to=language: self._speak(to))
        self.leaving.serve(shell)
        self._column.addWidget(shell)
        return shell

    def _rebuild(self) -> None:
        if self._ended or self._sitting.over:
            return
        self._finish_writing()
        old = self.shell
        self._fitting.begin_anew()
        self.shell = self._make_shell()
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._show_where_we_are()

    def _show_where_we_are(self) -> None:
        if self._paused:
            self._show_pause()
        elif self._afterwards or self._stop is None:
            self._show_afterwards()
        else:
            self._ask(self._stop)

    # ---- pages -------------------------------------------------------------------------------------------------------

    def _ask(self, stop: Stop) -> None:
        self._stop, self._afterwards = stop, False
        asked = Asked(stop, self._way(stop), self._sitting.last_time(stop, self.t))
        page = self._fitting.page(asked, self.shell.room(self.width(), self.height()), self.t)
        page.given.connect(self._give)
        page.stated.connect(self._give_state)
        page.noted.connect(self._give_note)
        page.show_answer(self._sitting.answer(stop))
        self._show_page(page, self._way(stop))

    def _show_afterwards(self) -> None:
        self._afterwards = True
        self._show_page(AfterPage(self.shell.measures, self._sitting.look_back(self.t), self.t), "")

    def _show_pause(self) -> None:
        page = PausePage(self.shell.measures, self.t)
        page.go_on.clicked.connect(self._end_pause)
        self._show_page(page, "")

    def _show_page(self, page: QWidget, way: str) -> None:
        self.shell.show_page(page, bare=isinstance(page, PausePage))
        self.shell.say_way(way)
        asks = isinstance(page, QuestionPage) and self._stop is not None
        self.shell.back.setEnabled(not asks or self._index() > 0)
        self.shell.next.setVisible(asks)
        self._take_focus()

    def _take_focus(self) -> None:
        page = self.page
        if isinstance(page, QuestionPage | AfterPage | PausePage):
            page.take_focus()

    def _way(self, stop: Stop) -> str:
        number, count = self._sitting.index(stop) + 1, len(self._sitting.stops())
        return self.t("{number} of {count}", number=number, count=count)

    def _index(self) -> int:
        return 0 if self._stop is None else self._sitting.index(self._stop)

    # ---- acts --------------------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._afterwards:
            return
        self._finish_writing()
        stops, next_at = self._sitting.stops(), self._index() + 1
        if next_at < len(stops):
            self._ask(stops[next_at])
        else:
            self._show_afterwards()

    def _go_back(self) -> None:
        self._finish_writing()
        stops = self._sitting.stops()
        if self._afterwards:
            self._ask(stops[-1])
        elif self._index() > 0:
            self._ask(stops[self._index() - 1])

    def _pause(self) -> None:
        self._finish_writing()
        self._paused = True
        self._show_pause()

    def _end_pause(self) -> None:
        self._paused = False
        self._show_where_we_are()

    def _answer_by_key(self, event: QKeyEvent) -> None:
        page, key = self.page, Qt.Key(event.key())
        if key in _AMONG_ANSWERS and self.shell.step_language(_AMONG_ANSWERS[key]):
            return
        if not isinstance(page, QuestionPage):
            return
        if key in _AMONG_ANSWERS:
            page.step(_AMONG_ANSWERS[key])
        elif event.text():
            page.place.take_key(event.text().lower())

    def _speak(self, language: str) -> None:
        self._finish_writing()
        if self._tell(self._sitting.speak(language)):
            self.t = Texts(language)
        self._rebuild()

    def _finish_writing(self) -> None:
        if isinstance(self.page, QuestionPage):
            self.page.finish()

    # ---- answers -----------------------------------------------------------------------------------------------------

    def _give(self, value: Value) -> None:
        answer = self._answer()
        if answer is not None:
            self._save(replace(answer, state=AnswerState.ANSWERED, value=value))

    def _give_state(self, state: AnswerState) -> None:
        answer, stop = self._answer(), self._stop
        if answer is None or stop is None:
            return
        if state in stop.question.states:
            self._save(replace(answer, state=state, value=None))
        elif self._tell(self._sitting.take_back(answer)):
            # A question that knows no such answer stays without one, and the way goes on.
            self._go_on()

    def _give_note(self, words: str) -> None:
        answer = self._answer()
        if answer is not None and answer.has_value and answer.value is not None:
            self._save(replace(answer, note=words))

    def _answer(self) -> Answer | None:
        stop = self._stop
        # A field that loses the keyboard to a lock has nobody left to tell.
        if stop is None or self._ended or self._sitting.over:
            return None
        return self._sitting.answer(stop) or stop.bare_answer()

    def _save(self, answer: Answer) -> None:
        self._tell(self._sitting.save(answer))
        page, stop = self.page, self._stop
        if isinstance(page, QuestionPage) and stop is not None:
            page.show_answer(self._sitting.answer(stop))
            self.shell.say_way(self._way(stop))

    def _tell(self, failure: Failure | None) -> bool:
        if failure is not None:
            self.leaving.say(sentence_of(failure, self.t))
        return failure is None

    # ---- the end -----------------------------------------------------------------------------------------------------

    def _leave(self) -> None:
        self._finish_writing()
        instrument = self._stop.instrument.id if self._stop is not None else ""
        at_end = self._afterwards
        self._end()
        self.returned.emit(instrument, at_end)

    def _end(self, _reason: object = None) -> None:
        if self._ended:
            return
        self._ended = True
        self.leaving.end()
        self.close()
        self.deleteLater()
