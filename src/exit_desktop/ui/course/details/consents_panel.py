"""What the citizen has said yes to: to whom, what, from when, and when it was taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.consents import is_ended, is_to_coordinator
from exit_desktop.domain.courses import Consent, Course
from exit_desktop.services.labels import HOW_GIVEN, SHARING
from exit_desktop.ui.course.steps.consent import ConsentDialog, WithdrawDialog
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.labels import Label, muted, small
from exit_desktop.ui.widgets.panels import Panel, clear_layout, row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.course.work import CourseWork


class ConsentsPanel(Panel):
    """Those that count first, then those that were taken back; a yes to the coordinator is changed under sharing."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        self._means, self.add = muted(work.session.theme), Button()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(work.session.theme.px(10))
        self.body.addWidget(self._means)
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self.add, 1))
        self.add.clicked.connect(lambda: ConsentDialog(self, self._work).open())

    def show_course(self, course: Course) -> None:
        """Show what was said yes to in a course."""
        clear_layout(self._lines)
        today = self._work.session.today()
        for consent in sorted(course.consents, key=lambda one: is_ended(one, today)):
            self._add(consent, is_ended(consent, today))

    def clear(self) -> None:
        """Let the lines go."""
        clear_layout(self._lines)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.set_heading(t("A yes to sharing"))
        self._means.setText(t("Others get something only where the citizen said yes to them, each by name."))
        self.add.setText(t("Write a yes …"))

    def _add(self, consent: Consent, ended: bool) -> None:
        t, theme = self._t, self._work.session.theme
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        whom, words = whom_words(consent, t), what_words(consent, t)
        column.addWidget(muted(theme, whom) if ended else Label(theme, whom))
        for line in (words, when_words(consent, ended, t)):
            column.addWidget(small(theme, line))
        if not is_to_coordinator(consent):
            column.addLayout(row(*self._acts(consent, ended), 1))
        self._lines.addWidget(place)

    def _acts(self, consent: Consent, ended: bool) -> list[LinkButton]:
        paper, back = LinkButton(self._t("On paper")), LinkButton(self._t("Take it back …"))
        paper.clicked.connect(partial(self._print, consent.id))
        back.clicked.connect(partial(self._take_back, consent.id))
        shown = [paper] if ended else [paper, back]
        for button in shown:
            button.setAccessibleDescription(consent.with_whom)
        return shown

    def _find(self, consent_id: str) -> Consent | None:
        course = self._work.course
        return next((one for one in course.consents if one.id == consent_id), None) if course else None

    def _take_back(self, consent_id: str) -> None:
        found = self._find(consent_id)
        if found is not None:
            WithdrawDialog(self, self._work, found).open()

    def _print(self, consent_id: str) -> None:
        from exit_desktop.ui.papers.preview import open_consent_preview  # noqa: PLC0415 - QtPdf, first needed here

        found = self._find(consent_id)
        if found is not None:
            open_consent_preview(self._work, self.window(), found)


def whom_words(consent: Consent, t: Texts) -> str:
    """Return to whom a yes was given."""
    return t("The coordinator") if is_to_coordinator(consent) else consent.with_whom


def what_words(consent: Consent, t: Texts) -> str:
    """Return what may be shared."""
    if not is_to_coordinator(consent):
        return consent.what
    return next((t(words) for code, words in SHARING.items() if code == consent.what), consent.what)


def when_words(consent: Consent, ended: bool, t: Texts) -> str:
    """Return from when a yes counts, how it was given, and its end."""
    since, until = t.date(consent.given_on), t.date(consent.withdrawn_on) if consent.withdrawn_on else ""
    how = t("Changed under Sharing") if is_to_coordinator(consent) else t(HOW_GIVEN[consent.kind])
    if ended:
        return t("From {date}. Counts no more since {until}.", date=since, until=until)
    if until:
        return t("From {date} until {until}. {how}.", date=since, until=until, how=how)
    return t("From {date}. {how}.", date=since, how=how)
