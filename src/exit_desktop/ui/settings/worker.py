"""The worker's own details, changed at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.errors import Failure
from exit_desktop.services.settings import change_worker
from exit_desktop.services.vaults import Role, WorkerDetails, read_worker
from exit_desktop.ui.start.worker_form import WorkerAnswers, WorkerForm
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


def details_of(answers: WorkerAnswers) -> WorkerDetails:
    """Return what the vault keeps of the form."""
    role = Role.COORDINATOR if answers.coordinator else Role.WORKER
    return WorkerDetails(answers.code, answers.project, round(answers.hours * 60), answers.contact_line, role)


def answers_of(details: WorkerDetails) -> WorkerAnswers:
    """Return what the form shows of the vault's details."""
    hours = details.weekly_minutes / 60
    return WorkerAnswers(details.code, details.project, hours, details.contact_line, details.role is Role.COORDINATOR)


class WorkerPanel(Panel):
    """The form of the first start, with "Save"."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._form = WorkerForm(session.theme, session.t)
        self._save = Button()
        self._save.clicked.connect(self._keep)
        self._form.changed.connect(self._save.setEnabled)
        self.body.addWidget(self._form)
        self.body.addLayout(row(self._save, 1))
        details = read_worker(session.vault)
        if details is not None:
            self._form.show_answers(answers_of(details))
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self._session.t("You at work"))
        self._save.setText(self._session.t("Save"))
        self._form.retranslate()

    def _keep(self) -> None:
        try:
            change_worker(self._session.desk, details_of(self._form.answers()))
        except Failure as failure:
            self._session.tell(failure)
            return
        self._session.changed.emit("worker", "")
        self._session.note(self._session.t("Saved."))
