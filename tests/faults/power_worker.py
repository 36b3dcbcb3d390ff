"""Writes down what some work asks of the disk, plays back power cuts, opens what is left, and tells what was lost.

Arguments: the ground, a folder of its own, the work, "full" or a control ("normal": SQLite told to wait less;
"careless": files and folders are not flushed), and how many cuts to try.
"""

import json
import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from exit_desktop import errors
from exit_desktop.errors import Failure
from exit_desktop.services import backups, drafts, recovery_sheets, restoring, sheet_proofs, vaults
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.vaults import Founding
from exit_desktop.vault import opening
from faults import backup_acts, erase_acts, shim
from faults.acts import copied
from faults.ground import ALIAS, NOTES, OTHER, add_note, desk_at, look_at, open_ground, stretch_quickly
from faults.power import Disk, Event, read_events
from support.vault_making import NOW, PASSPHRASE, WORKER

SAVES = 24


def save(folder: Path) -> None:
    """Write notes and drafts; promise each."""
    desk = open_ground(folder / "v")
    course = find_citizen(desk, ALIAS)
    for number in range(1, SAVES + 1):
        drafts.keep_draft(desk.vault, "there", f"{number}", NOW)
        course = add_note(desk, course, NOTES + number - 1)
        shim.mark(number)
        if number % 6 == 0:
            desk.vault.checkpoint()
    desk.vault.close()


def saved(folder: Path, promised: int) -> int:
    """Return how many of the promised notes and drafts are lost."""
    desk = open_ground(folder / "v")
    try:
        numbers = look_at(desk)
        there = [int(draft.body) for draft in drafts.list_drafts(desk.vault) if draft.place == "there"]
        assert numbers == list(range(len(numbers))), "a note is missing in between"
        told = [type(one).__name__ for one in desk.vault.notices]
        lost = max(0, promised - (len(numbers) - NOTES)) + max(0, promised - max(there, default=0))
        assert bool(lost) == ("VaultLostRows" in told) or lost, f"a false alarm: {told}"
        return lost
    finally:
        desk.vault.close()


def change_keys(folder: Path) -> None:
    """Renew the keys, change the passphrase, take a new sheet."""
    vault = open_ground(folder / "v").vault
    vaults.renew_keys(vault, PASSPHRASE)
    shim.mark(1)
    vaults.change_passphrase(vault, PASSPHRASE, OTHER)
    shim.mark(2)
    recovery_sheets.use_sheet(vault, recovery_sheets.prepare_sheet(vault), proved=True)
    shim.mark(3)
    vault.close()


def keys_changed(folder: Path, promised: int) -> int:
    """Check that the passphrase of now opens, or of two that may hold the one."""
    for passphrase in (OTHER,) if promised >= 2 else (OTHER, PASSPHRASE):
        try:
            desk = open_ground(folder / "v", passphrase)
        except errors.WrongPassphrase:
            continue
        assert look_at(desk) == list(range(NOTES)) and len(drafts.list_drafts(desk.vault)) == 1
        lost = int(promised >= 3 and not sheet_proofs.is_recovery_proved(desk.vault))
        desk.vault.close()
        return lost
    return 1


def found(folder: Path) -> None:
    """Make a new vault."""
    shutil.rmtree(folder / "new", ignore_errors=True)
    made = vaults.create_vault(folder / "new", PASSPHRASE, WORKER, Founding(NOW, practice=True))
    shim.mark(1)
    made.vault.close()


def is_found(folder: Path, promised: int) -> int:
    """Check that a vault whose sheet was shown is there."""
    try:
        vault = vaults.unlock_vault(folder / "new", PASSPHRASE)
    except (errors.NoVaultHere, errors.KeyFileDamaged):
        return promised
    lost = int(vaults.read_worker(vault) != WORKER) if promised else 0
    assert vaults.check_vault(vault).ok
    vault.close()
    return lost


def back_up_twice(folder: Path) -> None:
    """Back up beside the vault, write a note, back up again, and to a stick; promise each backup."""
    desk = open_ground(folder / "v")
    backups.back_up(desk.vault, NOW - timedelta(days=1))
    shim.mark(1)
    add_note(desk, find_citizen(desk, ALIAS), NOTES)
    backups.back_up(desk.vault, NOW)
    shim.mark(2)
    backups.back_up_to(desk.vault, folder / "stick", NOW)
    shim.mark(3)
    desk.vault.close()


def backed_up(folder: Path, promised: int) -> int:
    """Return how many promised backups are lost; whatever stands under the name of one is whole."""
    desk = open_ground(folder / "v")
    assert look_at(desk)[:NOTES] == list(range(NOTES))
    desk.vault.close()
    here, there = backups.list_backups(folder / "v"), backups.find_backups(folder / "stick")
    for backup in (*here, *there):
        assert restoring.look_into(backup, restoring.with_passphrase(PASSPHRASE)).courses == 1
    return max(0, min(promised, 2) - len(here)) + max(0, promised - 2 - len(there))


