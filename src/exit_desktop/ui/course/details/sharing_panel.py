"""What the coordinator may see, and whether the course is anonymous, each said plainly."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout

from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.services.labels import SHARING
from exit_desktop.services.sharing import set_anonymous, set_sharing
from exit_desktop.system.language import mark
from exit_desktop.ui.course.details.asking import Asked, AskFirst
from exit_desktop.ui.widgets.labels import muted, small
from exit_desktop.ui.widgets.panels import Panel, rule

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork

MEANS = {
    Sharing.NOT_ASKED: mark("Nothing leaves this computer before you have asked the citizen."),
    Sharing.NOTHING: mark("The citizen said no. Nothing about this course is ever sent to the coordinator."),
    Sharing.CODED: mark(
        "The coordinator gets answers, dates and counts under a code. No name, no words and no places go along."
    ),
    Sharing.FULL: mark("The coordinator can read everything, also your notes, except the safety note."),
}


class SharingPanel(Panel):
    """Both are the citizen's choice; less than before is called back with the next package."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        theme = work.session.theme
        self._group = QButtonGroup(self)
        self.options = {sharing: QRadioButton() for sharing in Sharing}
        self._asks, self.means = muted(theme), small(theme)
        self.body.addWidget(self._asks)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        for sharing, option in self.options.items():
            self._group.addButton(option)
            option.clicked.connect(partial(self._share, sharing))
            column.addWidget(option)
        self.body.addLayout(column)
        self.body.addWidget(self.means)
        self.body.addWidget(rule())
        self.anonymous, self._anonymous_means = QCheckBox(), small(theme)
        self.anonymous.clicked.connect(self._toggle)
        self.body.addWidget(self.anonymous)
        self.body.addWidget(self._anonymous_means)

    def show_course(self, course: Course) -> None:
        """Show what is chosen for a course."""
        self.options[course.sharing].setChecked(True)
        self.options[Sharing.FULL].setVisible(not course.anonymous)
        self.anonymous.setChecked(course.anonymous)
        self.means.setText(self._t(MEANS[course.sharing]))

    def clear(self) -> None:
        """Let the course go."""
        self.means.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.set_heading(t("Sharing"))
        self._asks.setText(t("What may the coordinator see? Ask the citizen, and let them change their mind."))
        for sharing, option in self.options.items():
            option.setText(t(SHARING[sharing]))
            option.setAccessibleDescription(t(MEANS[sharing]))
        self.anonymous.setText(t("Anonymous course"))
        self._anonymous_means.setText(
            t(
                "The course is written into no case elsewhere, and is never shared as a whole. "
                "Turning it on gives the course a new code; what the coordinator had is called back."
            )
        )
        self.anonymous.setAccessibleDescription(self._anonymous_means.text())
        if self._work.course is not None:
            self.means.setText(t(MEANS[self._work.course.sharing]))

    def _share(self, sharing: Sharing) -> None:
        self._work.change(lambda desk, course: set_sharing(desk, course, sharing))
        self._again()

    def _toggle(self, on: bool) -> None:
        if on:
            self._work.change(_make_anonymous)
            self._work.forget_undo()
            self._again()
            return
        # Nothing changes before the question is answered.
        self.anonymous.setChecked(True)
        t = self._t
        asked = Asked(
            t("Turn anonymity off?"),
            t(
                "The course can then be shared as a whole and written into a case elsewhere, "
                "and the citizen becomes easier to identify. Do it only if the citizen wants it."
            ),
            t("Turn anonymity off"),
            t("Keep the course anonymous"),
        )
        dialog = AskFirst(self, self._work, asked, _make_known)
        dialog.accepted.connect(self._work.forget_undo)
        dialog.open()

    def _again(self) -> None:
        if self._work.course is not None:
            self.show_course(self._work.course)


def _make_anonymous(desk: Desk, course: Course) -> Course:
    return set_anonymous(desk, course, True)


def _make_known(desk: Desk, course: Course) -> Course:
    return set_anonymous(desk, course, False)
