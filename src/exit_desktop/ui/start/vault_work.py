"""The long work of the start pages, as jobs; the vault's libraries are loaded here, on the worker thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from exit_desktop.system.paths import NEUTRAL_NAME
from exit_desktop.ui.start.chooser import VaultChoice

if TYPE_CHECKING:
    from exit_desktop.services.backups import Backup
    from exit_desktop.services.erasing_all import Whole
    from exit_desktop.services.restoring import Restored, WayIn
    from exit_desktop.services.vaults import Vault
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.frame import Frame
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.start.ceremony import NewVaultWish, Proof
    from exit_desktop.ui.start.passphrase_page import PassphraseRules
    from exit_desktop.ui.start.start_area import StartWith

PRACTICE_FOLDER = "practice"
# Modules here are imported inside the functions: the unlock page is to stand before any of them is loaded.


@dataclass(frozen=True, slots=True)
class Made:
    """A vault that was just made, open, with its recovery key as groups joined by hyphens."""

    vault: Vault
    recovery_key: str
    proof: Proof


def unlocking(frame: Frame, folder: Path, passphrase: str) -> Callable[[Job], object]:
    """Return the job that opens a vault with its passphrase."""

    def work(_job: Job) -> object:
        from exit_desktop.services.vaults import unlock_vault  # noqa: PLC0415 - see above

        return unlock_vault(folder, passphrase, counters_folder(frame))

    return work


def recovering(frame: Frame, folder: Path, key: str, passphrase: str) -> Callable[[Job], object]:
    """Return the job that opens a vault with its recovery sheet."""

    def work(_job: Job) -> object:
        from exit_desktop.services.vaults import recover_vault  # noqa: PLC0415 - see above

        return recover_vault(folder, key, passphrase, counters_folder(frame))

    return work


def practising(frame: Frame, citizens: int | None, seed: int | None) -> Callable[[Job], object]:
    """Return the job that opens the practice vault of this data folder, and makes it first if there is none."""

    def work(_job: Job) -> object:
        import secrets  # noqa: PLC0415 - loads hashes, not needed before

        from exit_desktop.services.practice import DOZEN, make_practice_vault  # noqa: PLC0415 - see above
        from exit_desktop.services.vaults import unlock_vault  # noqa: PLC0415 - see above

        folder = frame.places.data_dir / PRACTICE_FOLDER
        words = practice_words(folder)
        if (citizens, seed) != (None, None):
            folder = free_folder(frame.places.data_dir, PRACTICE_FOLDER)
        elif (folder / "vault.keys").exists() and words.exists():
            return unlock_vault(folder, words.read_text(encoding="utf-8").removesuffix("\n"))
        count = DOZEN if citizens is None else citizens
        drawn = secrets.randbelow(2**31) if seed is None else seed
        made = make_practice_vault(folder, count, drawn, frame.clock.today(), frame.clock.now_utc())
        return unlock_vault(made.vault, made.passphrase)

    return work


def making(frame: Frame, wish: NewVaultWish, place: Path | None) -> Callable[[Job], object]:
    """Return the job that makes a vault in a new folder: `place`, or one in the data folder."""

    # A part of the window is loaded here, on its own thread; what the job loads is none.
    from exit_desktop.ui.settings.worker import details_of  # noqa: PLC0415 - see above

    details = details_of(wish.worker)

    def work(_job: Job) -> object:
        from exit_desktop.services.vaults import Founding, create_vault  # noqa: PLC0415 - see above

        folder = place or free_folder(frame.places.data_dir, wish.worker.project)
        founding = Founding(frame.clock.now_utc(), counters=counters_folder(frame))
        made = create_vault(folder, wish.passphrase, details, founding)
        return Made(made.vault, made.recovery_key, proof_of(made.vault, made.recovery_key))

    return work


def moving(folder: Path, to: Path) -> Callable[[Job], object]:
    """Return the job that moves a closed vault and returns where it is now."""

    def work(_job: Job) -> object:
        from exit_desktop.services.places import move_vault  # noqa: PLC0415 - see above

        move_vault(folder, to)
        return to

    return work


def erasing(frame: Frame, whole: Whole) -> Callable[[Job], object]:
    """Return the job that erases a closed vault, and what the receipt says."""

    def work(_job: Job) -> object:
        from exit_desktop.services.erasing_all import erase_vault  # noqa: PLC0415 - see above
        from exit_desktop.services.erasure_words import whole_words  # noqa: PLC0415 - see above

        erase_vault(whole.folder, counters_folder(frame))
        return whole_words(whole, frame.t)

    return work


def proof_of(vault: Vault, recovery_key: str) -> Proof:
    """Return which groups of a new sheet are asked back, compared with the key at hand."""
    from exit_desktop.services.sheet_proofs import asked_groups  # noqa: PLC0415 - see above
    from exit_desktop.ui.start.ceremony import Proof  # noqa: PLC0415 - see above

    groups = recovery_key.split("-")
    first, second = asked_groups(vault)
    return Proof((first, second), lambda place, text: text.strip().upper() == groups[place - 1])


def prove(vault: Vault, typed: dict[int, str]) -> bool:
    """Record that the sheet was typed back."""
    from exit_desktop.services.sheet_proofs import prove_recovery  # noqa: PLC0415 - see above

    return prove_recovery(vault, typed)


def close_unwanted(result: object) -> None:
    """Close a vault that was opened after a lock had already given it up."""
    vault = result.vault if isinstance(result, Made) else result
    cast("Vault", vault).close()


def passphrase_rules(t: Texts) -> PassphraseRules:
    """Return how passphrases are made and judged, with the reason in the worker's language."""
    from exit_desktop.services.passphrases import generate_passphrase  # noqa: PLC0415 - see above
    from exit_desktop.ui.start.passphrase_page import PassphraseRules  # noqa: PLC0415 - see above

    return PassphraseRules(generate_passphrase, lambda text: why_not(text, t))


