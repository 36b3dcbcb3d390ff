"""T12: each cause has its own sentence in Danish and English, and each cause that can be made here is really made.

How every way of a package to be wrong is told stands in tests/exchange/test_bundle_tampering.py.
"""

import importlib
import os
import pkgutil
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import exit_desktop
from exit_desktop import errors
from exit_desktop.errors import Failure
from exit_desktop.services import drafts, vaults
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.vaults import Founding
from exit_desktop.system.language import Texts
from exit_desktop.vault import keyfile, opening
from faults.figures import Figures
from faults.ground import ALIAS, Ground, add_note, open_ground
from support.vault_making import NOW, PASSPHRASE, WORKER

HOLD = "import sys, fcntl; f = open(sys.argv[1]); fcntl.flock(f, fcntl.LOCK_EX); print('held', flush=True); input()"


@pytest.fixture(scope="module")
def failures() -> set[type[Failure]]:
    """Every failure that the program knows, from every room."""
    for module in pkgutil.walk_packages(exit_desktop.__path__, "exit_desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return set(_below(Failure))


def _below(kind: type[Failure]) -> Iterator[type[Failure]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_two_failures_share_a_sentence(failures: set[type[Failure]], language: str, figures: Figures) -> None:
    catalogue = Texts(language)._catalogue
    own = [kind for kind in failures if "sentence" in vars(kind)]
    said = Counter(catalogue.gettext(kind.sentence) for kind in own)
    shared = [sentence for sentence, times in said.items() if times > 1]
    twice = Counter([*said.elements(), said.most_common(1)[0][0]])
    control = sum(times > 1 for times in twice.values())
    figures("T12", f"sentences of failures, language {language}", len(own), len(shared), f"one put in twice: {control}")
    assert control == 1
    assert shared == []
    assert all(sentence.strip() for sentence in said)


def test_every_danish_sentence_is_danish(failures: set[type[Failure]]) -> None:
    catalogue = Texts("da")._catalogue
    assert [kind for kind in failures if kind.sentence and catalogue.gettext(kind.sentence) == kind.sentence] == []


def both_keys_broken(folder: Path, _: Ground) -> None:
    for name in keyfile.NAMES:
        (folder / name).write_bytes((folder / name).read_bytes()[:-5])


def database_gone(folder: Path, _: Ground) -> None:
    (folder / "vault.db").unlink()


def database_cut(folder: Path, _: Ground) -> None:
    os.truncate(folder / "vault.db", 5000)


def database_is_another_file(folder: Path, _: Ground) -> None:
    (folder / "vault.db").write_bytes(b"SQLite format 3\0" + bytes(8176))


def nothing_there(folder: Path, _: Ground) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def newer(folder: Path, _: Ground) -> None:
    later = keyfile.encode(keyfile.later(keyfile.peek(folder), format=keyfile.FORMAT + 1))
    (folder / keyfile.NAMES[0]).write_bytes(later)


def as_it_is(_: Path, __: Ground) -> None:
    """Nothing is wrong with the files."""


def opened(folder: Path, _: Ground) -> None:
    vaults.unlock_vault(folder, PASSPHRASE).close()


def opened_wrongly(folder: Path, _: Ground) -> None:
    vaults.unlock_vault(folder, "en anden sætning om noget helt andet").close()


def sheet_mistyped(folder: Path, ground: Ground) -> None:
    letter = "7" if ground.recovery_key[3] != "7" else "8"
    vaults.recover_vault(folder, ground.recovery_key[:3] + letter + ground.recovery_key[4:], PASSPHRASE).close()


def sheet_of_another(folder: Path, ground: Ground) -> None:
    made = vaults.create_vault(folder.with_name("other"), PASSPHRASE, WORKER, Founding(NOW, practice=True))
    made.vault.close()
    vaults.recover_vault(folder, made.recovery_key, PASSPHRASE).close()


def made_over_it(folder: Path, _: Ground) -> None:
    vaults.create_vault(folder, PASSPHRASE, WORKER, Founding(NOW, practice=True))


def made_weakly(folder: Path, _: Ground) -> None:
    vaults.create_vault(folder.with_name("weak"), "Sommer2026!", WORKER, Founding(NOW))


def opened_twice(folder: Path, _: Ground) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder / "vault.lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        try:
            vaults.unlock_vault(folder, PASSPHRASE).close()
        finally:
            other.kill()


def memory_gone(folder: Path, _: Ground) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cryptography.hazmat.primitives.kdf.argon2.Argon2id.derive_into", _no_memory, raising=True)
        vaults.unlock_vault(folder, PASSPHRASE).close()


def _no_memory(*_: object) -> None:
    raise MemoryError


def engine_old(folder: Path, _: Ground) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "OLDEST_SQLITE", (99, 0, 0))
        vaults.unlock_vault(folder, PASSPHRASE).close()


Spoil = Callable[[Path, Ground], None]
TABLE: list[tuple[str, Spoil, Spoil, type[Failure]]] = [
    ("wrong passphrase", as_it_is, opened_wrongly, errors.WrongPassphrase),
    ("both copies of the key file broken", both_keys_broken, opened, errors.KeyFileDamaged),
    ("the same, and a wrong passphrase", both_keys_broken, opened_wrongly, errors.KeyFileDamaged),
    ("database gone", database_gone, opened, errors.VaultDamaged),
    ("database cut", database_cut, opened, errors.VaultDamaged),
    ("another file in its place", database_is_another_file, opened, errors.VaultDamaged),
    ("empty folder", nothing_there, opened, errors.NoVaultHere),
    ("newer program", newer, opened, errors.VaultIsNewer),
    ("typing error on the sheet", as_it_is, sheet_mistyped, errors.RecoveryKeyMistyped),
    ("sheet of another vault", as_it_is, sheet_of_another, errors.WrongRecoveryKey),
    ("a vault stands there", as_it_is, made_over_it, errors.VaultExists),
    ("weak passphrase", as_it_is, made_weakly, errors.WeakPassphrase),
    ("open elsewhere", as_it_is, opened_twice, errors.AlreadyOpen),
    ("too little memory", as_it_is, memory_gone, errors.TooLittleMemory),
    ("engine too old", as_it_is, engine_old, errors.EngineTooOld),
]


def told_as(act: Spoil, folder: Path, ground: Ground) -> str:
    try:
        act(folder, ground)
    except Failure as failure:
        return type(failure).__name__
    return "nothing"


def test_each_cause_is_told_by_its_own_name(ground: Ground, tmp_path: Path, figures: Figures) -> None:
    wrong, unspoiled = [], 0
    for cause, spoil, act, told in TABLE:
        folder = Path(shutil.copytree(ground.folder, tmp_path / cause))
        unspoiled += told_as(opened, folder, ground) == "nothing"
        spoil(folder, ground)
        if told_as(act, folder, ground) != told.__name__:
            wrong.append(cause)
    figures(
        "T12", "causes really made, each told by its own name", len(TABLE), len(wrong), f"unspoiled: {unspoiled} open"
    )
    assert (wrong, unspoiled) == ([], len(TABLE))


def test_what_is_only_told_after_opening_is_told_by_its_own_name(ground: Ground, tmp_path: Path) -> None:
    folder, counters = Path(shutil.copytree(ground.folder, tmp_path / "v")), tmp_path / "counters"
    desk = open_ground(folder)
    add_note(desk, find_citizen(desk, ALIAS), 9)
    desk.vault.close()
    (folder / "drafts.db").write_bytes(b"no database" * 1000)
    vault = vaults.unlock_vault(folder, PASSPHRASE, counters)
    drafts.list_drafts(vault)
    assert [type(one) for one in vault.notices] == [errors.DraftsLost]
    vault.close()
    shutil.copyfile(ground.folder / "vault.db", folder / "vault.db")
    vault = vaults.unlock_vault(folder, PASSPHRASE, counters)
    assert [type(one) for one in vault.notices] == [errors.VaultLostRows]
    vault.close()
