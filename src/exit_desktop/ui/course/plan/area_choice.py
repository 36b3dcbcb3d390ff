"""The eight areas: a ring to point at together, and the same as a list of boxes to tick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout

from exit_desktop.domain.method_figures import Expectations
from exit_desktop.domain.plans import FocusArea, PlanVersion
from exit_desktop.services.charting import ring_view
from exit_desktop.services.labels import FOCUS_AREAS, FOCUS_AREAS_ON_PAPER
from exit_desktop.ui.course.plan.plan_words import count_hint
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import Panel
from exit_desktop.ui.widgets.ring_widget import RingWidget

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme

AREAS = tuple(FocusArea)


class AreaChoice(Panel):
    """Shows which areas the plan takes up; `toggled(area, on)` when one is chosen or let go."""

    toggled = Signal(object, bool)

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__(theme)
        self.t = t
        self._plan: PlanVersion | None = None
        self._expected = Expectations().focus_areas
        self.ring = RingWidget(theme, t)
        self.ring.setMinimumHeight(theme.px(250))
        self.boxes = {area: QCheckBox() for area in AREAS}
        self._hint = small(theme)
        boxes = QGridLayout()
        boxes.setVerticalSpacing(0)
        for index, (area, box) in enumerate(self.boxes.items()):
            boxes.addWidget(box, index // 2, index % 2, Qt.AlignmentFlag.AlignLeft)
            box.clicked.connect(partial(self._box_clicked, area))
        self.body.addWidget(self.ring, 1)
        self.body.addLayout(boxes)
        self.body.addWidget(self._hint)
        self.ring.toggled.connect(self._ring_toggled)
        self.retranslate()

    @property
    def chosen(self) -> frozenset[FocusArea]:
        """The areas of the plan shown."""
        return frozenset(focus.area for focus in self._plan.focuses) if self._plan else frozenset()

    def expect(self, areas: tuple[int, int]) -> None:
        """Say from now on that so many areas, from the fewest to the most, are a good number."""
        self._expected = areas

    def show_plan(self, plan: PlanVersion | None) -> None:
        """Light the areas of a plan."""
        self._plan = plan
        self.ring.show_view(ring_view(plan, self.t))
        for area, box in self.boxes.items():
            box.setChecked(area in self.chosen)
        self._hint.setText(count_hint(len(self.chosen), self._expected, self.t))
        self._hint.setVisible(bool(self._hint.text()))

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self.t("What the plan is about"))
        for area, box in self.boxes.items():
            box.setText(self.t(FOCUS_AREAS_ON_PAPER[area]))
            box.setToolTip(self.t(FOCUS_AREAS[area]))
            box.setAccessibleDescription(self.t(FOCUS_AREAS[area]))
        self.show_plan(self._plan)

    def _box_clicked(self, area: FocusArea) -> None:
        self.toggled.emit(area, self.boxes[area].isChecked())

    def _ring_toggled(self, index: int) -> None:
        area = AREAS[index]
        self.toggled.emit(area, area not in self.chosen)