def find_vaults(frame: Frame, found: StartWith) -> StartWith:
    """Look again which vaults stand in the data folder, and load what will open one."""
    from exit_desktop.services.erasing_all import finish_erasing_all  # noqa: PLC0415 - see above
    from exit_desktop.services.vaults import list_vaults, load_engine, read_vault_header  # noqa: PLC0415 - see above

    load_engine()
    finish_erasing_all(frame.places.data_dir, found.last)
    places = [frame.places.data_dir]
    headers = list_vaults(places)
    if found.last is not None and all(header.folder != found.last for header in headers):
        headers.append(read_vault_header(found.last))
    return replace(found, choices=tuple(VaultChoice(one.folder, one.name, one.practice) for one in headers))


def backups_in(place: Path) -> tuple[Backup, ...]:
    """Return the backups that lie in a folder, the newest first."""
    from exit_desktop.services.backups import find_backups  # noqa: PLC0415 - see above

    return find_backups(place)


def looking_into(backup: Backup, typed: tuple[str, str], words: Callable[[str], str]) -> Callable[[Job], object]:
    """Return the job that reads a backup to its end, by the passphrase or the recovery key that was typed."""
    from exit_desktop.ui.backups.progress import watch_of  # noqa: PLC0415 - see above

    def work(job: Job) -> object:
        from exit_desktop.services.restoring import look_into  # noqa: PLC0415 - see above

        return look_into(backup, _way_in(typed), watch_of(job, words))

    return work


def restoring_to(frame: Frame, backup: Backup, typed: tuple[str, str], folder: Path) -> Callable[[Job], object]:
    """Return the job that puts a backup in the place of the vault in a folder, or into a new one."""
    from exit_desktop.ui.backups.progress import watch_of  # noqa: PLC0415 - see above

    def work(job: Job) -> object:
        from exit_desktop.services.restoring import Restoring, restore_backup  # noqa: PLC0415 - see above

        into = Restoring(folder, frame.clock.now_utc(), counters_folder(frame))
        return restore_backup(backup, _way_in(typed), into, watch_of(job, frame.t))

    return work


def home_of(frame: Frame, backup: Backup, asked_from: Path | None) -> Path:
    """Return where a backup is to stand: in the place of its vault, else in a new folder."""
    from exit_desktop.services.vaults import list_vaults  # noqa: PLC0415 - see above

    uid = backup.checks.vault if backup.checks else ""
    if asked_from is not None and backup.folder.is_relative_to(asked_from) and _may_be_of(uid, asked_from):
        return asked_from
    headers = list_vaults([frame.places.data_dir, *([asked_from] if asked_from else [])])
    same = [one.folder for one in headers if one.uid and one.uid == uid]
    return same[0] if same else free_folder(frame.places.data_dir, NEUTRAL_NAME)


def _may_be_of(uid: str, folder: Path) -> bool:
    own = number_of(folder)
    return not uid or not own or uid == own


def number_of(folder: Path) -> str:
    """Return the number of a vault, which its backups carry too; empty where its key file cannot be read."""
    from exit_desktop.services.vaults import read_vault_header  # noqa: PLC0415 - see above

    return read_vault_header(folder).uid


def is_practice(folder: Path) -> bool:
    """Return whether the people in a vault are invented."""
    from exit_desktop.services.vaults import read_vault_header  # noqa: PLC0415 - see above

    return read_vault_header(folder).practice


def restored_words(frame: Frame, done: Restored) -> str:
    """Return which backup stands in place now, and where the vault before it is kept."""
    from exit_desktop.ui.backups.backup_words import when_words  # noqa: PLC0415 - see above

    t = frame.t
    words = t(
        "The backup of {when} is restored. Open it with the passphrase that the vault had then.",
        when=when_words(t, done.contents.made_at, frame.clock.today()),
    )
    if done.replaced is None:
        return words
    return (
        words
        + " "
        + t("The vault that was there before is kept aside for 35 days, in {place}.", place=done.replaced.name)
    )


def _way_in(typed: tuple[str, str]) -> WayIn:
    from exit_desktop.services.restoring import with_passphrase, with_sheet  # noqa: PLC0415 - see above

    passphrase, key = typed
    return with_sheet(key) if key else with_passphrase(passphrase)


def practice_words(folder: Path) -> Path:
    """Return the file beside a practice vault that holds its passphrase."""
    return folder.with_name(f"{folder.name}.passphrase.txt")


def counters_folder(frame: Frame) -> Path:
    """Return where the number of each vault's last commit is kept, outside the vault."""
    return frame.places.settings_dir / "counters"


def free_folder(root: Path, town: str) -> Path:
    """Return a folder that does not stand yet, called after the town or by a short number: never after a person."""
    name = "".join(letter for letter in town if letter.isalnum() or letter in " -").strip()[:24]
    names = [name] if name else []
    names += [f"{name} {number}".strip() for number in range(1 if not name else 2, 100)]
    return next(root / one for one in names if not (root / one).exists())


def why_not(text: str, t: Texts) -> str:
    """Return why own words will not do as a passphrase; empty if they will."""
    from exit_desktop.services.passphrases import WEAKNESS_SENTENCES, judge_passphrase  # noqa: PLC0415 - see above

    weaknesses = judge_passphrase(text).weaknesses
    return t(WEAKNESS_SENTENCES[weaknesses[0]]) if weaknesses else ""
