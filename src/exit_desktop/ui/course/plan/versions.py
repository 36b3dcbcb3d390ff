"""The versions of a plan to read: what stood in each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from exit_desktop.domain.plans import PlanVersion
from exit_desktop.services.labels import ACTIVITY_STATUSES, FOCUS_AREAS_ON_PAPER
from exit_desktop.services.service_list import list_services, name_here
from exit_desktop.ui.course.plan.in_step import Folded
from exit_desktop.ui.course.plan.plan_words import version_words, when_words, who_words
from exit_desktop.ui.theme import Size
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.dialog_room import room_of
from exit_desktop.ui.widgets.fields import FormRow
from exit_desktop.ui.widgets.labels import Label, heading, muted, small
from exit_desktop.ui.widgets.panels import clear_layout, row, scrolled

if TYPE_CHECKING:
    from exit_desktop.domain.plans import Activity
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.course.work import CourseWork
    from exit_desktop.ui.theme import Theme


class VersionsDialog(QDialog):
    """Shows one version at a time, the newest first; nothing can be changed here."""

    def __init__(self, work: CourseWork, versions: Sequence[PlanVersion], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.t = work.session.theme, work.session.t
        self._versions = sorted(versions, key=lambda version: version.number, reverse=True)
        self._names = {service.id: name_here(service, self.t) for service in list_services(work.desk)}
        self.choice, close = Folded(), Button(self.t("Close"))
        for version in self._versions:
            self.choice.addItem(version_words(version, self.t))
        chooser = FormRow(self._theme, self.choice, self.t("Version"))
        page = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setSpacing(self._theme.px(6))
        column = QVBoxLayout(self)
        column.addWidget(chooser)
        column.addWidget(scrolled(page), 1)
        column.addLayout(row(1, close))
        self.setWindowTitle("Forløb")
        self.setAccessibleName(self.t("Earlier versions"))
        self.resize(QSize(self._theme.px(620), self._theme.px(600)).boundedTo(room_of(self)))
        self.choice.currentIndexChanged.connect(self._show)
        close.clicked.connect(self.reject)
        self._show(0)

    def done(self, result: int) -> None:
        """Drop what was shown."""
        clear_layout(self._page)
        self._versions = []
        super().done(result)
        self.deleteLater()

    def _show(self, index: int) -> None:
        clear_layout(self._page)
        if 0 <= index < len(self._versions):
            for part in version_parts(self._theme, self._versions[index], self._names, self.t):
                self._page.addWidget(part)
        self._page.addStretch(1)


def version_parts(theme: Theme, version: PlanVersion, names: Mapping[str, str], t: Texts) -> list[QWidget]:
    """Return labels that tell everything that stands in a version."""
    parts: list[QWidget] = []
    if version.review_on:
        parts.append(muted(theme, t("To be looked at again {date}", date=t.date(version.review_on))))
    for focus in version.focuses:
        parts.append(heading(theme, t(FOCUS_AREAS_ON_PAPER[focus.area])))
        parts += [muted(theme, focus.why)] if focus.why else []
        for wish in focus.wishes:
            if wish.words:
                parts.append(own_words(theme, wish.words))
            for activity in wish.activities:
                parts += activity_parts(theme, activity, names, t)
    return parts or [muted(theme, t("Nothing stood in this version."))]


def own_words(theme: Theme, words: str) -> Label:
    """Return the citizen's words in italics."""
    label = Label(theme, f"“{words}”")
    label.setFont(theme.font(Size.BODY, italic=True))
    return label


def activity_parts(theme: Theme, activity: Activity, names: Mapping[str, str], t: Texts) -> list[QWidget]:
    """Return what an activity said in this version."""
    status = t(ACTIVITY_STATUSES[activity.status])
    under = [status, who_words(activity, names, t), when_words(activity, t)]
    told = [Label(theme, activity.what), small(theme, " · ".join(part for part in under if part))]
    for words in (activity.agreement, activity.evaluation):
        told += [small(theme, words)] if words else []
    return list(told)
