"""Leads from one part of the course to another: from a mark of the timeline, a panel, an act with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.calendar import Occasion, open_pause
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.ui.course.place_words import next_phase
from exit_desktop.ui.course.steps.offers import Step, offered_steps
from exit_desktop.ui.course.tabs import CourseTabs, TabId

if TYPE_CHECKING:
    from collections.abc import Callable

    from exit_desktop.ui.course.details.details_tab import DetailsTab
    from exit_desktop.ui.course.overview.overview_tab import OverviewTab
    from exit_desktop.ui.course.readings.readings_tab import ReadingsTab
    from exit_desktop.ui.course.work import CourseWork


class Leading:
    """Knows the tabs and what each of them opens; dialogs stand over `over`, `take` takes a step of the course."""

    def __init__(self, tabs: CourseTabs, over: QWidget, work: CourseWork, take: Callable[[Step], None]) -> None:
        self._tabs, self._over, self._work, self._take = tabs, over, work, take

    def write_contact(self) -> None:
        """Go to the fields of a new contact."""
        from exit_desktop.ui.course.contacts.tab import ContactsTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.CONTACTS)
        if isinstance(tab, ContactsTab):
            tab.begin_contact()

    def print_plan(self) -> None:
        """Open the preview of the plan's paper."""
        from exit_desktop.ui.papers.preview import open_plan_preview  # noqa: PLC0415 - QtPdf, first needed here

        open_plan_preview(self._work, self._over.window())

    def follow(self, mark: str) -> None:
        """Open what a mark of the timeline stands for."""
        kind, _, key = mark.partition(":")
        opens = {
            "reading": self._open_reading,
            "form": self._open_form,
            "contact": self._open_contact,
            "milestone": self._open_milestone,
            "transition": self._take_transition,
            "end": self._to_the_end,
            "activity": self._open_activity,
            "draft": self._open_draft,
            "task": self._open_task,
            "network_meetings": self._open_meetings,
            "afterwards": self._open_afterwards,
            "new_reading": self._begin_last_reading,
            "new_form": self._begin_closing_form,
        }
        if kind in opens:
            opens[kind](key)
        elif kind == "method":
            self._show_method()
        elif kind == "write":
            self.write_contact()
        elif kind == "pause" and self._work.course and open_pause(self._work.course.calendar):
            self._take_or_tell(Step.RESUME)
        else:
            self._tabs.open(_TABS_OF_MARKS.get(kind, TabId.OVERVIEW))

    def connect_tab(self, tab: TabId) -> None:
        """Let a tab that was just made lead on."""
        # By its name, not by its class: to ask for that would load the other tabs too.
        made = self._tabs.tab(tab)
        if tab in (TabId.READINGS, TabId.FORMS):
            cast("ReadingsTab", made).place_wanted.connect(self.follow)
        elif tab is TabId.DETAILS:
            cast("DetailsTab", made).method.place_wanted.connect(self.follow)
        elif tab is TabId.OVERVIEW:
            self._connect_overview(cast("OverviewTab", made))

    def _connect_overview(self, overview: OverviewTab) -> None:
        overview.reading_opened.connect(self._open_reading)
        overview.reading_wanted.connect(self.begin_reading)
        overview.plan_wanted.connect(lambda: self._tabs.open(TabId.PLAN))
        overview.sheet_wanted.connect(self.print_sheet)
        overview.contact_wanted.connect(self.write_contact)
        overview.start_wanted.connect(lambda: self._take_or_tell(Step.START))

    def print_sheet(self) -> None:
        """Open the preview of the citizen's sheet."""
        from exit_desktop.ui.papers.preview import open_sheet_preview  # noqa: PLC0415 - QtPdf, first needed here

        open_sheet_preview(self._work, self._over.window())

    def show_stored(self) -> None:
        """Open the preview of all that is stored about the citizen."""
        from exit_desktop.ui.papers.preview import open_stored_preview  # noqa: PLC0415 - QtPdf, first needed here

        open_stored_preview(self._work, self._over.window())

    def write_for_journal(self) -> None:
        """Make a text for a journal; of an anonymous course only the reason why there is none stands under Details."""
        from exit_desktop.ui.course.journal.journal_dialog import JournalDialog  # noqa: PLC0415 - seldom used

        course = self._work.course
        if course is None or course.anonymous:
            self._tabs.open(TabId.DETAILS)
        else:
            JournalDialog(self._over, self._work).open()

    def _open_reading(self, key: str) -> None:
        from exit_desktop.ui.course.readings.readings_tab import ReadingsTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.READINGS)
        if isinstance(tab, ReadingsTab):
            if key.startswith("plan:"):
                tab.show_list()
            else:
                tab.open_reading(key)

    def _open_form(self, key: str) -> None:
        from exit_desktop.ui.course.forms.forms_tab import FormsTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.FORMS)
        if isinstance(tab, FormsTab):
            tab.open_reading(key)

    def begin_reading(self) -> None:
        """Begin a reading, or go on with the one under way."""
        from exit_desktop.ui.course.readings.readings_tab import ReadingsTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.READINGS)
        if isinstance(tab, ReadingsTab):
            tab.begin()

    def _begin_last_reading(self, _occasion: str) -> None:
        self._begin(TabId.READINGS, SubmissionKind.READING)

    def _begin_closing_form(self, _kind: str) -> None:
        self._begin(TabId.FORMS, SubmissionKind.CLOSING_FORM)

    def _begin(self, place: TabId, kind: SubmissionKind) -> None:
        """Begin what belongs to the end of a course, whenever that is."""
        from exit_desktop.ui.course.readings.readings_tab import ReadingsTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(place)
        if isinstance(tab, ReadingsTab):
            tab.begin_kind(kind, Occasion.END)

    def _open_contact(self, contact_id: str) -> None:
        from exit_desktop.ui.course.contacts.tab import ContactsTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.CONTACTS)
        if isinstance(tab, ContactsTab):
            tab.open_contact(contact_id)

    def _open_activity(self, activity_id: str) -> None:
        from exit_desktop.ui.course.plan.tab import PlanTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.PLAN)
        if isinstance(tab, PlanTab):
            tab.open_activity(activity_id)

    def _open_task(self, task_id: str) -> None:
        from exit_desktop.ui.course.network.tab import NetworkTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.NETWORK)
        if isinstance(tab, NetworkTab):
            tab.open_task(task_id)

    def _open_meetings(self, _key: str) -> None:
        from exit_desktop.ui.course.network.tab import NetworkTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.NETWORK)
        if isinstance(tab, NetworkTab):
            tab.open_meetings()

    def _open_afterwards(self, key: str) -> None:
        from exit_desktop.ui.course.network.tab import NetworkTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.NETWORK)
        if isinstance(tab, NetworkTab):
            tab.open_afterwards(key)

    def _show_method(self) -> None:
        from exit_desktop.ui.course.details.details_tab import DetailsTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.DETAILS)
        if isinstance(tab, DetailsTab):
            tab.show_method()

    def _open_draft(self, place: str) -> None:
        """Go to where a half-written text waits: "contact/<contact id>", "contact/new", "contact/plan", "plan/"."""
        part, _, key = place.partition("/")
        if part != "contact":
            self._tabs.open(_TABS_OF_MARKS.get(part, TabId.OVERVIEW))
        elif key == "new":
            self.write_contact()
        elif key == "plan":
            self._plan_meeting()
        else:
            self._open_contact(key)

    def _plan_meeting(self) -> None:
        from exit_desktop.ui.course.contacts.tab import ContactsTab  # noqa: PLC0415 - loaded with its tab

        tab = self._tabs.open(TabId.CONTACTS)
        if isinstance(tab, ContactsTab):
            tab.plan_meeting()

    def _open_milestone(self, milestone_id: str) -> None:
        from exit_desktop.ui.course.steps.milestone import MilestoneDialog  # noqa: PLC0415 - seldom used

        course = self._work.course
        found = next((m for m in course.milestones if m.id == milestone_id), None) if course else None
        if found is not None:
            MilestoneDialog(self._over, self._work, found).open()

    def _take_transition(self, phase: str) -> None:
        course = self._work.course
        if course is not None and phase == next_phase(course).name.lower():
            self._take_or_tell(Step.TRANSITION)
        else:
            self._tabs.open(TabId.DETAILS)

    def _to_the_end(self, _key: str) -> None:
        course, today = self._work.course, self._work.session.today()
        offered = offered_steps(course, today) if course is not None else ()
        self._take_or_tell(Step.AFTERWARDS if Step.AFTERWARDS in offered else Step.CLOSE)

    def _take_or_tell(self, step: Step) -> None:
        course, today = self._work.course, self._work.session.today()
        if course is not None and step in offered_steps(course, today):
            self._take(step)
        else:
            self._tabs.open(TabId.DETAILS)


_TABS_OF_MARKS = {
    "week": TabId.CONTACTS,
    "contacts": TabId.CONTACTS,
    "plan": TabId.PLAN,
    "details": TabId.DETAILS,
    "network": TabId.NETWORK,
    "readings": TabId.READINGS,
    "forms": TabId.FORMS,
    "pause": TabId.DETAILS,
    "reopened": TabId.DETAILS,
}
