"""Where the sources of the method differ, the worker chooses which figure is held here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from exit_desktop.domain.method_figures import Expectations
from exit_desktop.errors import Failure
from exit_desktop.services.fidelity import read_expectations, save_expectations
from exit_desktop.system.language import mark
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.labels import Label, muted, small
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class Community(StrEnum):
    """Meetings in the community in phase 1."""

    THREE = "3"
    FOUR = "4"


class Areas(StrEnum):
    """Focus areas in the plan."""

    WIDE = "3-5"
    NARROW = "1-3"


class PerWorker(StrEnum):
    """Citizens per full-time worker."""

    TEN = "10"
    TWENTY = "20"


Choice = TypeVar("Choice", Community, Areas, PerWorker)
COMMUNITY = {Community.THREE: mark("3 or more"), Community.FOUR: mark("4 or more")}
AREAS = {Areas.WIDE: mark("3 to 5"), Areas.NARROW: mark("1 to 3")}
PER_WORKER = {PerWorker.TEN: mark("10 at most"), PerWorker.TWENTY: mark("20 at most")}


class ExpectationsPanel(Panel):
    """Three choices, kept at once; `changed` when another figure holds."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        theme, t = session.theme, session.t
        super().__init__(theme)
        self._session, self.t = session, t
        self.community: ChipRow[Community] = ChipRow(t, COMMUNITY, theme.px(6))
        self.areas: ChipRow[Areas] = ChipRow(t, AREAS, theme.px(6))
        self.per_worker: ChipRow[PerWorker] = ChipRow(t, PER_WORKER, theme.px(6))
        self._means = muted(theme)
        self._names = (small(theme), small(theme), small(theme))
        self.body.addWidget(self._means)
        self._add(self._names[0], self.community)
        self._add(self._names[1], self.areas)
        self._add(self._names[2], self.per_worker)
        self.retranslate()

    def load(self) -> None:
        """Show what holds."""
        expected = read_expectations(self._session.desk)
        self.community.set_value(Community(str(expected.community_meetings)))
        self.areas.set_value(Areas("{}-{}".format(*expected.focus_areas)))
        self.per_worker.set_value(PerWorker(str(expected.citizens_per_worker)))

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("Where the sources differ"))
        self._means.setText(
            t("The Danish guide and guides from abroad do not say the same. Choose what you go by here.")
        )
        self._name(self._names[0], self.community, t("Meetings in the community in phase 1"))
        self._name(self._names[1], self.areas, t("Focus areas in the plan"))
        self._name(self._names[2], self.per_worker, t("Citizens for a full-time worker"))

    def _add(self, name: Label, choice: ChipRow[Choice]) -> None:
        self.body.addWidget(name)
        self.body.addWidget(choice)
        choice.chosen.connect(self._keep)

    def _name(self, name: Label, choice: ChipRow[Choice], words: str) -> None:
        name.setText(words)
        choice.retranslate()
        choice.name(words)

    def _keep(self) -> None:
        fewest, _, most = self.areas.value.partition("-")
        expected = Expectations(int(self.community.value), (int(fewest), int(most)), int(self.per_worker.value))
        try:
            save_expectations(self._session.desk, expected)
        except Failure as failure:
            self._session.tell(failure)
            return
        self.changed.emit()
