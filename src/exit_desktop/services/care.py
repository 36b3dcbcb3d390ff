"""What a worker is quietly asked to do for the vault itself: a backup elsewhere each week, a trial twice a year.

Nothing here is ever asked of a practice vault, nor of one that cannot be written.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from exit_desktop.errors import BackupDamaged, BackupOfOlderSheet, NoBackupWhole, NothingToTry, WrongRecoveryKey
from exit_desktop.services.backups import Backup, BackupState, list_own, read_state
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.restoring import Contents, look_into, with_sheet
from exit_desktop.vault.belonging import read_made_at
from exit_desktop.vault.copied_pages import UNWATCHED, Watch
from exit_desktop.vault.open_vault import Vault
from exit_desktop.vault.settings import read_setting, save_setting

ELSEWHERE_DAYS, TRIAL_DAYS = 7, 183
_TRIED, _PUT_OFF = "recovery_tried_on", "care_put_off_until"


class Care(StrEnum):
    """What is worth doing now."""

    BACK_UP_ELSEWHERE = "back_up_elsewhere"
    TRY_RECOVERY = "try_recovery"


@dataclass(frozen=True, slots=True)
class CareState:
    """How the vault is looked after: its backups, the day of the last trial (None: never), what is worth doing now."""

    backups: BackupState
    tried_on: date | None
    wanted: tuple[Care, ...]


def read_care(desk: Desk) -> CareState:
    """Return how the vault is looked after, and what is worth doing now, whether put off or not."""
    with desk.vault.reading() as connection:
        tried, made = read_setting(connection, _TRIED), read_made_at(connection)
    backups, tried_on = read_state(desk.vault), _day(tried)
    if desk.vault.practice or desk.vault.read_only:
        return CareState(backups, tried_on, ())
    today, made_on = desk.clock.today(), made.astimezone().date()
    elsewhere = None if backups.elsewhere is None else backups.elsewhere.astimezone().date()
    since = (
        (Care.BACK_UP_ELSEWHERE, _come(elsewhere, today) or made_on, ELSEWHERE_DAYS),
        (Care.TRY_RECOVERY, _come(tried_on, today) or made_on, TRIAL_DAYS),
    )
    return CareState(backups, tried_on, tuple(care for care, day, days in since if (today - day).days >= days))


def care_to_ask(desk: Desk) -> Care | None:
    """Return the one thing to ask about today; None where nothing is, or it was put off."""
    with desk.vault.reading() as connection:
        until = _day(read_setting(connection, _PUT_OFF))
    if until is not None and desk.clock.today() < until <= desk.clock.today() + timedelta(days=ELSEWHERE_DAYS):
        return None
    return next(iter(read_care(desk).wanted), None)


def put_off_care(desk: Desk) -> None:
    """Ask again in a week."""
    until = desk.clock.today() + timedelta(days=ELSEWHERE_DAYS)
    with desk.vault.writing() as connection:
        save_setting(connection, _PUT_OFF, until.isoformat())


def prove_recovery(vault: Vault, groups: str, watch: Watch = UNWATCHED) -> Contents:
    """Open the newest whole backup with the recovery sheet alone and read all of it; nothing is written.

    Raises RecoveryKeyMistyped, WrongRecoveryKey for any sheet but the one in force, BackupOfOlderSheet, NothingToTry,
    NoBackupWhole, BackupStopped.
    """
    way_in = with_sheet(groups)
    # An older sheet opens older backups; tried on those alone it would count as proved, and the right one as wrong.
    way_in(vault.keyfile).wipe()
    backups = list_own(vault)
    for backup in backups:
        try:
            return look_into(backup, way_in, watch)
        except BackupDamaged:
            continue
        except WrongRecoveryKey:
            raise BackupOfOlderSheet from None
    raise NoBackupWhole if backups else NothingToTry


def note_trial(desk: Desk) -> None:
    """Note that the recovery was tried today, and that it works."""
    with desk.vault.writing() as connection:
        save_setting(connection, _TRIED, desk.clock.today().isoformat())
        append_use(connection, desk, Act.OPENED, "trial")


def note_taken_along(desk: Desk, backup: Backup) -> None:
    """Write in the usage log that a backup was put outside the vault's folder."""
    if backup.folder.is_relative_to(desk.vault.folder):
        return
    with desk.vault.writing() as connection:
        append_use(connection, desk, Act.EXPORTED, "backup")


def _come(day: date | None, today: date) -> date | None:
    """Return a day that has come; one far ahead was noted by a clock that was wrong, and puts nothing off."""
    return day if day is not None and day <= today + timedelta(days=1) else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
