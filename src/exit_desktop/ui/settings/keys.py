"""Ways into the vault: another passphrase, new keys, the recovery sheet anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from exit_desktop.errors import Failure
from exit_desktop.services import vaults
from exit_desktop.ui.jobs import Job, Listeners
from exit_desktop.ui.settings.key_dialogs import KeyDialog, NewKeysForm, PassphraseForm, SheetSteps
from exit_desktop.ui.settings.sheet_proof import SheetProof
from exit_desktop.ui.start import vault_work
from exit_desktop.ui.start.sheet_words import SheetWords, sheet_of
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class KeysPanel(Panel):
    """The acts, each in its own dialog; trying the sheet is offered until it was done once."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._dialog: KeyDialog | None = None
        self._steps: SheetSteps | None = None
        self._text = muted(session.theme)
        self._buttons = (Button(), Button(), Button(), Button())
        line = FlowLayout(spacing=session.theme.px(8))
        for button, act in zip(self._buttons, (self._passphrase, self._keys, self._sheet, self._try), strict=True):
            button.clicked.connect(act)
            line.addWidget(button)
        self.body.addWidget(self._text)
        self.body.addLayout(line)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("Passphrase and keys"))
        self._text.setText(
            t("Renew the keys if someone may know the passphrase. Older backups still open with the old one.")
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
        vault = self._session.vault

        def ask() -> None:
            # Read here: the work runs on the other thread, and the fields may be gone by then.
            old, new = form.old.text(), form.new.passphrase()
            self._work(lambda _: vaults.change_passphrase(vault, old, new))

        dialog.asked.connect(ask)
        self._open(dialog)

    def _keys(self) -> None:
        t = self._session.t
        form = NewKeysForm(self._session)
        dialog = KeyDialog(self.window(), self._session, form)
        dialog.set_words(
            t("Renew the keys"),
            t("Everything is locked anew with other keys. It takes a moment; what is written stays."),
            t("Renew the keys"),
        )
        form.changed.connect(dialog.allow)
        vault = self._session.vault

        def ask() -> None:
            old, new_sheet = form.old.text(), form.sheet.isChecked()
            self._work(lambda _: vaults.renew_keys(vault, old, new_sheet))

        dialog.asked.connect(ask)
        self._open(dialog)

    def _sheet(self) -> None:
        t = self._session.t
        dialog = KeyDialog(self.window(), self._session, muted(self._session.theme))
        dialog.set_words(
            t("New recovery sheet"),
            t("The sheet you have now will no longer open this vault. Have a printer or a safe place at hand."),
            t("Make a new sheet"),
        )
        dialog.asked.connect(lambda: self._work(lambda _: vaults.replace_sheet(self._session.vault)))
        self._open(dialog, allowed=True)

    def _try(self) -> None:
        dialog = SheetProof(self.window(), self._session)
        dialog.accepted.connect(self._offer_trying)
        dialog.open()

    def _offer_trying(self) -> None:
        self._buttons[-1].setVisible(
            not self._session.vault.practice and not vaults.is_recovery_proved(self._session.vault)
        )

    def _open(self, dialog: KeyDialog, allowed: bool = False) -> None:
        self._dialog = dialog
        dialog.allow(allowed)
        dialog.open()

    def _work(self, work: Callable[[Job], object]) -> None:
        self._session.jobs.start(work, Listeners(self._done, self._failed))

    def _failed(self, failure: Failure) -> None:
        if self._dialog is not None:
            self._dialog.tell(failure)

    def _done(self, recovery_key: object) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None
        if isinstance(recovery_key, str):
            self._show_sheet(recovery_key)
        else:
            self._session.note(self._session.t("Done. Make a new backup, and delete older ones that others may open."))

    def _show_sheet(self, recovery_key: str) -> None:
        t, vault = self._session.t, self._session.vault
        steps = SheetSteps(self._session, vault_work.proof_of(vault, recovery_key))
        dialog = KeyDialog(self.window(), self._session, steps)
        dialog.set_words(t("New recovery sheet"), t("Destroy the old one when this one is kept."), t("Next"))
        words = sheet_of(vault, recovery_key)
        steps.changed.connect(dialog.allow)
        steps.sheet.save_wanted.connect(lambda: self._keep_sheet(steps, words, printed=False))
        steps.sheet.print_wanted.connect(lambda: self._keep_sheet(steps, words, printed=True))
        self._steps = steps
        dialog.asked.connect(self._prove)
        self._open(dialog)

    def _keep_sheet(self, steps: SheetSteps, words: SheetWords, printed: bool) -> None:
        from exit_desktop.ui.start.sheet_paper import print_sheet, save_sheet  # noqa: PLC0415 - QtPdf, rarely needed

        try:
            if (print_sheet if printed else save_sheet)(self, self._session.frame, words):
                steps.set_kept()
        except Failure as failure:
            self._failed(failure)

    def _prove(self) -> None:
        # Held here and not by the signal: a dialog that its own signal keeps alive goes down with the program.
        dialog, steps = self._dialog, self._steps
        if dialog is None or steps is None:
            return
        dialog.set_busy(False)
        if steps.go_on():
            dialog.allow(steps.groups.right)
            return
        if vault_work.prove(self._session.vault, steps.groups.typed()):
            dialog.accept()
            self._dialog = self._steps = None
            self._offer_trying()
            self._session.note(self._session.t("The new recovery sheet is in force."))
