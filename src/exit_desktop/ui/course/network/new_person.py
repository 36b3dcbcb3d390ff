"""Where someone new is put on the map: what waits in the fields is a draft until "Add" makes it a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from exit_desktop.domain.network import LONGEST_ROLE, NetworkPerson
from exit_desktop.services.network import put_person
from exit_desktop.system.ids import new_id
from exit_desktop.system.language import mark
from exit_desktop.ui.course.network.choices import HALVES, NEAR, STAFF, TIE_WORDS, Half, Tie
from exit_desktop.ui.course.plan.in_step import change_here
from exit_desktop.ui.course.plan.new_entry import NewEntry
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.choices import ChipRow, Choice
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import QuietPanel, row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


def draft_places(course_id: str) -> tuple[str, str, str, str]:
    """Return where the drafts of role, name, half and tie wait."""
    place = f"network/{course_id}/new-person"
    return place, f"{place}/name", f"{place}/half", f"{place}/tie"


class NewPerson(QuietPanel):
    """Half, role with suggestions, name and tie; `closed` when folded away."""

    closed = Signal()

    def __init__(self, work: CourseWork, course_id: str) -> None:
        super().__init__(work.session.theme)
        self._work, self.t, self._course_id = work, work.session.t, course_id
        self.half, self.tie = ChipRow(self.t, HALVES), Choice(self.t, TIE_WORDS)
        self.near, self.staff = ChipRow(self.t, NEAR), ChipRow(self.t, STAFF)
        self.role, self.name = TextLine(most=LONGEST_ROLE), TextLine(most=LONGEST_ROLE)
        self.add, self._close = Button(), LinkButton()
        self._build()
        self._connect()
        self.retranslate()
        self._take_draft()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        role, name, tie = self._rows
        role.set_words(t("Who it is: a role"))
        self.role.setPlaceholderText(t("Write a role, or choose one below"))
        name.set_words(t("What the citizen calls them, if you want"))
        tie.set_words(t("How close"))
        self._hint.setText(t("Write roles rather than names. Nobody here hears anything from you without a yes."))
        self.add.setText(t("Add"))
        self.add.setToolTip(t("Ctrl+Enter"))
        self._close.setText(t("Close"))
        self.half.name(t("Where on the map"))
        for chips in (self.near, self.staff):
            chips.name(t("Roles to choose from"))
        for part in (self.half, self.near, self.staff, self.tie):
            part.retranslate()

    def _build(self) -> None:
        theme = self._work.session.theme
        self._rows = tuple(FormRow(theme, field) for field in (self.role, self.name, self.tie))
        self._hint = small(theme)
        across = QHBoxLayout()
        across.setSpacing(theme.px(10))
        across.addWidget(self._rows[1], 2)
        across.addWidget(self._rows[2], 1)
        for part in (self._rows[0], GuardLine(self._work, self.role), self.half, self.near, self.staff):
            self.body.addWidget(part)
        self.body.addLayout(across)
        self.body.addWidget(GuardLine(self._work, self.name))
        self.body.addWidget(self._hint)
        self.body.addLayout(row(self.add, self._close, 1))
        self.setFocusProxy(self.role)
        # A stop by name: only so can the fields be put in their place in the order of Tab, all of them together.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tie.set_value(Tie.BETWEEN)
        self._begin_anew()

    def _connect(self) -> None:
        self.half.chosen.connect(self._half_chosen)
        self.tie.activated.connect(self._tie_chosen)
        self.near.chosen.connect(self._near_chosen)
        self.staff.chosen.connect(self._staff_chosen)
        self._close.clicked.connect(self.closed)
        self.add.clicked.connect(self._add)
        on_ctrl_enter(self, self._add)

    def _take_draft(self) -> None:
        drafts = self._work.session.drafts
        role, name, half, tie = draft_places(self._course_id)
        drafts.attach(self.role, role)
        drafts.attach(self.name, name)
        if drafts.text(half) in tuple(Half):
            self.half.set_value(Half(drafts.text(half)))
            self._offer()
        if drafts.text(tie) in tuple(Tie):
            self.tie.set_value(Tie(drafts.text(tie)))

    def _half_chosen(self) -> None:
        self._work.session.drafts.keep(draft_places(self._course_id)[2], self.half.value)
        self._offer()

    def _tie_chosen(self, _index: int) -> None:
        self._work.session.drafts.keep(draft_places(self._course_id)[3], str(self.tie.value))

    def _near_chosen(self) -> None:
        self.role.setText(self.t(NEAR[self.near.value]))

    def _staff_chosen(self) -> None:
        self.role.setText(self.t(STAFF[self.staff.value]))

    def _offer(self) -> None:
        """Offer the roles of the half that is chosen."""
        professional = self.half.value is Half.PROFESSIONAL
        self.near.setHidden(professional)
        self.staff.setHidden(not professional)

    def _add(self) -> None:
        role = self.role.text().strip()
        self._rows[0].set_fault("" if role else self.t("Write who it is first, or choose a role."))
        if not role:
            return
        person = NetworkPerson(
            new_id(),
            role,
            self.name.text().strip(),
            self.half.value is Half.PROFESSIONAL,
            int(self.tie.value or Tie.BETWEEN),
        )
        if change_here(self._work, self._course_id, lambda desk, course: put_person(desk, course, person)):
            self._empty()

    def _empty(self) -> None:
        for field in (self.role, self.name):
            field.set_saved("")
        for place in draft_places(self._course_id):
            self._work.session.drafts.drop(place)
        self._begin_anew()
        self.role.setFocus()

    def _begin_anew(self) -> None:
        for chips in (self.near, self.staff):
            chips.choose_none()
        self._offer()


def new_person(work: CourseWork, course_id: str) -> NewEntry[NewPerson]:
    """Return the way to someone new, unfolded where a draft waits behind it."""
    made = NewEntry(work.session.t, mark("Add someone"), partial(NewPerson, work, course_id))
    if any(work.session.drafts.text(place) for place in draft_places(course_id)[:2]):
        made.unfold()
    return made
