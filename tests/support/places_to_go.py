"""Every place of the open window, and the way there as a worker goes: by acts, tabs and buttons by their words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTabBar, QWidget

from exit_desktop.domain.calendar import ClosingReason, CourseState, Phase
from exit_desktop.services.consents import NewConsent, give_consent
from exit_desktop.services.courses import close_course, list_courses, load_course
from exit_desktop.services.service_files import bring_in, look_at_starters
from exit_desktop.services.settings import LeaveBy, save_leave_by
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.course.forms.forms_tab import FormsTab
from exit_desktop.ui.course.gates.gate_page import GatePage
from exit_desktop.ui.course.network.tab import NetworkTab
from exit_desktop.ui.course.readings.readings_tab import ReadingsTab
from exit_desktop.ui.course.steps.offers import Step
from exit_desktop.ui.csv_start.start_dialog import StartDialog
from exit_desktop.ui.directory.directory_page import DirectoryPage
from exit_desktop.ui.directory.service_writer import ServiceWriter
from exit_desktop.ui.enquiries.enquiry_writer import EnquiryWriter
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.today.rows import PUT_OFF
from exit_desktop.ui.today.today_page import TodayPage
from exit_desktop.ui.together.window import TogetherWindow
from exit_desktop.ui.widgets.after_paint import AfterPaint
from exit_desktop.ui.widgets.work_bar import WorkBar
from exit_desktop.ui.work_area import WorkArea

Way = Callable[[WorkArea], QWidget]
ROUNDS_OF_LAYOUT = 4
# A reading has fewer.
MOST_QUESTIONS = 24
LONGEST_JOB_S = 20.0
# What such a file is called, and who stands in it.
IN_THE_FILE = ("liste.csv", "Tjald", "Rørvig", "Svale")
# One row that comes in, one with something to know, one that stays out, and a column that is not known.
STARTING = (
    "kaldenavn;første kontakt;startdato;fase 2 fra;næste møde;7\n"
    "Tjald;1.6.2026;2.7.2026;2.11.2026;30.11.2026;\n"
    "Rørvig;1.6.2026;2.7.2026;;1.11.2026;1\n"
    "Svale;1.6.2026;2.7.2026;1.5.2026;;\n"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the open window: `go` leads there and returns what is then in front, window or dialog."""

    name: str
    go: Way


def settle() -> None:
    """Let every layout that waits be done, one that wraps asks its parents anew, and all that a page has begun."""
    end = monotonic() + LONGEST_JOB_S
    while monotonic() < end:
        for _ in range(ROUNDS_OF_LAYOUT):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        busy = any(bar.busy for window in windows for bar in window.findChildren(WorkBar))
        if not busy and not any(rest.waiting for window in windows for rest in window.findChildren(AfterPaint)):
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
    """Leave every dialog as Esc would, and together mode as a held key does."""
    for together in window.findChildren(TogetherWindow):
        together.leaving.left.emit()
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


def _begin_reading(work: WorkArea) -> QWidget:
    """Begin a reading, or go on with the one that another place began."""
    window = _course("Readings")(work)
    next(tab for tab in window.findChildren(ReadingsTab) if type(tab) is ReadingsTab).begin()
    settle()
    return window


def _gate(wanted: Step, way: Way) -> Way:
    """Go to the page of a gate, through the step that leads there."""

    def go(work: WorkArea) -> QWidget:
        window = way(work)
        window.findChildren(CoursePage)[0].header.step_wanted.emit(wanted)
        settle()
        return window

    return go


def _gate_act(wanted: Step, way: Way) -> Way:
    """Go on from the page of a gate, to the dialog of its step or to the paper."""

    def go(work: WorkArea) -> QWidget:
        window = _gate(wanted, way)(work)
        window.findChildren(GatePage)[0].act.click()
        return dialog_over(window)

    return go


def _gate_evidence(work: WorkArea) -> QWidget:
    """Look at what a fact was counted from, with the way back above it."""
    window = _gate(Step.CLOSE, _course("Overview"))(work)
    window.findChildren(GatePage)[0].rows[0].links()[0].click()
    settle()
    return window


def _keep_longer(work: WorkArea) -> QWidget:
    window = _gate(Step.AFTERWARDS, _course(state=CourseState.CLOSED))(work)
    window.findChildren(GatePage)[0].afterwards.other_day.click()
    return dialog_over(window)


def _enquiries(*words: str) -> Way:
    def go(work: WorkArea) -> QWidget:
        window = _act(ActId.OVERVIEW, "Enquiries")(work)
        for left in window.findChildren(EnquiryWriter):
            if left.isVisible():
                left.later.click()
                settle()
        return _press_all(work, words)

    return go


