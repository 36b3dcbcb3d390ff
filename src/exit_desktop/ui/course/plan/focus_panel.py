"""One area of the plan: why it was chosen, the wishes, what is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from exit_desktop.domain.plans import Focus
from exit_desktop.services.labels import FOCUS_AREAS, FOCUS_AREAS_ON_PAPER, PHASES
from exit_desktop.services.plans import write_why
from exit_desktop.ui.course.plan.in_step import change_here, keep_in_step
from exit_desktop.ui.course.plan.new_wish import new_wish
from exit_desktop.ui.course.plan.saved_text import SavedText
from exit_desktop.ui.course.plan.wish_block import WishBlock
from exit_desktop.ui.guidance.about_link import AboutLink
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.services.service_list import Service
    from exit_desktop.ui.course.work import CourseWork


class FocusPanel(Panel):
    """An area with everything that stands under it."""

    def __init__(self, work: CourseWork, course_id: str, focus_id: str) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        self._course_id, self._focus_id = course_id, focus_id
        self._focus: Focus | None = None
        self.blocks: dict[str, WishBlock] = {}
        theme = work.session.theme
        self._under, self.about = small(theme), AboutLink(work.session)
        self.why = SavedText(work, f"plan/{course_id}/{focus_id}/why", self._write)
        self.new_wish = new_wish(work, course_id, focus_id)
        self._wishes = QVBoxLayout()
        self._wishes.setSpacing(theme.px(16))
        under = row(self._under, self.about)
        under.setStretch(0, 1)
        self.body.addLayout(under)
        self.body.addWidget(self.why)
        self.body.addLayout(self._wishes)
        self.body.addWidget(self.new_wish)

    def show_focus(self, focus: Focus, services: Sequence[Service]) -> None:
        """Show an area of the plan."""
        first = self._focus is None
        self._focus = focus
        self.about.set_place(f"area/{focus.area}")
        self.why.show_text(focus.why)
        wishes = {wish.id: wish for wish in focus.wishes}
        keep_in_step(self._wishes, self.blocks, wishes, self._block)
        for wish_id, block in self.blocks.items():
            block.show_wish(wishes[wish_id], services)
        if first:
            self.retranslate()
        if not wishes:
            self.new_wish.unfold()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t, focus = self.t, self._focus
        if focus is None:
            return
        plain, area = t(FOCUS_AREAS_ON_PAPER[focus.area]), t(FOCUS_AREAS[focus.area])
        since = t("since {phase}", phase=t(PHASES[focus.phase]).lower())
        self.set_heading(plain)
        self.about.retranslate()
        self._under.setText(since if plain == area else t("{area} · {since}", area=area, since=since))
        self.why.set_words(t("Why this area, just now"), hint=t("For you; it is not on the plan's paper"))
        self.new_wish.retranslate()
        for block in self.blocks.values():
            block.retranslate()

    def _block(self, wish_id: str) -> WishBlock:
        return WishBlock(self._work, self._course_id, wish_id)

    def _write(self, text: str) -> bool:
        focus_id = self._focus_id
        return change_here(self._work, self._course_id, lambda desk, course: write_why(desk, course, focus_id, text))
