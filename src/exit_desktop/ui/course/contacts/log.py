"""The log of a course: what has been, by month, the newest first; lines are made as they come into sight."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exit_desktop.domain.contacts import ContactState
from exit_desktop.services.labels import CONTACT_KINDS, PARTIES
from exit_desktop.system.language import mark
from exit_desktop.ui.course.contacts import log_words
from exit_desktop.ui.course.contacts.entry import LogEntry, draft_place
from exit_desktop.ui.course.contacts.line import ContactLine
from exit_desktop.ui.widgets.after_paint import AfterPaint
from exit_desktop.ui.widgets.choices import Choice
from exit_desktop.ui.widgets.labels import Label, heading, muted, small
from exit_desktop.ui.widgets.panels import Panel, laid_out_once, row

if TYPE_CHECKING:
    from exit_desktop.domain.contacts import Contact
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork
    from exit_desktop.ui.theme import Theme

# So many are in sight on most screens; up to the second number they come when those are painted.
IN_SIGHT, AT_FIRST = 10, 30
MORE = 40


class MonthHead(QWidget):
    """The name of a month with its hours."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name, self._figures, self._kinds = heading(theme), muted(theme), small(theme)
        for label in (self._name, self._figures):
            label.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(10), theme.px(10), theme.px(2))
        column.setSpacing(theme.px(1))
        column.addLayout(row(self._name, 1, self._figures))
        column.addWidget(self._kinds)

    def put(self, name: str, figures: tuple[str, str]) -> None:
        """Show a month."""
        head, kinds = figures
        self._name.setText(name)
        self._figures.setText(head)
        self._kinds.setText(kinds)
        self._kinds.setVisible(bool(kinds))


