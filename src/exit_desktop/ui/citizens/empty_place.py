"""What the list says when it has no line to show, with the first step to take."""

from __future__ import annotations

from PySide6.QtCore import Signal

from exit_desktop.system.language import Texts
from exit_desktop.ui.citizens.list_model import CitizenModel
from exit_desktop.ui.citizens.order import FILTERS, Filter
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.panels import QuietPanel


class EmptyPlace(QuietPanel):
    """`begin_wanted` to add the first citizen, `all_wanted` to look among all, `file_wanted` to bring in a file."""

    begin_wanted = Signal()
    all_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__(theme)
        self._t = t
        self._words, self.act, self.file = Label(theme), Button(), LinkButton()
        self._first = True
        self.body.addWidget(self._words)
        self.body.addLayout(buttons(theme, self.act, self.file))
        self.act.clicked.connect(self._do)
        self.file.clicked.connect(self.file_wanted)

    def show_for(self, model: CitizenModel) -> None:
        """Say why there is nothing, and offer what helps; hidden while there are lines."""
        total, t = model.counts[Filter.ALL], self._t
        self._first = total == 0
        self.file.setText(t("Bring in courses from a file …"))
        self.file.setVisible(self._first)
        if self._first:
            self._words.setText(
                t(
                    "Here stand the citizens you follow, with where they are in their course and what is next. "
                    "A name of their own choice is all it takes."
                )
            )
            self.act.setText(t("Add the first citizen"))
        elif model.search:
            elsewhere = model.found_elsewhere()
            self._words.setText(t("Nobody here has a name like that."))
            self.act.setText(t.plural("Show {count} among all", "Show {count} among all", elsewhere))
            self.act.setVisible(elsewhere > 0)
        else:
            self._words.setText(t("There is nobody under “{filter}” just now.", filter=t(FILTERS[model.filter])))
            self.act.setText(t("Show all"))
        if self._first or not model.search:
            self.act.show()
        self.setVisible(model.rowCount() == 0)

    def _do(self) -> None:
        (self.begin_wanted if self._first else self.all_wanted).emit()
