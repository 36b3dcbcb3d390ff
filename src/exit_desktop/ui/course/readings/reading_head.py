"""When a reading or form is from, what it is for; of a reading, the language and whether the citizen was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from exit_desktop.domain.calendar import Calendar, Occasion
from exit_desktop.domain.forms import FORM_KINDS, occasions_of, propose_for
from exit_desktop.domain.submissions import MadeBy, Submission, SubmissionKind
from exit_desktop.services.labels import OCCASIONS
from exit_desktop.system.language import mark
from exit_desktop.ui.course.readings.sitting_words import words_of
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.fields import DateField, FormRow
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import row
from exit_desktop.ui.widgets.unturned import PickBox

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

LANGUAGES = {"da": mark("Danish"), "en": mark("English")}


class ReadingHead(QWidget):
    """`edited(Submission)` with another date, occasion, language or presence; the occasion follows the date."""

    edited = Signal(object)

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t, self._work = work.session.t, work
        self._shown: Submission | None = None
        self._calendar: Calendar | None = None
        theme = work.session.theme
        self.date_field = DateField(work.session.today())
        self.date_field.setMaximumWidth(theme.px(130))
        self.occasion, self.language = PickBox(), PickBox()
        self.alone = QCheckBox()
        self._alone_note = small(theme)
        self.told, self.change = Label(theme), LinkButton()
        self._folds = self._unfolded = False
        self._rows = [FormRow(theme, field) for field in (self.date_field, self.occasion, self.language)]
        self._build()
        self.date_field.picked.connect(self._date)
        self.occasion.activated.connect(self._tell)
        self.language.activated.connect(self._tell)
        self.alone.toggled.connect(self._tell)
        self.change.clicked.connect(self._unfold)
        self.retranslate()

    def show_submission(self, submission: Submission, calendar: Calendar) -> None:
        """Show one reading of a course with this calendar."""
        self._shown, self._calendar = submission, calendar
        self._name_fields()
        with QSignalBlocker(self.alone):
            self.alone.setChecked(submission.made_by is MadeBy.WORKER_ALONE)
        self._alone_note.setVisible(self.alone.isChecked())
        if self.date_field.value != submission.held_on:
            self.date_field.set_value(submission.held_on)
        self._fill()

    def clear(self) -> None:
        """Let the reading go."""
        self._shown = self._calendar = None
        self._unfolded = False
        self.told.clear()
        self._suit()

    def fold(self, on: bool) -> None:
        """Tell all of it in one line, with a button that brings the fields; or show the fields."""
        self._folds = on
        self._suit()

    @property
    def chosen(self) -> Submission | None:
        """The reading as the fields have it."""
        if self._shown is None:
            return None
        occasion = self.occasion.currentData()
        return replace(
            self._shown,
            held_on=self.date_field.value or self._shown.held_on,
            occasion=None if occasion is None else Occasion(occasion),
            language=str(self.language.currentData()),
            made_by=MadeBy.WORKER_ALONE if self.alone.isChecked() else MadeBy.TOGETHER,
        )

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._name_fields()
        self.alone.setText(t("Filled in without the citizen"))
        self._alone_note.setText(t("It is kept and marked, and does not count in results."))
        self._fill()

    def _name_fields(self) -> None:
        """Name the fields. A form is the worker's own: nobody was away, and it speaks their language."""
        t, kind = self.t, self._kind
        words = words_of(kind)
        for one, name in zip(self._rows, (t(words.day), t(words.occasion), t("Language")), strict=True):
            one.set_words(name)
        form = kind in FORM_KINDS
        self.change.setText(t("Change the date") if form else t("Change date or language"))
        self._rows[2].setVisible(not form)
        self._last.setVisible(not form)

    @property
    def _kind(self) -> SubmissionKind:
        return self._shown.kind if self._shown else SubmissionKind.READING

    def _build(self) -> None:
        theme = self._work.session.theme
        last = self._last = QWidget()
        column = QVBoxLayout(last)
        column.setContentsMargins(0, theme.px(16), 0, 0)
        column.setSpacing(0)
        column.addWidget(self.alone)
        column.addWidget(self._alone_note)
        self._alone_note.setMinimumWidth(theme.px(250))
        self._fields, self._line = QWidget(), QWidget()
        fields = FlowLayout(self._fields, spacing=theme.px(14))
        for part in (*self._rows, last):
            fields.addWidget(part)
        self._line.setLayout(row(self.told, self.change, spacing=theme.px(8)))
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._line, self._fields):
            column.addWidget(part)
        self._suit()

    def _unfold(self) -> None:
        self._unfolded = True
        self._suit()
        self.date_field.setFocus()

    def _suit(self) -> None:
        folded = self._folds and not self._unfolded
        self._line.setVisible(folded)
        self._fields.setVisible(not folded)

    def _fill(self) -> None:
        if self._shown is None or self._calendar is None:
            return
        for box in (self.occasion, self.language):
            box.clear()
        possible = occasions_of(self._kind, self._calendar)
        self._rows[1].setVisible(len(possible) > 1)
        for occasion in possible:
            self.occasion.addItem(self.t(OCCASIONS[occasion]), occasion.value)
        for language, words in LANGUAGES.items():
            self.language.addItem(self.t(words), language)
        self.occasion.setCurrentIndex(max(0, self.occasion.findData((self._shown.occasion or Occasion.EXTRA).value)))
        self.language.setCurrentIndex(self.language.findData(self._shown.language))
        parts = [self.t.date(self._shown.held_on), self.occasion.currentText()]
        if self._kind not in FORM_KINDS:
            parts.append(self.language.currentText())
        self.told.setText(" · ".join([*parts, self.alone.text()] if self.alone.isChecked() else parts))

    def _date(self, on: date | None) -> None:
        if on is not None and self._calendar is not None:
            proposed = propose_for(self._kind, self._calendar, on)
            self.occasion.setCurrentIndex(max(0, self.occasion.findData(proposed.value)))
            self._tell()

    def _tell(self) -> None:
        self._alone_note.setVisible(self.alone.isChecked())
        if self.chosen is not None and self.chosen != self._shown:
            self.edited.emit(self.chosen)
