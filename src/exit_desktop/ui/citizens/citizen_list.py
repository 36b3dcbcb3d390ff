"""The list of citizens beside the course: find one in a second, see who wants something, add a new one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.courses import glance_at_list, list_courses
from exit_desktop.ui.citizens.empty_place import EmptyPlace
from exit_desktop.ui.citizens.list_model import CitizenModel
from exit_desktop.ui.citizens.list_view import AT_ONCE, CitizenView
from exit_desktop.ui.citizens.order import FILTERS, Filter, Order
from exit_desktop.ui.citizens.row_delegate import CitizenDelegate
from exit_desktop.ui.citizens.sort_button import SortButton
from exit_desktop.ui.closed_fields import FINDS
from exit_desktop.ui.session import Session
from exit_desktop.ui.theme import Size
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.citizens.new_citizen import NewCitizen

# Several changes in a row are read once.
_RELOAD_AFTER_MS = 30


class SearchField(QLineEdit):
    """`went_down` when the arrow leads on to the list."""

    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on to the list with the arrow, empty the field with Esc."""
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class CitizenList(QWidget):
    """Shows every course of the vault; `chosen(course id)` when one is opened, `file_wanted` to bring in a file."""

    chosen = Signal(str)
    file_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._t = session, session.t
        self.model = CitizenModel(session.t, session.today)
        self.view = CitizenView(self.model)
        self.view.setItemDelegate(CitizenDelegate(session.theme, session.t, self.model))
        self.search = SearchField()
        self.search.setProperty(FINDS, True)
        self.filters = ChipRow(session.t, FILTERS, spacing=session.theme.px(3))
        self.sort, self.new = SortButton(session.t), LinkButton()
        self.empty = EmptyPlace(session.theme, session.t)
        self._form: NewCitizen | None = None
        self._cut_short = False
        self._soon = QTimer(self, singleShot=True, interval=_RELOAD_AFTER_MS)
        self._build()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Read the list; of a long one the first lines, and the rest as soon as these are painted."""
        try:
            glance = glance_at_list(self._session.desk, AT_ONCE)
        except Failure as failure:
            self._session.tell(failure)
            return
        if glance is None:
            self.load()
            return
        self.model.set_rows(glance.first, glance.kinds)
        self._cut_short = True
        self._refresh()
        self._soon.start()

    def load(self) -> None:
        """Read the list anew and keep what was chosen, if it is still there."""
        self._soon.stop()
        try:
            rows = list_courses(self._session.desk)
        except Failure as failure:
            self._session.tell(failure)
            return
        self._cut_short = False
        self.model.set_rows(rows)
        if self.model.chosen not in {row.course_id for row in rows}:
            self.model.chosen = ""
        self._refresh()

    def choose(self, course_id: str) -> None:
        """Choose a course as if it were clicked."""
        self._read_rest()
        if not self.model.index_of(course_id).isValid():
            self._show_all()
            self.search.clear()
        index = self.model.index_of(course_id)
        if index.isValid():
            self.view.go_to(index)
            self._open(index)

    @property
    def nobody(self) -> bool:
        """Whether there is no citizen at all."""
        return not self.model.counts[Filter.ALL]

    @property
    def form(self) -> NewCitizen:
        """Where somebody new is written; built when it is first wanted, as the list is to be there soon."""
        if self._form is None:
            from exit_desktop.ui.citizens.new_citizen import NewCitizen  # noqa: PLC0415 - not before it is wanted

            self._form = NewCitizen(self._session)
            self._form.hide()
            self._form.added.connect(self._added)
            self._form.left.connect(self._close_form)
            self._column.insertWidget(self._column.indexOf(self.empty), self._form)
            self._order(self._form)
        return self._form

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def begin_citizen(self) -> None:
        """Open the place where a new citizen is written."""
        self.filters.hide()
        self.form.begin()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.search.setPlaceholderText(t("Search citizen …"))
        self.search.setAccessibleName(t("Search citizen"))
        self.view.setAccessibleName(t("Citizens"))
        self.filters.name(t("Which citizens the list shows"))
        self.new.setText(t("New citizen"))
        if self._form is not None:
            self._form.retranslate()
        self.sort.retranslate()
        self.model.speak_anew()
        self._refresh()

    def clear(self) -> None:
        """Drop every row."""
        self._soon.stop()
        self._session.changed.disconnect(self._changed)
        cast("QApplication", QApplication.instance()).focusChanged.disconnect(self._focus_went)
        if self._form is not None:
            self._form.clear()
        self.search.clear()
        self.model.chosen = ""
        self.model.set_rows(())

    def _build(self) -> None:
        px = self._session.theme.px
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(14), px(6), px(8))
        column.setSpacing(px(8))
        column.addWidget(self.search)
        column.addWidget(self.filters)
        column.addLayout(row(self.new, 1, self.sort))
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        # Where the window is low and somebody new is being written, the list gives way.
        self.view.setMinimumHeight(1)
        column.addStretch(0)
        self.empty.hide()
        for one in Filter:
            self.filters.chip(one).setProperty("small", "true")
        self._fit_chips()

    def _order(self, form: NewCitizen) -> None:
        """Let Tab come to the form before what stands under it, which was made earlier."""
        inside = [part for part in form.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one, following in pairwise((self.sort, *inside, self.empty.act, self.view)):
            QWidget.setTabOrder(one, following)

    def _fit_chips(self) -> None:
        for one in Filter:
            self.filters.chip(one).setFont(self._session.theme.font(Size.SMALL))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(lambda: self._open(self.model.index(0, 0)))
        self.search.went_down.connect(self._enter_list)
        self.filters.chosen.connect(self._filter)
        self.sort.sorted_by.connect(self._sort)
        self.new.clicked.connect(self.begin_citizen)
        self.view.opened.connect(self._open)
        self.empty.begin_wanted.connect(self.begin_citizen)
        self.empty.all_wanted.connect(self._show_all)
        self.empty.file_wanted.connect(self.file_wanted)
        self._soon.timeout.connect(self.load)
        self._session.changed.connect(self._changed)
        self._session.theme.changed.connect(self._fit_chips)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._focus_went)

    def _changed(self, kind: str, course_id: str) -> None:
        if kind == "course_begun":
            self.load()
            self.choose(course_id)
        else:
            self._soon.start()

    def _open(self, index: QModelIndex) -> None:
        found = self.model.row_of(index)
        if found is not None:
            self._hide_form()
            self.model.set_chosen(found.course_id)
            self.chosen.emit(found.course_id)

    def _enter_list(self) -> None:
        if not self.view.currentIndex().isValid():
            self.view.go_to(self.model.index(0, 0))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _added(self, course_id: str) -> None:
        self._fold_form()
        self.load()
        self.choose(course_id)
        # The form that held the focus is gone: the keyboard goes on from the new line.
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.changed.emit("citizen", course_id)

    def _close_form(self) -> None:
        self._fold_form()
        self.focus_search()

    def _fold_form(self) -> None:
        # While somebody new is written the filters give their room to the form.
        self._hide_form()
        self.filters.show()

    def _hide_form(self) -> None:
        if self._form is not None:
            self._form.hide()

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Fold the new citizen's form when work goes on elsewhere in the window; what is written there waits."""
        open_now = self._form is not None and self._form.isVisible()
        if open_now and now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            self._fold_form()

    def _read_rest(self) -> None:
        if self._cut_short:
            self.load()

    def _search(self, text: str) -> None:
        self._read_rest()
        self.model.set_search(text)
        self._refresh()

    def _filter(self) -> None:
        self._read_rest()
        self.model.set_filter(self.filters.value)
        self._refresh()

    def _sort(self, order: Order) -> None:
        self._read_rest()
        self.model.set_order(order)
        self._refresh()

    def _show_all(self) -> None:
        self.filters.set_value(Filter.ALL)
        self._filter()

    def _tells_apart(self, wanted: Filter) -> bool:
        """Whether a chip lets other rows through than the chips that always stand there."""
        counts = self.model.counts
        if wanted is Filter.ALL:
            return counts[Filter.CLOSED] > 0
        return wanted is not Filter.ACTIVE or counts[Filter.ACTIVE] < counts[Filter.OPEN]

    def _refresh(self) -> None:
        """Tell the counts, and keep the chosen line in sight after the rows were arranged anew."""
        counts, t = self.model.counts, self._t
        self.filters.offer([one for one in Filter if counts[one] and self._tells_apart(one)])
        for one in Filter:
            words = t("{filter} {count}", filter=t(FILTERS[one]), count=t.number(counts[one]))
            self.filters.chip(one).setText(t(FILTERS[one]) if one is Filter.ALL else words)
        self.filters.setVisible(counts[Filter.ALL] > 0)
        self.sort.setVisible(counts[Filter.ALL] > 1)
        self.empty.show_for(self.model)
        self.view.setVisible(self.model.rowCount() > 0)
        self.view.go_to(self.model.index_of(self.model.chosen))
