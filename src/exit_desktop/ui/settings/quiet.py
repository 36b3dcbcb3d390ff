"""After how many days without contact a course stands under "Quiet" on the page of the day, by phase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import Phase
from exit_desktop.errors import Failure
from exit_desktop.services.labels import PHASES
from exit_desktop.services.today import FEWEST_QUIET_DAYS, MOST_QUIET_DAYS, read_quiet_days, save_quiet_days
from exit_desktop.ui.widgets.fields import give_room
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import Panel
from exit_desktop.ui.widgets.short_fields import Named
from exit_desktop.ui.widgets.unturned import NumberBox

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class QuietPanel(Panel):
    """A number for each phase; each choice works at once."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._means = muted(session.theme)
        self.days = {phase: NumberBox() for phase in Phase}
        self._named = {phase: Named(session.theme, field) for phase, field in self.days.items()}
        days = read_quiet_days(session.desk)
        flow = FlowLayout(None, session.theme.px(14))
        for phase, field in self.days.items():
            field.setRange(FEWEST_QUIET_DAYS, MOST_QUIET_DAYS)
            field.setValue(days[phase])
            give_room(field, session.theme)
            field.valueChanged.connect(partial(self._keep, phase))
            flow.addWidget(self._named[phase])
        self.body.addWidget(self._means)
        self.body.addLayout(flow)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("When a course counts as quiet"))
        self._means.setText(
            t("After so many days without contact it stands under Quiet on the page of the day, with your attempts.")
        )
        for phase, named in self._named.items():
            named.set_name(t(PHASES[phase]))
            self.days[phase].setAccessibleName(t("Days without contact, {phase}", phase=t(PHASES[phase])))

    def _keep(self, phase: Phase, days: int) -> None:
        try:
            save_quiet_days(self._session.desk, phase, days)
        except Failure as failure:
            self._session.tell(failure)
            return
        self._session.changed.emit("quiet_days", "")
