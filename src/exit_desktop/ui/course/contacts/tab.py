"""The contacts of a course on one page: write one, what is planned, and the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.ui.course.contacts.bin_panel import ContactBin
from exit_desktop.ui.course.contacts.coming import Coming
from exit_desktop.ui.course.contacts.composer import Composer
from exit_desktop.ui.course.contacts.log import ContactLog
from exit_desktop.ui.widgets.in_sight import bring_into_sight
from exit_desktop.ui.widgets.panels import scrolled

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class ContactsTab(QWidget):
    """Shows the contacts of `work.course`; nothing is built for a course before the tab is seen."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work = work
        self._stale = True
        self.composer, self.coming = Composer(work), Coming(work)
        self.log, self.bin = ContactLog(work), ContactBin(work)
        page = QWidget()
        column = QVBoxLayout(page)
        space = work.session.theme.px(14)
        column.setContentsMargins(0, space, space, space)
        column.setSpacing(space)
        for part in (self.composer, self.coming, self.log, self.bin):
            column.addWidget(part)
        column.addStretch(1)
        self.area = scrolled(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        work.shown.connect(self._shown)
        self.coming.became.connect(self.open_contact)
        self.composer.added.connect(self._show_added)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._grow)

    def begin_contact(self) -> None:
        """Go to the fields of a new contact."""
        self.area.verticalScrollBar().setValue(0)
        self.composer.take_focus()

    def plan_meeting(self) -> None:
        """Go to the fields of a coming meeting."""
        self._load()
        self.coming.begin()
        self.area.ensureWidgetVisible(self.coming)

    def open_contact(self, contact_id: str) -> None:
        """Open a contact of the log and go to it; a planned one is shown where it is planned."""
        self._load()
        entry = self.log.open_contact(contact_id)
        bring_into_sight(entry or self.coming)

    def retranslate(self) -> None:
        """Speak the language in force."""
        for part in (self.composer, self.coming, self.log, self.bin):
            part.retranslate()

    def clear(self) -> None:
        """Drop all that is shown; drafts stay in their file."""
        for part in (self.composer, self.coming, self.log, self.bin):
            part.show_course(None)
        self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Load what is to be seen."""
        super().showEvent(event)
        self._load()

    def fill_unseen(self) -> None:
        """Load it before it is seen."""
        self._load()

    def fill_rest(self) -> None:
        """Show as much of the log as is there at first."""
        self.log.fill_rest()

    def _show_added(self, contact_id: str) -> None:
        line = self.log.line_of(contact_id)
        if line is None:
            # It is planned, and stands there.
            self.composer.form.kind.take_focus()
            return
        line.setFocus()
        bring_into_sight(line)

    def _shown(self) -> None:
        self._stale = True
        if self._work.course is None:
            self.clear()
        elif self.isVisible():
            self._load()

    def _load(self) -> None:
        if not self._stale or self._work.course is None:
            return
        self._stale = False
        for part in (self.composer, self.coming, self.log, self.bin):
            part.show_course(self._work.course)

    def _grow(self, value: int) -> None:
        """Make further lines before the reader reaches the end."""
        bar = self.area.verticalScrollBar()
        if value > bar.maximum() - bar.pageStep():
            self.log.show_more()
