"""What is pictured: each scene brings the open window to a place, as a worker would, and gives back what to take."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.services.courses import list_courses
from exit_desktop.services.service_files import bring_in, look_at_starters
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.course.gates.gate_page import GatePage
from exit_desktop.ui.course.network.tab import NetworkTab
from exit_desktop.ui.course.steps.offers import Step
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.widgets.scroll_area import ScrollArea
from exit_desktop.ui.work_area import WorkArea
from pictures._studio import open_dialog, press, rest
from pictures._vaults import find_row
from support.places_to_go import EVERYWHERE

Way = Callable[[WorkArea], QWidget]


@dataclass(frozen=True, slots=True)
class Scene:
    """A place in the open window: `go` leads there and returns the window, or the dialog that then lies over it."""

    name: str
    go: Way


def act(wanted: ActId, *words: str) -> Way:
    """Go where an act leads, then press what is called so."""

    def go(work: WorkArea) -> QWidget:
        work.acts.action(wanted).trigger()
        return _press_all(work, words)

    return go


def course(state: CourseState, *words: str, phase: Phase | None = None, anonymous: bool = False) -> Way:
    """Go to the first course of that kind, then press what is called so."""

    def go(work: WorkArea) -> QWidget:
        choose(work, find_row(work.session.vault, state, phase, anonymous).course_id)
        return _press_all(work, words)

    return go


def main_course(*words: str) -> Way:
    """Go to the course of which most can be told: in its third phase."""
    return course(CourseState.ACTIVE, *words, phase=Phase.THREE)


def used_log(work: WorkArea) -> QWidget:
    """Go to the usage log after some courses were opened."""
    for row in list_courses(work.session.desk)[:4]:
        choose(work, row.course_id)
    return act(ActId.USAGE_LOG)(work)


def dialog(way: Way) -> Way:
    """Go there and take the dialog that comes."""
    return lambda work: open_dialog(way(work))


def step(wanted: Step, way: Way) -> Way:
    """Take a step of the course as far as its dialog."""

    def go(work: WorkArea) -> QWidget:
        window = way(work)
        window.findChildren(CoursePage)[0].header.step_wanted.emit(wanted)
        return open_dialog(window)

    return go


def gate(wanted: Step, way: Way) -> Way:
    """Go to the page of a gate, through the step that leads there."""

    def go(work: WorkArea) -> QWidget:
        window = way(work)
        window.findChildren(CoursePage)[0].header.step_wanted.emit(wanted)
        rest()
        return window

    return go


def gate_dialog(wanted: Step, way: Way) -> Way:
    """Go through a gate as far as the dialog of the step itself."""

    def go(work: WorkArea) -> QWidget:
        window = gate(wanted, way)(work)
        window.findChildren(GatePage)[0].act.click()
        return open_dialog(window)

    return go


def back_to_gate(work: WorkArea) -> QWidget:
    """Look at evidence, with the way back above it."""
    window = gate(Step.CLOSE, main_course("Overview"))(work)
    window.findChildren(GatePage)[0].rows[4].links()[0].click()
    rest()
    return window


def cafe(work: WorkArea) -> QWidget:
    """Go to the overview with what others need not see hidden."""
    window = main_course("Overview")(work)
    work.acts.action(ActId.CAFE).trigger()
    rest()
    return window


def walked(name: str) -> Scene:
    """Go where the walks of the tests go under that name."""
    place = next(place for place in EVERYWHERE if place.name == name)

    def go(work: WorkArea) -> QWidget:
        front = place.go(work)
        rest()
        return front

    return Scene(name, go)


def course_method(work: WorkArea) -> QWidget:
    """Look at what the method expects, and begin to say why something does not fit."""
    window = main_course("Details")(work)
    window.findChildren(CoursePage)[0].follow("method")
    rest()
    press(work, work.session.t("Does not fit here …"))
    return window


def services(*words: str) -> Way:
    """Go to the services with the starter list brought in."""

    def go(work: WorkArea) -> QWidget:
        bring_in(work.session.desk, look_at_starters(work.session.desk, work.session.t.language).rows)
        work.session.changed.emit("service", "")
        return act(ActId.SERVICES, *words)(work)

    return go


def network_map(work: WorkArea) -> QWidget:
    """Look at the map, wherever the tab was left."""
    window = main_course("Network")(work)
    for area in window.findChildren(NetworkTab)[0].findChildren(ScrollArea):
        area.verticalScrollBar().setValue(0)
    return window


def new_reading(work: WorkArea) -> QWidget:
    """Begin a reading, from the list of readings or from the one that is open."""
    window = main_course("Readings")(work)
    with suppress(LookupError):
        press(work, work.session.t("All readings"))
    press(work, work.session.t("Begin a reading"))
    return window


def choose(work: WorkArea, course_id: str) -> None:
    """Choose a course as the palette does."""
    if work.in_cafe_view:
        work.acts.action(ActId.CAFE).trigger()
    alias = next(row.alias for row in list_courses(work.session.desk) if row.course_id == course_id)
    next(entry for entry in work.go_to_entries() if entry.text == alias).go()
    rest()


def _press_all(work: WorkArea, words: tuple[str, ...]) -> QWidget:
    for each in words:
        press(work, work.session.t(each))
    rest()
    return work.window()


PLACES = (
    walked("today"),
    walked("put-off-until"),
    walked("not-started"),
    walked("not-started-write"),
    Scene("list", act(ActId.CITIZENS)),
    Scene("go-to", dialog(act(ActId.GO_TO))),
    Scene("help", act(ActId.HELP)),
    Scene("shortcuts", act(ActId.SHORTCUTS)),
    Scene("about", act(ActId.HELP, "About")),
    Scene("guidance", act(ActId.HELP, "About the work")),
    Scene("services-empty", act(ActId.SERVICES)),
    Scene("services", services()),
    Scene("services-file", dialog(services("The starter list …"))),
    Scene("services-write", services("Open")),
    Scene("safety", act(ActId.SAFETY)),
    Scene("usage-log", used_log),
    Scene("keys-passphrase", dialog(act(ActId.SAFETY, "Change passphrase"))),
    Scene("keys-renew", dialog(act(ActId.SAFETY, "Renew the keys"))),
    Scene("keys-sheet", dialog(act(ActId.SAFETY, "New recovery sheet"))),
    Scene("hours", act(ActId.HOURS)),
    Scene("overview-caseload", act(ActId.OVERVIEW, "Caseload")),
    Scene("overview-method", act(ActId.OVERVIEW, "Method")),
    Scene("overview-hours", act(ActId.OVERVIEW, "Hours spent")),
    Scene("sharing", act(ActId.SHARING, "Send")),
    Scene("sharing-cards", act(ActId.SHARING, "Contact cards")),
    Scene("sharing-there", act(ActId.SHARING, "What they have")),
    Scene("sharing-received", act(ActId.SHARING, "Received")),
    Scene("sharing-lines", act(ActId.SHARING, "Open lines")),
    walked("bring-in-empty"),
    walked("bring-in"),
)

COURSES = (
    Scene("course-overview", main_course("Overview")),
    Scene("course-readings", main_course("Readings")),
    Scene("course-plan", main_course("Plan")),
    Scene("course-contacts", main_course("Contacts")),
    Scene("course-details", main_course("Details")),
    Scene("course-method", course_method),
    Scene("state-orientation", course(CourseState.ORIENTATION, "Details")),
    Scene("state-phase-one", course(CourseState.ACTIVE, "Overview", phase=Phase.ONE)),
    Scene("state-paused", course(CourseState.PAUSED, "Overview")),
    Scene("state-closed", course(CourseState.CLOSED, "Overview")),
    Scene("state-anonymous", course(CourseState.ACTIVE, "Details", anonymous=True)),
    Scene("step-start", step(Step.START, course(CourseState.ORIENTATION))),
    Scene("gate-to-two", gate(Step.TRANSITION, course(CourseState.ACTIVE, phase=Phase.ONE))),
    Scene("gate-to-three", gate(Step.TRANSITION, course(CourseState.ACTIVE, phase=Phase.TWO))),
    Scene("gate-closing", gate(Step.CLOSE, main_course())),
    Scene("gate-evidence", back_to_gate),
    Scene("gate-closed", gate(Step.AFTERWARDS, course(CourseState.CLOSED))),
    Scene("gate-paper", gate_dialog(Step.AFTERWARDS, course(CourseState.CLOSED))),
    Scene("step-next-phase", gate_dialog(Step.TRANSITION, course(CourseState.ACTIVE, phase=Phase.ONE))),
    Scene("step-move", step(Step.REPLAN, course(CourseState.ACTIVE, phase=Phase.ONE))),
    Scene("step-pause", step(Step.PAUSE, course(CourseState.ACTIVE, phase=Phase.ONE))),
    Scene("step-close", gate_dialog(Step.CLOSE, main_course())),
    Scene("contact-form", main_course("Contacts", "Meeting")),
    Scene("plan-versions", dialog(main_course("Plan", "Earlier versions"))),
    Scene("guidance-text", dialog(main_course("Overview", "About this phase"))),
    Scene("print-plan", dialog(main_course("Print the plan"))),
    Scene("about-stored", dialog(main_course("Details", "Show all that is stored …"))),
    Scene("about-journal", dialog(main_course("Details", "Text for the journal …"))),
    Scene("about-yes", dialog(main_course("Details", "Write a yes …"))),
    Scene("reading-open", main_course("Readings", "Open")),
    Scene("reading-new", new_reading),
    Scene("course-forms", main_course("Forms")),
    Scene("form-paper", dialog(main_course("Forms", "Blank form for paper"))),
    Scene("form-open", main_course("Forms", "Open")),
    walked("before-meeting"),
    walked("form-new"),
    walked("form-sources"),
    Scene("network-map", network_map),
    walked("tab-network"),
    walked("network-open"),
    walked("print-network"),
    # What stays as it is left comes last.
    walked("not-started-count"),
    Scene("new-citizen", act(ActId.NEW_CITIZEN)),
    Scene("cafe", cafe),
    Scene("timeline-table", main_course("Overview", "As a table")),
    walked("together"),
    walked("together-after"),
)

# Of a citizen of whom nothing is written yet.
BARE = (
    Scene("bare-overview", course(CourseState.ORIENTATION, "Overview")),
    Scene("bare-readings", course(CourseState.ORIENTATION, "Readings")),
    Scene("bare-plan", course(CourseState.ORIENTATION, "Plan")),
    Scene("bare-contacts", course(CourseState.ORIENTATION, "Contacts")),
    Scene("bare-details", course(CourseState.ORIENTATION, "Details")),
    Scene("bare-print", dialog(course(CourseState.ORIENTATION, "Print the plan"))),
)
