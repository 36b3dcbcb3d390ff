"""Write a yes to sharing, and write that it was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.consents import LONGEST_PARTNER
from exit_desktop.domain.courses import Consent, Course, HowGiven
from exit_desktop.services.consents import NewConsent, give_consent, withdraw_consent
from exit_desktop.services.labels import HOW_GIVEN
from exit_desktop.ui.course.steps.step_dialog import StepDialog
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.fields import FormRow, TextLine

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class ConsentDialog(StepDialog):
    """To whom, what, from when, how, and an end where one was agreed."""

    def __init__(self, parent: QWidget, work: CourseWork) -> None:
        super().__init__(parent, work, "consent")
        t, theme = self.t, self.session.theme
        self.set_words(
            t("The citizen says yes to sharing"),
            t("A yes is for one receiver and for what you write here. For anything else you ask again."),
            t("Write the yes"),
        )
        self.whom = TextLine(most=LONGEST_PARTNER)
        hint = t("For instance “my doctor”. For a colleague who gets packages: the code on their card.")
        self.body.addWidget(FormRow(theme, self.whom, t("To whom"), hint))
        self.keep_draft(self.whom, "whom")
        self.what = self.add_words(
            t("What may be shared"), t("For instance: when we meet, and how it goes with money.")
        )
        self.on = self.add_date(t("From"))
        ends = t("From that day nothing more is shared. Empty: until the citizen takes it back.")
        self.until = self.add_date(t("Ends on"), value=False, hint=ends)
        self.how: ChipRow[HowGiven] = ChipRow(t, HOW_GIVEN)
        self.add_named(t("How the citizen said yes"), self.how)
        self.whom.textChanged.connect(self.settle)
        self.settle()

    def ready(self) -> bool:
        """Return whether it says to whom, what and from when."""
        named = bool(self.whom.text().strip() and self.what.text().strip())
        return named and self.on.value is not None and self.until.readable

    def change(self, desk: Desk, course: Course) -> Course:
        """Write the yes."""
        on = self.on.value or self.session.today()
        new = NewConsent(self.whom.text(), self.what.text(), on, self.how.value, self.until.value)
        return give_consent(desk, course, new)


class WithdrawDialog(StepDialog):
    """From when a yes counts no more."""

    def __init__(self, parent: QWidget, work: CourseWork, consent: Consent) -> None:
        super().__init__(parent, work, f"withdraw-{consent.id}")
        t = self.t
        self._id = consent.id
        self.set_words(
            t("Take the yes back"),
            t(
                "From that day nothing more is shared with {whom}. What they have already got is not called back: "
                "ask them to delete it. Undo does not bring the yes back; then you write a new one.",
                whom=consent.with_whom,
            ),
            t("Take it back"),
        )
        self.on = self.add_date(t("From"))
        self.settle()

    def ready(self) -> bool:
        """Return whether there is a date."""
        return self.on.value is not None

    def change(self, desk: Desk, course: Course) -> Course:
        """Write that it was taken back."""
        return withdraw_consent(desk, course, self._id, self.on.value or self.session.today())