def services(*words: str) -> Way:
    """Go to the services, where the starter list is brought in first, and press what is called so."""

    def go(work: WorkArea) -> QWidget:
        desk = work.session.desk
        bring_in(desk, look_at_starters(desk, work.session.t.language).rows)
        window = _act(ActId.SERVICES)(work)
        window.findChildren(DirectoryPage)[0].load()
        for left in window.findChildren(ServiceWriter):
            if left.isVisible():
                left.later.click()
                settle()
        return _press_all(work, words)

    return go


def _count_enquiry(work: WorkArea) -> QWidget:
    desk = work.session.desk
    course = next(c for r in list_courses(desk) if (c := load_course(desk, r.course_id)).calendar.start is None)
    if course.state is not CourseState.CLOSED:
        close_course(desk, course, work.session.today(), ClosingReason.DID_NOT_WISH)
    next(entry for entry in work.go_to_entries() if entry.text == course.citizen.alias).go()
    settle()
    work.window().findChildren(CoursePage)[0].header.step_wanted.emit(Step.COUNT_ENQUIRY)
    return dialog_over(work.window())


def new_form(work: WorkArea) -> QWidget:
    """Begin the form that the day asks for, or go on with it, as far as its second part."""
    window = _course("Forms")(work)
    window.findChildren(FormsTab)[0].begin()
    settle()
    return _press_all(work, ("Go on",))


def together(work: WorkArea) -> QWidget:
    """Begin a reading, or go on with it, and hand the screen to the citizen."""
    window = _begin_reading(work)
    press(window, work.session.t("Together"))
    return window.findChildren(TogetherWindow)[-1]


def together_asks(work: WorkArea) -> QWidget:
    """Ask for the passphrase that takes the screen back, over the last question."""
    save_leave_by(work.session.desk, LeaveBy.PASSPHRASE)
    front = together(work)
    front.close()
    settle()
    return front


def together_after(work: WorkArea) -> QWidget:
    """Go through a reading together as far as its end."""
    front = together(work)
    for _ in range(MOST_QUESTIONS):
        QTest.keyClick(front, Qt.Key.Key_Right)
    settle()
    return front


def _form_sources(work: WorkArea) -> QWidget:
    window = new_form(work)
    press(window, work.session.t("See what it comes from"))
    return dialog_over(window)


def _ask_until(work: WorkArea) -> QWidget:
    window = _act(ActId.TODAY)(work)
    page = window.findChildren(TodayPage)[0]
    line = page.model.line_of(page.model.standing_near(0))
    if line is not None:
        page.acts.put_off(line, None)
    return window


def _put_off(work: WorkArea) -> QWidget:
    """Put the first line of the day off, and show what was put off."""
    window = _act(ActId.TODAY)(work)
    page = window.findChildren(TodayPage)[0]
    line = page.model.line_of(page.model.standing_near(0))
    if line is not None:
        page.acts.put_off(line, work.session.today() + timedelta(days=3))
        settle()
    page.model.open_section(PUT_OFF)
    settle()
    return window


def _press_all(work: WorkArea, words: tuple[str, ...]) -> QWidget:
    for each in words:
        press(work, work.session.t(each))
    return work.window()


def network_task(work: WorkArea) -> QWidget:
    """Open the fields of somebody in the network and of a card on the board."""
    window = _course("Network")(work)
    tab = window.findChildren(NetworkTab)[0]
    tab.open_person(next(iter(tab.people.lines)))
    tab.open_task(next(iter(tab.board.cards)))
    settle()
    return window


def _yes(words: str) -> Way:
    """Press what stands under a citizen's yes, which is written first."""

    def go(work: WorkArea) -> QWidget:
        window = _course("Details")(work)
        course = window.findChildren(CoursePage)[0].work
        new = NewConsent("min læge", "hvordan det går med søvn", work.session.today())
        course.change(lambda desk, now: give_consent(desk, now, new))
        settle()
        press(window, work.session.t(words))
        return dialog_over(window)

    return go


def start_preview(work: WorkArea) -> QWidget:
    """Look at a file of which one row comes in, one with something to know, and one not at all."""
    dialog = _dialog(_act(ActId.BRING_IN))(work)
    assert isinstance(dialog, StartDialog)
    with TemporaryDirectory() as folder:
        path = Path(folder) / IN_THE_FILE[0]
        path.write_text(STARTING, encoding="utf-8")
        dialog.look_at(path)
        settle()
    return dialog


