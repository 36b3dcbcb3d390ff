"""What has changed since the start, in words first and numbers beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import Occasion
from exit_desktop.instruments.definition import Instrument
from exit_desktop.services.labels import CHANGE_CLASSES
from exit_desktop.services.scores import Scores
from exit_desktop.system.language import Texts
from exit_desktop.ui.course.change_words import moved_areas, signed, wellbeing_words
from exit_desktop.ui.widgets.labels import Label, heading, muted
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class SinceStart(Panel):
    """The class of the change, then each group of areas, then the well-being."""

    def __init__(self, work: CourseWork) -> None:
        theme = work.session.theme
        super().__init__(theme)
        self.t = work.session.t
        self._scores: Scores | None = None
        self._instrument: Instrument | None = None
        self._class = heading(theme)
        self._up, self._down, self._well = Label(theme), Label(theme), Label(theme)
        self._same = muted(theme)
        for part in (self._class, self._up, self._down, self._same, self._well):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.retranslate()

    def show_scores(self, scores: Scores, instrument: Instrument) -> None:
        """Show the change of a course."""
        self._scores, self._instrument = scores, instrument
        self._fill()

    def clear(self) -> None:
        """Say nothing."""
        self._scores = None
        for part in (self._class, self._up, self._down, self._same, self._well):
            part.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self.t("Since the start"))
        self._fill()

    def _fill(self) -> None:
        scores, instrument, t = self._scores, self._instrument, self.t
        if scores is None or instrument is None:
            return
        told = {
            self._class: _class_words(scores, t),
            self._up: _higher(moved_areas(scores.changes, instrument, t, 1), t),
            self._down: _lower(moved_areas(scores.changes, instrument, t, -1), t),
            self._same: _same(moved_areas(scores.changes, instrument, t, 0), t),
            self._well: wellbeing_words(scores, t),
        }
        for label, words in told.items():
            label.setText(words)
            label.setVisible(bool(words))


def _class_words(scores: Scores, t: Texts) -> str:
    if scores.change is not None and scores.rise is not None:
        return t("{change}, {rise} in all", change=t(CHANGE_CLASSES[scores.change]), rise=signed(scores.rise))
    if scores.changes:
        return t("Some areas were not answered both times, so there is no sum.")
    if scores.stars and all(star.occasion is not Occasion.M00 for star in scores.stars):
        return t(
            "The reading from the start is missing, so there is nothing to compare with. The curve shows the others."
        )
    return t("There is one reading so far. The next one shows what has changed.")


def _higher(areas: list[str], t: Texts) -> str:
    return t("Higher: {areas}.", areas=", ".join(areas)) if areas else ""


def _lower(areas: list[str], t: Texts) -> str:
    return t("Lower: {areas}.", areas=", ".join(areas)) if areas else ""


def _same(areas: list[str], t: Texts) -> str:
    return t("The same: {areas}.", areas=", ".join(areas)) if areas else ""