class ContactLog(Panel):
    """Shows the contacts of a course; `show_more` makes further lines when the reader comes near the end."""

    grown = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        self._course: Course | None = None
        self._entries: dict[str, LogEntry] = {}
        # Lines of the course before, while those of another one are laid out.
        self._spare: list[LogEntry] = []
        self._heads: list[MonthHead] = []
        self._shown, self._placed = AT_FIRST, list[QWidget]()
        self._rest = AfterPaint(self, self.fill_rest)
        self._at_work = False
        theme = work.session.theme
        self._frequency, self._empty = muted(theme), muted(theme)
        self.party = Choice(self.t, PARTIES, mark("Everyone"))
        self.kind = Choice(self.t, CONTACT_KINDS, mark("Every kind"))
        self._name: Label = heading(theme)
        self._filters: QHBoxLayout = row(self._name, 1, self.party, self.kind)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._filters)
        self.body.addWidget(self._frequency)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._column)
        for choice in (self.party, self.kind):
            choice.currentIndexChanged.connect(self._sift)
        self.retranslate()

    def show_course(self, course: Course | None) -> None:
        """Show the contacts of a course; a line that is open stays open."""
        if course is None:
            self._drop_all()
        elif self._course is None or course.id != self._course.id:
            self._begin_another(course)
            return
        self._course = course
        self._lay_out()
        if self._shown < AT_FIRST:
            self._rest.start()

    def show_more(self) -> bool:
        """Make further lines; False when all are there."""
        if self._at_work:
            # The page moves while lines come and go; that is nobody who scrolls.
            return False
        self.fill_rest()
        if self._course is None or self._left_behind or self._shown >= len(self._course.contacts):
            return False
        self._make_lines(self._shown + MORE)
        return True

    def open_contact(self, contact_id: str, to_note: bool = True) -> LogEntry | None:
        """Open the fields of a contact, whatever the filter says; None if it is not in the log."""
        course = self._course
        if course is None or all(c.id != contact_id or c.state is ContactState.PLANNED for c in course.contacts):
            return None
        self.fill_rest()
        if contact_id not in self._entries:
            self.party.set_value(None)
            self.kind.set_value(None)
            self._shown = len(course.contacts)
            self._lay_out()
        entry = self._entries[contact_id]
        entry.open()
        self._close_others(entry)
        if to_note and entry.editor:
            entry.editor.form.note.setFocus()
        return entry

    def line_of(self, contact_id: str) -> ContactLine | None:
        """Return the line of a contact; None if it is not in sight here."""
        entry = self._entries.get(contact_id)
        return entry.line if entry else None

    def entries(self) -> tuple[LogEntry, ...]:
        """Return the lines that are made, in their order."""
        return tuple(widget for widget in self._placed if isinstance(widget, LogEntry))

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._name.setText(t("Contact log"))
        self.setAccessibleName(t("Contact log"))
        self.party.setAccessibleName(t("Show contacts with"))
        self.kind.setAccessibleName(t("Show contacts of this kind"))
        self.party.retranslate()
        self.kind.retranslate()
        for entry in self._entries.values():
            entry.retranslate()
        self._lay_out()

    def fill_rest(self) -> None:
        """Make what was left until the first lines were painted."""
        self._rest.stop()
        if self._shown < AT_FIRST and not self._left_behind:
            self._make_lines(AT_FIRST)

    @property
    def _left_behind(self) -> bool:
        """Whether another course is chosen by now, while nobody sees this log: it takes that one when it is seen."""
        chosen = self._work.course
        return chosen is None or self._course is None or chosen.id != self._course.id

    def _make_lines(self, shown: int) -> None:
        self._shown = shown
        self._lay_out()

    def _begin_another(self, course: Course) -> None:
        """Show the first lines of another course in those that are there: to make them is what takes time."""
        self._course = course
        self._shown, self._entries = IN_SIGHT, {}
        self._spare = [entry for entry in self.entries() if entry.editor is None]
        self._lay_out()
        self._spare = []
        self._rest.start()

    def _sift(self, _index: int) -> None:
        self._shown = AT_FIRST
        self._lay_out()

    def _lay_out(self) -> None:
        course, sieve = self._course, log_words.Sieve(self.party.value, self.kind.value)
        months, course_id = (log_words.months_of(course.contacts, sieve), course.id) if course else ((), "")
        wanted: list[QWidget] = []
        left = self._shown
        for number, month in enumerate(months):
            if left <= 0:
                break
            wanted.append(self._head(number, month))
            wanted += [self._entry(contact, course_id) for contact in month.contacts[:left]]
            left -= len(month.contacts)
        self._place(wanted)
        self._say(bool(months))

    def _say(self, some: bool) -> None:
        course, t = self._course, self.t
        any_at_all = course is not None and bool(log_words.months_of(course.contacts, log_words.Sieve()))
        self._frequency.setVisible(any_at_all)
        for choice in (self.party, self.kind):
            choice.setVisible(any_at_all)
        if course is not None:
            self._frequency.setText(log_words.frequency(course.contacts, self._work.session.today(), t))
        self._empty.setHidden(some)
        nothing = t("No contact like that.")
        first = t("Here is what you have done together, month by month. Write the first contact above.")
        self._empty.setText(nothing if any_at_all else first)

    def _head(self, number: int, month: log_words.Month) -> MonthHead:
        if number == len(self._heads):
            self._heads.append(MonthHead(self._work.session.theme))
        head = self._heads[number]
        head.put(self.t.date(month.first, "month"), log_words.month_figures(month, self.t))
        return head

    def _entry(self, contact: Contact, course_id: str) -> LogEntry:
        entry = self._entries.get(contact.id)
        if entry is not None:
            entry.put(contact, course_id)
            return entry
        made = self._spare.pop(0) if self._spare else self._new_entry(contact, course_id)
        entry = self._entries[contact.id] = made
        entry.put(contact, course_id)
        entry.line.setChecked(False)
        if self._work.session.drafts.text(draft_place(course_id, contact.id)):
            entry.open_waiting()
        return entry

    def _new_entry(self, contact: Contact, course_id: str) -> LogEntry:
        entry = LogEntry(self._work, contact, course_id)
        entry.opened.connect(self._close_others)
        entry.stepped.connect(self._step)
        return entry

    def _place(self, wanted: list[QWidget]) -> None:
        """Put the widgets in this order; one that stays keeps the keyboard, one that is gone is let go."""
        if wanted == self._placed:
            return
        self._at_work = True
        try:
            with laid_out_once(self):
                for widget in self._placed:
                    self._column.removeWidget(widget)
                    if widget not in wanted:
                        self._let_go(widget)
                for widget in wanted:
                    self._column.addWidget(widget)
            self._placed = wanted
        finally:
            self._at_work = False
        self._let_tab_follow()

    def _let_go(self, widget: QWidget) -> None:
        self._entries = {key: entry for key, entry in self._entries.items() if entry is not widget}
        self._heads = [head for head in self._heads if head is not widget]
        widget.hide()
        widget.deleteLater()

    def _drop_all(self) -> None:
        self._rest.stop()
        self._course = None
        self._place([])
        for words in (self._frequency, self._empty):
            words.clear()

    def _close_others(self, opened: LogEntry) -> None:
        for entry in self.entries():
            if entry is not opened and entry.editor and not entry.waits:
                entry.close_fields()

    def _step(self, entry: LogEntry, by: int) -> None:
        lines = self.entries()
        at = lines.index(entry) + by
        if at >= len(lines) and self.show_more():
            lines = self.entries()
        if 0 <= at < len(lines):
            lines[at].line.setFocus()

    def _let_tab_follow(self) -> None:
        """Let Tab go from line to line as they stand; one that is open leads through its fields first."""
        stops = chain.from_iterable(entry.stops() for entry in self.entries())
        for stop, following in pairwise((self.kind, *stops)):
            QWidget.setTabOrder(stop, following)