def restore(folder: Path) -> None:
    """Put a backup in the place of a vault that went on since; promise it."""
    backup_acts.restore(folder, None)
    shim.mark(1)


def restored(folder: Path, promised: int) -> int:
    """Check that the old or the restored vault opens, whole; promised, the restored one, the old one kept aside."""
    desk = desk_at(vaults.unlock_vault(folder / "v", PASSPHRASE, backup_acts.counters(folder)))
    assert not desk.vault.notices, f"told at opening: {desk.vault.notices}"
    numbers = look_at(desk)
    desk.vault.close()
    assert numbers in (list(range(NOTES)), list(range(NOTES + 1)))
    backup_acts.all_whole(backups.list_backups(folder / "v"), True)
    return int(bool(promised) and (len(numbers) > NOTES or not backups.list_replaced(folder / "v")))


def erase(folder: Path) -> None:
    """Erase the citizen to the last backup; promise it."""
    erase_acts.erase(folder, open_ground(folder / "v"))
    shim.mark(1)


def erased(folder: Path, promised: int) -> int:
    """Check that the citizen is there whole, or gone and the rest can be done; promised, gone from every backup."""
    erase_acts.erased(folder, bool(promised))
    return 0


@dataclass(frozen=True)
class Work:
    """What stands there before, what is done, and what is looked at after each cut: how much promised is lost."""

    prepare: Callable[[Path, Path], object]
    do: Callable[[Path], None]
    lost: Callable[[Path, int], int]


WORKS = {
    "save": Work(copied, save, saved),
    "keys": Work(copied, change_keys, keys_changed),
    "found": Work(copied, found, is_found),
    "backup": Work(backup_acts.with_a_stick, back_up_twice, backed_up),
    "restore": Work(backup_acts.with_a_backup, restore, restored),
    "erase": Work(erase_acts.with_backups, erase, erased),
}


def write_down(folder: Path, work: Callable[[Path], None], log: Path) -> tuple[Disk, list[Event]]:
    """Do the work; return the disk as it was before, and everything asked of it."""
    disk = Disk(folder)
    shim.watch(folder)
    shim.record(log)
    work(folder)
    shim.record(None)
    return disk, list(read_events(log))


def put_back(folder: Path, files: dict[str, bytes | None]) -> None:
    """Let the folder hold just these files, and folders where there is no content."""
    shutil.rmtree(folder)
    folder.mkdir()
    for path, data in files.items():
        if data is None:
            Path(path).mkdir(exist_ok=True)
        else:
            Path(path).write_bytes(data)


def chosen(events: list[Event], points: int, luck: random.Random) -> Counter[int]:
    """Return how often the power goes after which call: every third time just after something was promised."""
    promises = [at for at, event in enumerate(events) if event.act == "M"]
    just_after = (min(luck.choice(promises) + luck.randrange(3), len(events) - 1) for _ in range(points // 3))
    return Counter([*just_after, *(luck.randrange(len(events)) for _ in range(points - points // 3))])


def main(ground: Path, folder: Path, name: str, points: int) -> None:
    """Cut the power at `points` moments spread over the whole work, each in its own way."""
    work = WORKS[name]
    work.prepare(ground, folder)
    disk, events = write_down(folder, work.do, folder.with_suffix(".log"))
    luck, promised, told = random.Random(20261123), 0, Counter[str]()
    cuts = chosen(events, points, luck)
    wrong: dict[str, str] = {}
    for at, event in enumerate(events):
        disk.take(event)
        promised = event.offset if event.act == "M" else promised
        for turn in range(cuts[at]):
            put_back(folder, disk.without_power(luck))
            try:
                lost = work.lost(folder, promised)
                told["cuts that lost"] += bool(lost)
                told["most lost"] = max(told["most lost"], lost)
            except (Failure, AssertionError) as problem:
                wrong[f"{at}.{turn} after {event.act} {Path(event.path).name}"] = repr(problem)
    syncs = sum(event.act == "S" for event in events)
    print(json.dumps({"events": len(events), "syncs": syncs, "tried": points, "wrong": wrong, **told}))  # noqa: T201


def settle_for_less() -> None:
    """The control: do not wait for the disk at every commit."""
    less = (one.replace("synchronous = FULL", "synchronous = NORMAL") for one in opening._SETTINGS)
    opening._SETTINGS = tuple(less)  # type: ignore[assignment]  # a process of its own


def flush_nothing() -> None:
    """The control: neither files nor folders are brought to the disk, but by the engine itself."""
    os.fsync = lambda fd: None  # a process of its own


if __name__ == "__main__":
    stretch_quickly()
    {"full": lambda: None, "normal": settle_for_less, "careless": flush_nothing}[sys.argv[4]]()
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[5]))
