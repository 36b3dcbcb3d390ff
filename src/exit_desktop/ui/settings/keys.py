"""Ways into the vault: another passphrase, new keys, the recovery sheet anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal

from exit_desktop.errors import Failure
from exit_desktop.services import vaults
from exit_desktop.services.backups import Watch
from exit_desktop.services.desk import Act, log_use
from exit_desktop.services.older_keys import remove_opened_by_others, removed_words
from exit_desktop.services.printed import can_purge
from exit_desktop.services.recovery_sheets import NewSheet, prepare_sheet, prove_new_sheet
from exit_desktop.services.sheet_proofs import is_recovery_proved
from exit_desktop.ui.backups.keeper import BACKUP_MADE
from exit_desktop.ui.jobs import Job, Listeners
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.settings.key_dialogs import KeyDialog, NewKeysForm, PassphraseForm, SheetSteps
from exit_desktop.ui.settings.sheet_proof import SheetProof
from exit_desktop.ui.start import vault_work
from exit_desktop.ui.start.ceremony import Proof
from exit_desktop.ui.start.sheet_words import sheet_of
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.session import Session


class KeysPanel(Panel):
    """The acts, each in its own dialog; trying the sheet is offered until it was done once: `tried`."""

    tried = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._dialog: KeyDialog | None = None
        self._steps: SheetSteps | None = None
        self._new: NewSheet | None = None
        self._printed = self._renewing = False
        self._text = muted(session.theme)
        self._buttons = (Button(), Button(), Button(), Button())
        line = FlowLayout(spacing=session.theme.px(8))
        for button, act in zip(self._buttons, (self._passphrase, self._keys, self._sheet, self.try_sheet), strict=True):
            button.clicked.connect(act)
            line.addWidget(button)
        self.body.addWidget(self._text)
        self.body.addLayout(line)
        session.locked.connect(self._leave_older)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("Passphrase and keys"))
        self._text.setText(
            t("Renew the keys if someone may know the passphrase. Older backups in other places open with the old one.")
        )
        words = (t("Change passphrase"), t("Renew the keys"), t("New recovery sheet"), t("Try the recovery sheet"))
        for button, text in zip(self._buttons, words, strict=True):
            button.setText(text)
        self._offer_trying()

    def _passphrase(self) -> None:
        t = self._session.t
        form = PassphraseForm(self._session, vault_work.passphrase_rules(t))
        dialog = KeyDialog(self.window(), self._session, form)
        dialog.set_words(
            t("Change passphrase"), t("The recovery sheet stays as it is."), t("Use the new passphrase from now on")
        )
        form.changed.connect(dialog.allow)
        dialog.asked.connect(self._change_passphrase)
        self._open(dialog)

    def _keys(self) -> None:
        t = self._session.t
        form = NewKeysForm(self._session)
        dialog = KeyDialog(self.window(), self._session, form)
        dialog.set_words(
            t("Renew the keys"),
            t(
                "Everything is locked anew with other keys; what is written stays. Then a new backup is made, and the "
                "older ones on this computer are removed: the old keys open them. It takes a moment."
            ),
            t("Renew the keys"),
        )
        form.changed.connect(dialog.allow)
        dialog.asked.connect(self._renew_keys)
        self._open(dialog)

    def _sheet(self) -> None:
        t = self._session.t
        dialog = KeyDialog(self.window(), self._session, muted(self._session.theme))
        dialog.set_words(
            t("New recovery sheet"),
            t(
                "The sheet you have now opens the vault until two groups of the new one are typed back. "
                "Have a printer or a safe place at hand."
            ),
            t("Make a new sheet"),
        )
        dialog.asked.connect(self._make_sheet)
        self._open(dialog, allowed=True)

    # The fields are looked up in the dialog and not held: a part that its own signal keeps alive goes down with the
    # program. They are read here, as the work runs on the other thread, and they may be gone by then.

    def _change_passphrase(self) -> None:
        form = self._dialog.content if self._dialog else None
        if isinstance(form, PassphraseForm):
            old, new = form.old.text(), form.new.passphrase()
            self._work(partial(_change, self._session.desk, old, new))

    def _renew_keys(self) -> None:
        form = self._dialog.content if self._dialog else None
        if isinstance(form, NewKeysForm):
            self._work(partial(_renew, self._session.desk, form.old.text(), form.sheet.isChecked()), self._renewed)

    def _make_sheet(self) -> None:
        vault = self._session.vault
        self._work(lambda _: prepare_sheet(vault), self._prepared)

    def try_sheet(self) -> None:
        """Ask for two groups of the recovery sheet."""
        dialog = SheetProof(self.window(), self._session)
        dialog.accepted.connect(self._offer_trying)
        dialog.open()

    def _offer_trying(self) -> None:
        self._buttons[-1].setVisible(not self._session.vault.practice and not is_recovery_proved(self._session.vault))
        self.tried.emit()

    def _open(self, dialog: KeyDialog, allowed: bool = False) -> None:
        self._dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.allow(allowed)
        dialog.open()

    # A dialog at work is closed by a lock alone. What still comes then has nobody to be told to: the new sheet goes.

    def _work(self, work: Callable[[Job], object], done: Callable[[object], None] | None = None) -> None:
        self._session.jobs.start(work, Listeners(done or self._done, self._failed))

    def _failed(self, failure: Failure) -> None:
        if not self._session.vault.is_open:
            # The keys were half changed when the disk refused: nothing more can be read or written before it is opened.
            self._session.lock_wanted.emit(LockReason.KEYS)
        elif self._dialog is not None:
            self._dialog.tell(failure)

    def _done(self, _result: object) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._session.note(self._session.t("Done. Make a new backup, and delete older ones that others may open."))

    def _renewed(self, result: object) -> None:
        t = self._session.t
        if self._dialog is None:
            return
        self._dialog.accept()
        if not isinstance(result, NewSheet):
            self._tell_renewed(result)
        else:
            self._renewing = True
            self._show_sheet(
                result,
                t("The keys are new. The sheet you have still holds until the new one is proved. Destroy it then."),
            ).rejected.connect(self._give_up_sheet)

    def _give_up_sheet(self) -> None:
        """Keep the sheet of now: the older backups go all the same, as was said before the keys were renewed."""
        # Comes before the dialog is forgotten: Qt tells that it was rejected, then that it is finished.
        if self._renewing:
            self._take_older_away(self._tell_renewed)

    def _leave_older(self) -> None:
        # A lock takes the dialog away; the page of safety tells afterwards what is still there.
        self._renewing = False

    def _take_older_away(self, done: Callable[[object], None]) -> None:
        self._session.jobs.start(partial(_remove_older, self._session.desk), Listeners(done, self._failed))

    def _tell_older(self, result: object) -> None:
        self._session.changed.emit(BACKUP_MADE, "")
        if isinstance(result, Failure):
            self._session.tell(result)

    def _tell_renewed(self, result: object) -> None:
        self._tell_older(result)
        if not isinstance(result, Failure):
            t = self._session.t
            self._session.note(t("The keys are new.") + " " + removed_words(t, cast("int", result)))

    def _prepared(self, result: object) -> None:
        t = self._session.t
        if self._dialog is not None and isinstance(result, NewSheet):
            self._dialog.accept()
            self._show_sheet(result, t("The old sheet holds until this one is proved. Destroy it then."))

    def _show_sheet(self, new: NewSheet, text: str) -> KeyDialog:
        t = self._session.t
        steps = SheetSteps(self._session, Proof(new.asked, new.is_right))
        dialog = KeyDialog(self.window(), self._session, steps)
        dialog.set_words(t("New recovery sheet"), text, t("Next"))
        steps.changed.connect(dialog.allow)
        steps.sheet.save_wanted.connect(partial(self._keep_sheet, printed=False))
        steps.sheet.print_wanted.connect(partial(self._keep_sheet, printed=True))
        self._steps, self._new = steps, new
        dialog.asked.connect(self._prove)
        self._open(dialog)
        return dialog

    def _keep_sheet(self, printed: bool) -> None:
        from exit_desktop.ui.start.sheet_paper import print_sheet, save_sheet  # noqa: PLC0415 - QtPdf, rarely needed

        steps, new = self._steps, self._new
        if steps is None or new is None:
            return
        words = sheet_of(self._session.vault, new.recovery_key)
        try:
            kept = (print_sheet if printed else save_sheet)(self, self._session.frame, words)
            # Printing and saving ask in windows of their own, and a lock may have come meanwhile.
            if kept and self._steps is steps:
                steps.set_kept()
                self._printed = self._printed or printed
                log_use(self._session.desk, Act.PRINTED if printed else Act.SAVED_PDF, "recovery_sheet")
        except Failure as failure:
            self._failed(failure)

    def _prove(self) -> None:
        dialog, steps, new = self._dialog, self._steps, self._new
        if dialog is None or steps is None or new is None:
            return
        if steps.go_on():
            dialog.set_busy(False)
            dialog.allow(steps.groups.right)
            return
        vault, typed = self._session.vault, steps.groups.typed()
        self._work(lambda _: prove_new_sheet(vault, new, typed), self._proved)

    def _proved(self, right: object) -> None:
        if self._dialog is None:
            return
        if not right:
            self._dialog.set_busy(False)
            return
        renewing = self._renewing
        self._dialog.accept()
        self._offer_trying()
        self._tell_in_force()
        if renewing:
            # Only now: a backup that is made before the new sheet holds opens with the old one.
            self._take_older_away(self._tell_older)

    def _tell_in_force(self) -> None:
        session, t = self._session, self._session.t
        if not (self._printed and can_purge()):
            session.note(t("The new recovery sheet is in force."))
            return
        from exit_desktop.ui.papers.print_queue import remove_printed  # noqa: PLC0415 - the printers, rarely needed

        words = t("The new recovery sheet is in force. The print system still keeps a copy of it.")
        session.note(words, t("Remove the copy"), partial(remove_printed, session))
        self._printed = False

    def _forget_dialog(self) -> None:
        # Proved or given up: the key stands on paper or nowhere.
        self._dialog = self._steps = self._new = None
        # Another sheet, made later, takes no backups away: nothing was said of it then.
        self._renewing = False


def _change(desk: Desk, old: str, new: str, _job: Job) -> None:
    vaults.change_passphrase(desk.vault, old, new)
    log_use(desk, Act.CHANGED, "passphrase")


def _renew(desk: Desk, passphrase: str, new_sheet: bool, job: Job) -> NewSheet | Failure | int:
    # The sheet comes first: should it fail, the keys are as they were.
    new = prepare_sheet(desk.vault) if new_sheet else None
    vaults.renew_keys(desk.vault, passphrase)
    return _remove_older(desk, job) if new is None else new


def _remove_older(desk: Desk, job: Job) -> Failure | int:
    """Return how many went, or what stood in the way: the new keys hold all the same."""
    try:
        return remove_opened_by_others(desk.vault, desk.clock.now_utc(), Watch(stopped=lambda: job.stopped))
    except Failure as failure:
        return failure
