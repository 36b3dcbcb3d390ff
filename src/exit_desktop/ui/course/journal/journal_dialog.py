"""Makes a text for a journal from chosen contacts; the worker shortens it here, the notes stay as they are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.domain.extract import contacts_between
from exit_desktop.services.desk import Act
from exit_desktop.services.journal_extract import journal_text, record_journal
from exit_desktop.ui.course.journal.contact_ticks import ContactTicks
from exit_desktop.ui.course.steps.step_dialog import StepDialog
from exit_desktop.ui.secret_copy import CLEAR_AFTER_MINUTES, copy_secret
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.fields import DateField, FormRow, TextArea
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork

USUAL_DAYS = 30
# The height at most at 100 %: the text below wants its room.
MOST_TICKS = 132


class JournalDialog(StepDialog):
    """A period, ticks, and the text that they make, to be copied or put on paper."""

    WIDTH = 640

    def __init__(self, parent: QWidget, work: CourseWork) -> None:
        super().__init__(parent, work, "journal")
        t, theme, today = self.t, self.session.theme, self.session.today()
        self.set_words(
            t("Text for the journal"),
            t("Take only what must stand there. If others keep the journal, ask the citizen for a yes first."),
            t("Copy the text"),
        )
        self.first, self.last = DateField(today, today - timedelta(days=USUAL_DAYS)), DateField(today, today)
        self.ticks = ContactTicks(t)
        self.all, self.none, self.anew = LinkButton(t("Tick all")), LinkButton(t("Tick none")), LinkButton()
        self.count, self.text = small(theme), TextArea(theme, lines=6, most=9)
        self.paper = Button(t("On paper …"))
        self._made, waiting = "", self.session.drafts.text(self._place)
        self._drafts.append(self._place)
        self._lay_out()
        self._connect()
        self._fill()
        if waiting:
            self.text.setPlainText(waiting)
            self.anew.show()

    def ready(self) -> bool:
        """Return whether there is anything to copy."""
        return bool(self.text.text().strip())

    def change(self, desk: Desk, course: Course) -> Course:
        """Write that the text leaves, then copy it."""
        record_journal(desk, course, Act.COPIED)
        copy_secret(self.work, self.text.text().strip())
        return course

    def open(self) -> None:
        """Show it, both ways out side by side."""
        if self.act.parent() is None:
            self._room.column.addLayout(buttons(self.session.theme, self.act, self.paper, self.back))
        super().open()

    def do(self) -> None:
        """Copy, close, and say how long it stays in the clipboard."""
        super().do()
        if self.result() == self.DialogCode.Accepted:
            self.work.forget_undo()
            minutes = CLEAR_AFTER_MINUTES
            words = self.t.plural(
                "Copied. The clipboard is emptied after {count} minute, and when you lock.",
                "Copied. The clipboard is emptied after {count} minutes, and when you lock.",
                minutes,
            )
            self.session.note(words)

    def _lay_out(self) -> None:
        t, theme = self.t, self.session.theme
        period = row(FormRow(theme, self.first, t("From")), FormRow(theme, self.last, t("Until")), 1)
        self.body.addLayout(period)
        self.add_named(t("Contacts"), self.ticks)
        self.body.addLayout(buttons(theme, self.all, self.none))
        self.body.addWidget(self.count)
        self.anew.setText(t("Make the text anew from the ticks"))
        self.anew.hide()
        hint = t("Shorten it as you like. What you wrote in the contacts stays.")
        for part in (FormRow(theme, self.text, t("The text"), hint), GuardLine(self.session, self.text), self.anew):
            self.body.addWidget(part)

    def _connect(self) -> None:
        for field in (self.first, self.last):
            field.picked.connect(self._fill)
        self.ticks.chosen_changed.connect(self._compose)
        self.all.clicked.connect(lambda: self.ticks.tick_all(on=True))
        self.none.clicked.connect(lambda: self.ticks.tick_all(on=False))
        self.anew.clicked.connect(self._make_anew)
        self.text.textChanged.connect(self._written)
        self.paper.clicked.connect(self._on_paper)

    def _fill(self, _day: date | None = None) -> None:
        course = self.work.course
        contacts = course.contacts if course else ()
        self.ticks.show_contacts(contacts_between(contacts, self.first.value, self.last.value))
        self.ticks.setFixedHeight(min(self.ticks.whole_height, self.session.theme.px(MOST_TICKS)))
        self._compose()

    def _compose(self) -> None:
        """Make the text from the ticks; one that the worker has changed stays until they want it anew."""
        chosen = self.ticks.chosen
        words = self.t.plural("{count} contact is ticked.", "{count} contacts are ticked.", len(chosen))
        nothing = self.t("Nothing was written in this period.")
        self.count.setText(words if self.ticks.count() else nothing)
        made, edited = journal_text(chosen, self.t), self.text.text() != self._made
        if edited:
            self.anew.setVisible(made != self._made)
        else:
            self._made = made
            self.text.setPlainText(made)
        self.settle()

    def _make_anew(self) -> None:
        self._made = journal_text(self.ticks.chosen, self.t)
        self.text.setPlainText(self._made)
        self.anew.hide()
        self.text.setFocus()

    def _written(self) -> None:
        text = self.text.text()
        if text != self._made:
            self.session.drafts.keep(self._place, text)
        else:
            self.session.drafts.drop(self._place)
        self.settle()

    @property
    def _place(self) -> str:
        course = self.work.course
        return f"step/{course.id if course else ''}/journal/text"

    def _on_paper(self) -> None:
        from exit_desktop.ui.papers.preview import open_journal_preview  # noqa: PLC0415 - QtPdf, first needed here

        preview = open_journal_preview(self.work, self, self.text.text().strip()) if self.ready() else None
        if preview is not None:
            preview.accepted.connect(self._left_on_paper)

    def _left_on_paper(self) -> None:
        self._forget_drafts()
        self.accept()
