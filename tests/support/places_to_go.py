"""Every place of the open window, and the way there as a worker goes: by acts, tabs and buttons by their words."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, sleep

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTabBar, QWidget

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.services.courses import list_courses
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.course.steps.offers import Step
from exit_desktop.ui.sharing.work_bar import WorkBar
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.work_area import WorkArea

Way = Callable[[WorkArea], QWidget]
ROUNDS_OF_LAYOUT = 4
LONGEST_JOB_S = 20.0


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the open window: `go` leads there and returns what is then in front, window or dialog."""

    name: str
    go: Way


def settle() -> None:
    """Let every layout that waits be done, one that wraps asks its parents anew, and every job that a page began."""
    end = monotonic() + LONGEST_JOB_S
    while monotonic() < end:
        for _ in range(ROUNDS_OF_LAYOUT):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        if not any(bar.busy for page in QApplication.topLevelWidgets() for bar in page.findChildren(WorkBar)):
            return
        sleep(0.005)
    raise TimeoutError("a page never got its answer")


def press(within: QWidget, words: str) -> None:
    """Open the tab or press the button that is called so; raises LookupError where none is in sight."""
    for bar in within.findChildren(QTabBar):
        for index in range(bar.count()):
            if bar.isVisible() and bar.tabText(index) == words:
                bar.setCurrentIndex(index)
                return settle()
    for button in within.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.text() == words:
            button.click()
            return settle()
    raise LookupError(words)


def dialog_over(window: QWidget) -> QDialog:
    """Return the dialog in front; raises LookupError where none is open."""
    settle()
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    if not shown:
        raise LookupError("a dialog")
    return shown[-1]


def close_dialogs(window: QWidget) -> None:
    """Leave every dialog as Esc would."""
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    settle()


def choose(work: WorkArea, state: CourseState, phase: Phase | None = None) -> QWidget:
    """Choose the first course in that state, as the palette does, and return the window."""
    row = next(r for r in list_courses(work.session.desk) if r.state is state and phase in (None, r.phase))
    if work.in_cafe_view:
        work.acts.action(ActId.CAFE).trigger()
    entries = {entry.text: entry for entry in work.go_to_entries()}
    entries[row.alias].go()
    settle()
    return work.window()


def _act(wanted: ActId, *words: str) -> Way:
    def go(work: WorkArea) -> QWidget:
        work.acts.action(wanted).trigger()
        settle()
        return _press_all(work, words)

    return go


def _course(*words: str, state: CourseState = CourseState.ACTIVE, phase: Phase | None = Phase.THREE) -> Way:
    def go(work: WorkArea) -> QWidget:
        choose(work, state, phase if state is CourseState.ACTIVE else None)
        return _press_all(work, words)

    return go


def _dialog(way: Way) -> Way:
    return lambda work: dialog_over(way(work))


def _step(wanted: Step, way: Way) -> Way:
    def go(work: WorkArea) -> QWidget:
        window = way(work)
        window.findChildren(CoursePage)[0].header.step_wanted.emit(wanted)
        return dialog_over(window)

    return go


def _press_all(work: WorkArea, words: tuple[str, ...]) -> QWidget:
    for each in words:
        press(work, work.session.t(each))
    return work.window()


_FRESH = CourseState.ORIENTATION
TABS = tuple(
    Place(f"tab-{words.lower()}", _course(words)) for words in ("Overview", "Readings", "Plan", "Contacts", "Details")
)
BARE_TABS = tuple(
    Place(f"bare-{words.lower()}", _course(words, state=_FRESH))
    for words in ("Overview", "Readings", "Plan", "Contacts", "Details")
)
PAGES = (
    Place("list", _act(ActId.CITIZENS)),
    Place("new-citizen", _act(ActId.NEW_CITIZEN)),
    Place("help", _act(ActId.HELP)),
    Place("shortcuts", _act(ActId.SHORTCUTS)),
    Place("about", _act(ActId.HELP, "About")),
    Place("safety", _act(ActId.SAFETY)),
    Place("hours", _act(ActId.HOURS)),
    Place("sharing-send", _act(ActId.SHARING, "Send")),
    Place("sharing-cards", _act(ActId.SHARING, "Contact cards")),
    Place("sharing-received", _act(ActId.SHARING, "Received")),
    Place("sharing-lines", _act(ActId.SHARING, "Open lines")),
)
STATES = (
    Place("paused", _course("Overview", state=CourseState.PAUSED)),
    Place("closed", _course("Details", state=CourseState.CLOSED)),
    Place("cafe", lambda work: _act(ActId.CAFE)(_at_course(work))),
    Place("table", _course("Overview", "As a table")),
    Place("contact-form", _course("Contacts", "Meeting")),
    Place("reading-open", _course("Readings", "Open", phase=Phase.TWO)),
    Place("reading-new", _course("Readings", "Begin a reading")),
)
DIALOGS = (
    Place("go-to", _dialog(_act(ActId.GO_TO))),
    Place("step-start", _step(Step.START, _course(state=_FRESH))),
    Place("step-next-phase", _step(Step.TRANSITION, _course(phase=Phase.ONE))),
    Place("step-move", _step(Step.REPLAN, _course(phase=Phase.ONE))),
    Place("step-pause", _step(Step.PAUSE, _course(phase=Phase.ONE))),
    Place("step-close", _step(Step.CLOSE, _course())),
    Place("plan-versions", _dialog(_course("Plan", "Earlier versions"))),
    Place("print-plan", _dialog(_course("Print the plan"))),
    Place("passphrase", _dialog(_act(ActId.SAFETY, "Change passphrase"))),
)
EVERYWHERE = (*PAGES, *TABS, *BARE_TABS, *STATES, *DIALOGS)


def _at_course(work: WorkArea) -> WorkArea:
    _course("Overview")(work)
    return work
