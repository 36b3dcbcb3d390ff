"""How long a course is kept when it has ended, before the page of the day asks to erase it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.errors import Failure
from exit_desktop.services.closing import (
    FEWEST_MONTHS,
    MOST_MONTHS,
    read_retention_months,
    save_retention_months,
)
from exit_desktop.ui.widgets.fields import give_room
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import Panel, row
from exit_desktop.ui.widgets.short_fields import Named
from exit_desktop.ui.widgets.unturned import NumberBox

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class KeptPanel(Panel):
    """A number of months; the choice works at once."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._means = muted(session.theme)
        self.months = NumberBox()
        self._named = Named(session.theme, self.months)
        self.months.setRange(FEWEST_MONTHS, MOST_MONTHS)
        self.months.setValue(read_retention_months(session.desk))
        give_room(self.months, session.theme)
        self.months.valueChanged.connect(self._keep)
        self.body.addWidget(self._means)
        self.body.addLayout(row(self._named, 1))
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("How long an ended course is kept"))
        self._means.setText(t("Then the page Today asks you to erase it. It holds for courses that end from now on."))
        self._named.set_name(t("Months"))
        self.months.setAccessibleName(t("Months that an ended course is kept"))

    def _keep(self, months: int) -> None:
        try:
            save_retention_months(self._session.desk, months)
        except Failure as failure:
            self._session.tell(failure)
