"""What the page of safety tells of backups: here, elsewhere, the way back, another laptop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exit_desktop.services.backups import list_own
from exit_desktop.services.care import Care, read_care
from exit_desktop.services.older_keys import count_opened_by_others
from exit_desktop.ui.backups.backup_words import when_words
from exit_desktop.ui.settings.state_rows import StateRow, Teller

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.services.care import CareState
    from exit_desktop.ui.session import Session

_OLD_DAYS = 1


def backup_rows(session: Session, page: QWidget) -> tuple[Teller, ...]:
    """Return what is told, in the order in which it is read."""
    return tuple(partial(row, session, page) for row in (_here, _elsewhere, _restoring, _trial, _moving))


def _here(session: Session, page: QWidget) -> StateRow:
    from exit_desktop.ui.backups.copy_dialog import back_up_here  # noqa: PLC0415 - when it is wanted

    t, name = session.t, session.t("Backup")
    if session.vault.read_only:
        return StateRow(name, t("This disk cannot be written, so no backup is made on it."))
    older = count_opened_by_others(session.vault)
    if older:
        return _opened_by_others(session, page, older)
    state = read_care(session.desk).backups
    act = (t("Back up now"), partial(back_up_here, session, page))
    if state.here is None:
        return StateRow(name, t("None yet on this laptop. They make themselves while you work."), True, *act)
    words = t("{when}, tested.", when=_begun(when_words(t, state.here, session.today())))
    if state.changes:
        words += " " + t.plural("{count} change since.", "{count} changes since.", state.changes)
    old = (session.today() - state.here.astimezone().date()).days > _OLD_DAYS
    return StateRow(name, words, old and state.changes > 0, *act)


def _opened_by_others(session: Session, page: QWidget, count: int) -> StateRow:
    from exit_desktop.ui.backups.older_keys_dialog import remove_those_of_older_keys  # noqa: PLC0415 - when it is wanted

    t, act = session.t, partial(remove_those_of_older_keys, session, page)
    words = t.plural(
        "{count} older backup on this computer opens with earlier keys or another recovery sheet.",
        "{count} older backups on this computer open with earlier keys or another recovery sheet.",
        count,
    )
    return StateRow(t("Backup"), words, True, t("Remove older backups"), act)


def _elsewhere(session: Session, page: QWidget) -> StateRow:
    from exit_desktop.ui.backups.copy_dialog import back_up_elsewhere  # noqa: PLC0415 - when it is wanted

    t, name, care = session.t, session.t("Backup in a second place"), read_care(session.desk)
    act = (t("Back up to another place"), partial(back_up_elsewhere, session, page))
    wanted = Care.BACK_UP_ELSEWHERE in care.wanted
    return StateRow(name, _elsewhere_words(session, care), wanted, *act)


def _elsewhere_words(session: Session, care: CareState) -> str:
    t, state = session.t, care.backups
    if state.elsewhere is None:
        return t("Never. If the laptop is lost, so is what is only on it. A stick in a drawer is enough.")
    when = _begun(when_words(t, state.elsewhere, session.today()))
    return t("{when}, tested: {place}", when=when, place=str(state.second_place))


def _restoring(session: Session, _page: QWidget) -> StateRow:
    t, count = session.t, sum(one.whole for one in list_own(session.vault))
    act = (t("Restore a backup"), session.restore_wanted.emit)
    if not count:
        words = t("No backup lies beside the vault yet. To look for one in another place, the vault is locked first.")
        return StateRow(t("Restoring"), words, False, *act)
    words = t.plural(
        "{count} backup lies beside the vault. To look into one or restore it, the vault is locked first.",
        "{count} backups lie beside the vault. To look into one or restore it, the vault is locked first.",
        count,
    )
    return StateRow(t("Restoring"), words, False, *act)


def _trial(session: Session, page: QWidget) -> StateRow:
    from exit_desktop.ui.backups.trial_dialog import TrialDialog  # noqa: PLC0415 - when it is wanted

    t, name, care = session.t, session.t("The way back"), read_care(session.desk)
    if session.vault.practice:
        return StateRow(name, t("A practice vault needs no trial."))
    if care.tried_on is None:
        words = t("Never tried. Twice a year is enough to know that sheet and backup work.")
    else:
        words = t("Tried on {date}: sheet and backup work.", date=t.date(care.tried_on))
    act = lambda: TrialDialog(page, session).open()  # noqa: E731 - the dialog closes itself
    return StateRow(name, words, Care.TRY_RECOVERY in care.wanted, t("Try it now"), act)


def _moving(session: Session, page: QWidget) -> StateRow:
    from exit_desktop.ui.backups.move_dialog import MoveDialog  # noqa: PLC0415 - when it is wanted

    t = session.t
    words = t("A backup goes in, you look whether all is there, and then the old laptop is emptied.")
    act = lambda: MoveDialog(page, session).open()  # noqa: E731 - as above
    return StateRow(t("A new laptop"), words, act_text=t("Move to a new laptop"), act=act)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
