"""What is pictured: each scene brings the window to a place, as a worker would, and says what to take."""

from collections.abc import Callable
from dataclasses import dataclass

from _studio import open_dialog, press
from PySide6.QtWidgets import QLineEdit, QWidget

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.services.vaults import Vault
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.work_area import WorkArea
from exit_desktop.ui.work_services import citizens_for_palette


@dataclass(frozen=True, slots=True)
class Scene:
    """A place in the open window: `go` leads there and returns what is taken (a dialog, or the whole window)."""

    name: str
    go: Callable[[WorkArea], QWidget]


def scenes_of(vault: Vault, find: Callable[..., object]) -> tuple[Scene, ...]:
    """Return every scene of a vault with people in it."""
    course = getattr(find(vault, CourseState.ACTIVE, Phase.THREE), "course_id", "")
    others = [
        (name, getattr(find(vault, state), "course_id", ""))
        for name, state in (
            ("orientation", CourseState.ORIENTATION),
            ("paused", CourseState.PAUSED),
            ("closed", CourseState.CLOSED),
        )
    ]
    return (
        *PLACES,
        *(Scene(f"course-{name}", _tab(course, *words)) for name, *words in TABS),
        *(Scene(f"state-{name}", _tab(other)) for name, other in others if other),
        Scene("cafe", _cafe(course)),
        Scene("paper-plan", _dialog(course, "Plan", "Print the plan")),
        Scene("plan-versions", _dialog(course, "Plan", "Earlier versions")),
    )


TABS = (
    ("overview", "Overview"),
    ("overview-table", "Overview", "As a table"),
    ("readings", "Readings"),
    ("reading-open", "Readings", "Open"),
    ("reading-new", "Readings", "Begin a reading"),
    ("plan", "Plan"),
    ("contacts", "Contacts"),
    ("details", "Details"),
)


def only_course(work: WorkArea) -> str:
    """Return the course of a vault with one citizen."""
    return citizens_for_palette(work.session)[0][0]


def _tab(course: str, *words: str) -> Callable[[WorkArea], QWidget]:
    def go(work: WorkArea) -> QWidget:
        choose(work, course)
        for each in words:
            press(work, work.session.t(each))
        return work.window()

    return go


def _cafe(course: str) -> Callable[[WorkArea], QWidget]:
    def go(work: WorkArea) -> QWidget:
        choose(work, course)
        press(work, work.session.t("Overview"))
        work.acts.action(ActId.CAFE).trigger()
        return work.window()

    return go


def _dialog(course: str, *words: str) -> Callable[[WorkArea], QWidget]:
    def go(work: WorkArea) -> QWidget:
        _tab(course, *words)(work)
        return open_dialog(work.window())

    return go


def _act(act: ActId, *words: str) -> Callable[[WorkArea], QWidget]:
    def go(work: WorkArea) -> QWidget:
        work.acts.action(act).trigger()
        for each in words:
            press(work, work.session.t(each))
        return work.window()

    return go


def _palette(work: WorkArea) -> QWidget:
    work.acts.action(ActId.GO_TO).trigger()
    return open_dialog(work.window())


def _rail(*words: str) -> Callable[[WorkArea], QWidget]:
    def go(work: WorkArea) -> QWidget:
        for each in words:
            press(work, work.session.t(each))
        return work.window()

    return go


PLACES = (
    Scene("list", lambda work: work.window()),
    Scene("new-citizen", _act(ActId.NEW_CITIZEN)),
    Scene("go-to", _palette),
    Scene("help", _act(ActId.HELP)),
    Scene("shortcuts", _act(ActId.SHORTCUTS)),
    Scene("about", _act(ActId.HELP, "About")),
    Scene("safety", _act(ActId.SAFETY)),
    Scene("hours", _rail("My own hours")),
    Scene("sharing", _rail("Sharing")),
    Scene("sharing-cards", _rail("Sharing", "Contact cards")),
    Scene("sharing-received", _rail("Sharing", "Received")),
    Scene("sharing-lines", _rail("Sharing", "Open lines")),
)


def choose(work: WorkArea, course: str) -> None:
    """Choose a course as the palette does."""
    for course_id, alias, _ in citizens_for_palette(work.session):
        if course_id == course:
            entry = next(one for one in work.go_to_entries() if one.text == alias)
            entry.go()


def start_pages(window: MainWindow, passphrase_wanted: Callable[[str], None]) -> None:
    """Go through the pages before a vault is open, and call at each with its name."""
    passphrase_wanted("start-unlock")
    press(window, window.start.unlock._t("Open with the recovery sheet"))  # noqa: SLF001 - its words are the frame's
    passphrase_wanted("start-recover")
    window.start.show_chooser()
    passphrase_wanted("start-chooser")


def ceremony_pages(window: MainWindow, taken: Callable[[str], None], words: Callable[[str], str]) -> None:
    """Go through the first start as far as nothing is written."""
    taken("first-1-you")
    for field in window.start.findChildren(QLineEdit):
        if field.isVisible() and field.accessibleName() == words("Your code"):
            field.setText("K7")
    press(window, words("Next"))
    taken("first-2-passphrase")
    press(window, words("Use my own words"))
    taken("first-2-own-words")


def locked_page(window: MainWindow) -> None:
    """Lock as if nobody had touched anything."""
    window.lock(LockReason.IDLE)