_FRESH = CourseState.ORIENTATION
TABS = tuple(
    Place(f"tab-{words.lower()}", _course(words))
    for words in ("Overview", "Readings", "Plan", "Contacts", "Network", "Forms", "Details")
)
BARE_TABS = tuple(
    Place(f"bare-{words.lower()}", _course(words, state=_FRESH))
    for words in ("Overview", "Readings", "Plan", "Contacts", "Network", "Forms", "Details")
)
PAGES = (
    Place("today", _act(ActId.TODAY)),
    Place("before-meeting", lambda work: _act(ActId.BEFORE)(_at_course(work))),
    Place("list", _act(ActId.CITIZENS)),
    Place("new-citizen", _act(ActId.NEW_CITIZEN)),
    Place("help", _act(ActId.HELP)),
    Place("shortcuts", _act(ActId.SHORTCUTS)),
    Place("about", _act(ActId.HELP, "About")),
    Place("guidance", _act(ActId.HELP, "About the work")),
    Place("services", services()),
    Place("services-write", services("Write a service")),
    Place("safety", _act(ActId.SAFETY)),
    Place("usage-log", _act(ActId.USAGE_LOG)),
    Place("overview-caseload", _act(ActId.OVERVIEW, "Caseload")),
    Place("overview-method", _act(ActId.OVERVIEW, "Method")),
    Place("overview-which", _act(ActId.OVERVIEW, "Method", "See which courses")),
    Place("overview-hours", _act(ActId.OVERVIEW, "Hours spent")),
    Place("not-started", _enquiries()),
    Place("not-started-write", _enquiries("Write an enquiry")),
    Place("hours", _act(ActId.HOURS)),
    Place("sharing-send", _act(ActId.SHARING, "Send")),
    Place("sharing-cards", _act(ActId.SHARING, "Contact cards")),
    Place("sharing-there", _act(ActId.SHARING, "What they have")),
    Place("sharing-received", _act(ActId.SHARING, "Received")),
    Place("sharing-lines", _act(ActId.SHARING, "Open lines")),
)
STATES = (
    Place("paused", _course("Overview", state=CourseState.PAUSED)),
    Place("closed", _course("Details", state=CourseState.CLOSED)),
    Place("cafe", lambda work: _act(ActId.CAFE)(_at_course(work))),
    Place("put-off", _put_off),
    Place("table", _course("Overview", "As a table")),
    Place("network-open", network_task),
    Place("network-someone", _course("Network", "Add someone")),
    Place("network-task", _course("Network", "Add a task")),
    Place("network-meeting", _course("Network", "Add a meeting")),
    Place("gate-to-two", _gate(Step.TRANSITION, _course(phase=Phase.ONE))),
    Place("gate-to-three", _gate(Step.TRANSITION, _course(phase=Phase.TWO))),
    Place("gate-closing", _gate(Step.CLOSE, _course())),
    Place("gate-evidence", _gate_evidence),
    Place("gate-closed", _gate(Step.AFTERWARDS, _course(state=CourseState.CLOSED))),
    Place("contact-form", _course("Contacts", "Meeting")),
    Place("reading-open", _course("Readings", "Open", phase=Phase.TWO)),
    Place("reading-new", _begin_reading),
    Place("method-reason", _course("Details", "Does not fit here …")),
    Place("form-open", _course("Forms", "Open")),
    Place("form-new", new_form),
)
DIALOGS = (
    Place("go-to", _dialog(_act(ActId.GO_TO))),
    Place("put-off-until", _dialog(_ask_until)),
    Place("step-start", _step(Step.START, _course(state=_FRESH))),
    Place("step-next-phase", _gate_act(Step.TRANSITION, _course(phase=Phase.ONE))),
    Place("step-move", _step(Step.REPLAN, _course(phase=Phase.ONE))),
    Place("step-pause", _step(Step.PAUSE, _course(phase=Phase.ONE))),
    Place("step-close", _gate_act(Step.CLOSE, _course())),
    Place("step-keep-until", _keep_longer),
    Place("print-goodbye", _gate_act(Step.AFTERWARDS, _course(state=CourseState.CLOSED))),
    Place("not-started-delete", _dialog(_enquiries("Delete …"))),
    Place("not-started-count", _count_enquiry),
    Place("services-file", _dialog(services("The starter list …"))),
    Place("services-delete", _dialog(services("Delete …"))),
    Place("guidance-text", _dialog(_course("Overview", "About this phase"))),
    Place("plan-versions", _dialog(_course("Plan", "Earlier versions"))),
    Place("form-sources", _form_sources),
    Place("together", together),
    Place("together-after", together_after),
    Place("together-passphrase", together_asks),
    Place("print-caseload", _dialog(_act(ActId.OVERVIEW, "Caseload", "Print for a talk among colleagues"))),
    Place("print-network", _dialog(_course("Network", "Print the network"))),
    Place("stored", _dialog(_course("Details", "Show all that is stored …"))),
    Place("journal", _dialog(_course("Details", "Text for the journal …"))),
    Place("consent", _dialog(_course("Details", "Write a yes …"))),
    Place("consent-back", _yes("Take it back …")),
    Place("consent-paper", _yes("On paper")),
    Place("print-plan", _dialog(_course("Print the plan"))),
    Place("bring-in-empty", _dialog(_act(ActId.BRING_IN))),
    Place("bring-in", start_preview),
    Place("passphrase", _dialog(_act(ActId.SAFETY, "Change passphrase"))),
)
EVERYWHERE = (*PAGES, *TABS, *BARE_TABS, *STATES, *DIALOGS)


def _at_course(work: WorkArea) -> WorkArea:
    _course("Overview")(work)
    return work
