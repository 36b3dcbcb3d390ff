"""The plan tab of a course: what it is about, what is to be done, when it is looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.plans import FocusArea, PlanVersion, current_plan
from exit_desktop.services.fidelity import read_expectations
from exit_desktop.services.labels import FOCUS_AREAS_ON_PAPER
from exit_desktop.services.plans import choose_areas, evaluate_plan
from exit_desktop.services.service_list import Service, list_services
from exit_desktop.ui.course.plan.area_choice import AreaChoice
from exit_desktop.ui.course.plan.focus_panel import FocusPanel
from exit_desktop.ui.course.plan.in_step import SideBySide, change_here, keep_in_step
from exit_desktop.ui.course.plan.plan_facts import PlanFacts
from exit_desktop.ui.widgets.after_paint import AfterPaint
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.panels import QuietPanel, scrolled

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class PlanTab(QWidget):
    """Shows the plan of the course that `work` holds and hands every change to it."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._services: tuple[Service, ...] = ()
        self._stale, self._shown_id = True, ""
        self.panels: dict[str, FocusPanel] = {}
        self.areas, self.facts = AreaChoice(work.session.theme, self.t), PlanFacts(work)
        self._build()
        work.shown.connect(self._show)
        work.session.changed.connect(self._changed)
        self.areas.toggled.connect(self._toggle)
        self.facts.print_wanted.connect(self.print_plan)
        self.facts.looked_at.connect(self._look_at)
        self.facts.versions_wanted.connect(self._read_versions)
        self.retranslate()
        self._show()

    def print_plan(self) -> None:
        """Open the preview of the plan's paper; empty paper when there is no plan."""
        from exit_desktop.ui.papers.preview import open_plan_preview  # noqa: PLC0415 - QtPdf, first needed here

        open_plan_preview(self._work, self.window())

    def open_activity(self, activity_id: str) -> None:
        """Go to an activity of the newest plan."""
        self.fill_rest()
        # The line's place is known after the layout has run.
        QTimer.singleShot(0, self, lambda: self._go_to_activity(activity_id))

    def fill_rest(self) -> None:
        """Show every area."""
        while self._rest.waiting:
            self._show_rest()

    def _go_to_activity(self, activity_id: str) -> None:
        lines = (
            line for panel in self.panels.values() for block in panel.blocks.values() for line in block.lines.values()
        )
        found = next((line for line in lines if line.activity_id == activity_id), None)
        if found is not None:
            found.tick.setFocus()
            self._area.ensureWidgetVisible(found)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._empty_words.setText(
            self.t(
                "Here the plan is made, together with the citizen. Begin with what it is to be about: "
                "click the areas in the ring that matter most. Under each you write wishes and what is to be done."
            )
        )
        self.areas.retranslate()
        self.facts.retranslate()
        for panel in self.panels.values():
            panel.retranslate()

    def clear(self) -> None:
        """Drop all that is shown."""
        self._shown_id = ""
        keep_in_step(self._list, self.panels, (), self._panel)
        self._rest.stop()
        self.areas.show_plan(None)
        self.facts.show_course(None)
        self._services = ()

    def _build(self) -> None:
        theme = self._work.session.theme
        self._empty = QuietPanel(theme)
        self._empty_words = Label(theme)
        self._empty.body.addWidget(self._empty_words)
        self._page = page = QWidget()
        self._column = column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.px(12), theme.px(12), theme.px(24))
        column.setSpacing(theme.px(14))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(14))
        column.addWidget(self._empty)
        column.addWidget(SideBySide(theme, self.areas, self.facts))
        column.addLayout(self._list)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(page)
        outer.addWidget(self._area)
        self._rest = AfterPaint(page, self._show_rest)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was chosen while the tab was not in sight."""
        super().showEvent(event)
        self.fill_unseen()

    def fill_unseen(self) -> None:
        """Show what was chosen, best before it is seen."""
        if self._stale:
            self._show_chosen()

    def _show(self) -> None:
        course = self._work.course
        self._stale = course is not None and not self.isVisible()
        if not self._stale:
            self._show_chosen()

    def _show_chosen(self) -> None:
        course = self._work.course
        self._stale = False
        if course is None:
            self.clear()
            return
        self._services = list_services(self._work.desk)
        plan = current_plan(course.plans)
        self._empty.setVisible(plan is None or not plan.focuses)
        self.areas.expect(read_expectations(self._work.desk).focus_areas)
        self.areas.show_plan(plan)
        self.facts.show_course(course)
        another, self._shown_id = self._shown_id != course.id, course.id
        self._show_areas(plan, more=0 if another else 1)

    def _show_areas(self, plan: PlanVersion | None, more: int = 1) -> None:
        """Show the areas that are in sight already and so many more; the others follow when that is painted."""
        focuses = {focus.id: focus for focus in plan.focuses} if plan else {}
        known = [focus_id for focus_id in focuses if focus_id in self.panels]
        new = [focus_id for focus_id in focuses if focus_id not in self.panels]
        keep_in_step(self._list, self.panels, [one for one in focuses if one in (*known, *new[:more])], self._panel)
        for focus_id, panel in self.panels.items():
            panel.show_focus(focuses[focus_id], self._services)
        if new[:more]:
            self._give_room()
        if len(new) > more:
            self._rest.start()
        else:
            self._rest.stop()

    def _give_room(self) -> None:
        """Let the page be as high as its new parts at once, so that none is painted squeezed first."""
        self._column.activate()
        width = self._page.width()
        self._page.resize(width, max(self._page.height(), self._column.totalHeightForWidth(width)))

    def _show_rest(self) -> None:
        self._rest.stop()
        course = self._work.course
        # Another one may have been chosen by now, while nobody sees this tab: it is shown when the tab is seen.
        if course is not None and course.id == self._shown_id:
            self._show_areas(current_plan(course.plans))

    def _panel(self, focus_id: str) -> FocusPanel:
        return FocusPanel(self._work, self._work.course.id if self._work.course else "", focus_id)

    def _changed(self, kind: str, _id: str) -> None:
        if kind == "service":
            self._show()

    def _toggle(self, area: FocusArea, on: bool) -> None:
        work, chosen = self._work, self.areas.chosen
        wanted = [one for one in FocusArea if (one in chosen or one is area) and (on or one is not area)]
        course_id = work.course.id if work.course else ""
        if not change_here(work, course_id, lambda desk, course: choose_areas(desk, course, wanted)):
            self._show()
        elif not on:
            words = self.t("{area} is out of the plan, with what stood under it.", area=self._name(area))
            work.session.note(words, self.t("Undo"), work.undo)

    def _name(self, area: FocusArea) -> str:
        return self.t(FOCUS_AREAS_ON_PAPER[area])

    def _look_at(self) -> None:
        if self._work.change(evaluate_plan):
            self._work.session.note(self.t("Noted. The plan stands as it is; the next change begins a new version."))

    def _read_versions(self) -> None:
        from exit_desktop.ui.course.plan.versions import VersionsDialog  # noqa: PLC0415 - seldom wanted

        if self._work.course is not None:
            VersionsDialog(self._work, self._work.course.plans, self.window()).open()
