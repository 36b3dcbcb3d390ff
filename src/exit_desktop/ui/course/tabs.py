"""The tabs under the timeline; each is built when it is first looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from exit_desktop.system.language import mark
from exit_desktop.ui.widgets.panels import rule

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class TabId(StrEnum):
    """What a worker does with a course."""

    OVERVIEW = "overview"
    READINGS = "readings"
    PLAN = "plan"
    CONTACTS = "contacts"
    NETWORK = "network"
    FORMS = "forms"
    DETAILS = "details"


@dataclass(frozen=True, slots=True)
class TabSpec:
    """What a tab is called and where it is made."""

    words: str
    module: str
    maker: str


TABS = {
    TabId.OVERVIEW: TabSpec(mark("Overview"), "overview.overview_tab", "OverviewTab"),
    TabId.READINGS: TabSpec(mark("Readings"), "readings.readings_tab", "ReadingsTab"),
    TabId.PLAN: TabSpec(mark("Plan"), "plan.tab", "PlanTab"),
    TabId.CONTACTS: TabSpec(mark("Contacts"), "contacts.tab", "ContactsTab"),
    TabId.NETWORK: TabSpec(mark("Network"), "network.tab", "NetworkTab"),
    TabId.FORMS: TabSpec(mark("Forms"), "forms.forms_tab", "FormsTab"),
    TabId.DETAILS: TabSpec(mark("Details"), "details.details_tab", "DetailsTab"),
}


class Tab(Protocol):
    """What every tab can do."""

    def clear(self) -> None:
        """Drop all that is shown."""

    def retranslate(self) -> None:
        """Speak the language in force."""


@runtime_checkable
class ShowsCourse(Protocol):
    """A tab that is handed the course instead of looking at the work itself."""

    def show_course(self, course: Course) -> None:
        """Show a course."""


@runtime_checkable
class HasCafeView(Protocol):
    """A tab that can say less while someone may be looking."""

    def set_cafe_view(self, on: bool) -> None:
        """Say less, or all again."""


@runtime_checkable
class FillsUnseen(Protocol):
    """A tab that leaves what nobody sees; it is filled before it is shown, for a page in sight is laid out each time
    that one of its parts comes or goes.
    """

    def fill_unseen(self) -> None:
        """Fill in what was left."""


@runtime_checkable
class FillsLate(Protocol):
    """A tab of which some parts come once the first ones are painted."""

    def fill_rest(self) -> None:
        """Fill in all that still waits."""


class CourseTabs(QWidget):
    """A bar of tabs and the one that is open; `built(TabId)` when one was just made, to be connected."""

    built = Signal(object)

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work, self._t = work, work.session.t
        self.ids = list(TABS)
        self._tabs: dict[TabId, QWidget] = {}
        self._cafe = False
        self.bar, self._stack = QTabBar(), QStackedWidget()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        for _ in self.ids:
            self.bar.addTab("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, rule()):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._open_at)
        self.retranslate()

    @property
    def current(self) -> TabId:
        """Which tab is open."""
        return self.ids[self.bar.currentIndex()]

    def open(self, tab: TabId) -> QWidget:
        """Open a tab and return it."""
        self.bar.setCurrentIndex(self.ids.index(tab))
        return self._show(tab)

    def open_whole(self, tab: TabId) -> QWidget:
        """Open a tab with everything on it, for a place that is to be found there, and return it."""
        made = self.open(tab)
        if isinstance(made, FillsLate):
            made.fill_rest()
        return made

    def prepare(self, tab: TabId) -> bool:
        """Build a tab ahead; False when it was there already."""
        if tab in self._tabs:
            return False
        self._build(tab)
        return True

    def tab(self, tab: TabId) -> QWidget | None:
        """Return a tab if it was built."""
        return self._tabs.get(tab)

    def show_course(self, course: Course) -> None:
        """Hand a course to the tabs that are built."""
        self._show(self.current)
        for tab in self._tabs.values():
            if isinstance(tab, ShowsCourse):
                tab.show_course(course)

    def clear(self) -> None:
        """Let every tab drop what it shows."""
        for tab in self._tabs.values():
            cast("Tab", tab).clear()

    def set_cafe_view(self, on: bool) -> None:
        """Let every tab say less, or all again."""
        self._cafe = on
        for tab in self._tabs.values():
            if isinstance(tab, HasCafeView):
                tab.set_cafe_view(on)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.bar.setAccessibleName(self._t("Parts of the course"))
        for at, tab in enumerate(self.ids):
            self.bar.setTabText(at, self._t(TABS[tab].words))
        for made in self._tabs.values():
            cast("Tab", made).retranslate()

    def _open_at(self, at: int) -> None:
        if self._work.course is not None and 0 <= at < len(self.ids):
            self._show(self.ids[at])

    def _show(self, tab: TabId) -> QWidget:
        made = self._tabs.get(tab) or self._build(tab)
        if self._work.course is not None and isinstance(made, FillsUnseen):
            made.fill_unseen()
        held = self._stack.currentWidget() is not made and self._stack.isAncestorOf(self._focused())
        self._stack.setCurrentWidget(made)
        if held:
            # Qt would put the keyboard into the first field of the other tab, where a stray key changes a name.
            self.bar.setFocus()
        return made

    def _focused(self) -> QWidget:
        focused: QWidget | None = self.window().focusWidget()
        return focused or self

    def _build(self, tab: TabId) -> QWidget:
        spec = TABS[tab]
        made = cast("QWidget", getattr(import_module(f"{__package__}.{spec.module}"), spec.maker)(self._work))
        self._tabs[tab] = made
        self._stack.addWidget(made)
        if self._cafe and isinstance(made, HasCafeView):
            made.set_cafe_view(True)
        if self._work.course is not None and isinstance(made, ShowsCourse):
            made.show_course(self._work.course)
        self.built.emit(tab)
        return made
