"""Commands on backups: make one, and put one in the place of a vault."""

from pathlib import Path

from exit_desktop.commands.refusals import NotPlainText, TodayOnlyInPractice
from exit_desktop.commands.running import Answer
from exit_desktop.commands.vaults import ROWS
from exit_desktop.commands.work import Work, ask_passphrase, open_vault, read_line, say_aside
from exit_desktop.services import backups, restoring
from exit_desktop.services.backups import Backup
from exit_desktop.services.restoring import Restored, WayIn
from exit_desktop.services.vaults import Vault, read_vault_header


def backup(work: Work) -> Answer:
    """Make a tested backup beside the vault, or in another place."""
    with open_vault(work) as vault:
        made = _make(work, vault)
    document = {"vault": str(work.folder), "backup": str(made.folder), "made_at": _moment(made), "bytes": made.size}
    return Answer(document, (work.t("The backup is made and tested."), str(made.folder)))


def _make(work: Work, vault: Vault) -> Backup:
    now, to = work.clock.now_utc(), work.wish.to
    if to is None:
        return backups.back_up(vault, now)
    return backups.back_up_to(vault, to.expanduser().absolute(), now)


def restore(work: Work) -> Answer:
    """Put the newest whole backup of a folder in the place of a vault; the one before is kept aside."""
    place = work.wish.backup.expanduser().absolute()
    found = _of_one_vault(place, work.folder)
    if work.wish.today is not None and not all(one.checks and one.checks.practice for one in found):
        raise TodayOnlyInPractice
    into = restoring.Restoring(work.folder, work.clock.now_utc(), work.counters)
    done = restoring.restore_newest(found, _way_in(work, found), into)
    if done.skipped:
        count = len(done.skipped)
        newer = work.t.plural(
            "{count} newer backup is damaged and was passed over.",
            "{count} newer backups are damaged and were passed over.",
            count,
        )
        say_aside(newer)
    return Answer(_told(work, done), _lines(work, done))


def _of_one_vault(place: Path, vault: Path) -> tuple[Backup, ...]:
    """Return the backups of the vault that is to be replaced; where there is none, of the newest one's vault."""
    found = backups.find_backups(place)
    there = read_vault_header(vault).uid or next((one.checks.vault for one in found if one.checks), "")
    return tuple(one for one in found if one.checks is None or one.checks.vault == there) or found


def _way_in(work: Work, found: tuple[Backup, ...]) -> WayIn:
    file = work.wish.recovery_key_file
    if file is not None:
        key = read_line(file).strip()
        if not key.isascii():
            raise NotPlainText(file=file.name)
        return restoring.with_sheet(key)
    return restoring.with_passphrase(ask_passphrase(work) if found else "")


def _told(work: Work, done: Restored) -> dict[str, object]:
    held = done.contents
    return {
        "vault": str(work.folder),
        "backup": str(done.backup.folder),
        "made_at": _moment(done.backup),
        "citizens": held.citizens,
        "courses": held.courses,
        "contacts": held.contacts,
        "readings": held.readings,
        "replaced": None if done.replaced is None else str(done.replaced),
        "passed_over": [str(one.folder) for one in done.skipped],
    }


def _lines(work: Work, done: Restored) -> tuple[str, ...]:
    t, made = work.t, done.backup.made_at.astimezone()
    day, time = t.date(made.date(), "long"), t.time(made.time())
    said = [
        t("The vault is as it was on {day} at {time}.", day=day, time=time),
        t("It opens with the passphrase of that time."),
    ]
    counts = (("citizen", done.contents.citizens), ("contact", done.contents.contacts))
    said += [f"{t(ROWS[name])}: {t.number(count)}" for name, count in counts]
    if done.replaced is not None:
        said.append(t("The vault from before is kept for 35 days in this folder: {folder}", folder=done.replaced.name))
    return tuple(said)


def _moment(made: Backup) -> str:
    return made.made_at.isoformat(timespec="seconds")
