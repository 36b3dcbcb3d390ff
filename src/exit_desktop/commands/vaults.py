"""Commands on a vault as a whole: practice, new, check, passphrase, rekey, recover."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exit_desktop.commands.refusals import (
    ArgumentMissing,
    NotPlainText,
    SheetElsewhere,
    SheetNotInForce,
    TodayOnlyInPractice,
    VaultNotWell,
    WorkerCodeWrong,
)
from exit_desktop.commands.running import Answer
from exit_desktop.commands.work import (
    Work,
    check_out,
    open_vault,
    read_line,
    read_new_passphrase,
    read_passphrase,
    refuse_other_day,
    say_aside,
    tell_notices,
    write_out,
)
from exit_desktop.errors import Failure
from exit_desktop.services.backups import list_backups
from exit_desktop.services.older_keys import list_elsewhere, remove_opened_by_others, removed_words
from exit_desktop.services.place_words import place_words
from exit_desktop.services.places import look_at_folder
from exit_desktop.services.recovery_sheets import prepare_sheet, use_sheet
from exit_desktop.services.vaults import (
    Founding,
    HealthReport,
    NewVault,
    Role,
    Vault,
    WorkerDetails,
    change_passphrase,
    check_vault,
    create_vault,
    recover_vault,
    renew_keys,
)
from exit_desktop.system.clock import Clock
from exit_desktop.system.language import mark
from exit_desktop.system.safe_write import sync_folder

LONGEST_CODE = 12
ROWS = {
    "citizen": mark("Citizens"),
    "course": mark("Courses"),
    "contact": mark("Contacts"),
    "submission": mark("Readings and forms"),
    "answer": mark("Answers"),
    "plan_version": mark("Versions of plans"),
    "network_person": mark("People in networks"),
    "bin": mark("In the bin"),
    "usage_log": mark("Lines in the usage log"),
}


def practise(work: Work) -> Answer:
    """Make a practice vault in the data folder; without --make-only the window does it."""
    from exit_desktop.services.practice import DOZEN, make_practice_vault  # noqa: PLC0415 - only here

    if not work.wish.make_only:
        raise ArgumentMissing(names="--make-only")
    folder = _free_folder(work.places.data_dir)
    count = DOZEN if work.wish.citizens is None else work.wish.citizens
    made = make_practice_vault(folder, count, work.wish.seed, work.clock.today(), work.clock.now_utc())
    document = {
        "vault": str(made.vault),
        "passphrase_file": str(made.passphrase_file),
        "citizens": list(made.aliases),
    }
    return Answer(document, always_json=True)


def _free_folder(data_dir: Path) -> Path:
    names = ["practice", *(f"practice-{number}" for number in range(2, 10_000))]
    return next(folder for name in names if not (folder := data_dir / name).exists())


def make(work: Work) -> Answer:
    """Make a new vault and write its recovery sheet."""
    if work.wish.today is not None:
        raise TodayOnlyInPractice
    code = _worker_code(work.wish.worker)
    outs = [check_out(work, path, keep_old=True) for path in _recovery_files(work)]
    passphrase = read_new_passphrase(work, work.wish.passphrase_file)
    details = WorkerDetails(code, role=Role(work.wish.role))
    founding = Founding(work.clock.now_utc(), counters=work.counters)
    for words in place_words(look_at_folder(work.folder), work.t):
        say_aside(words)
    with _kept_free(outs):
        made = create_vault(work.folder, passphrase, details, founding)
    _write_recovery(work, made, outs)
    document = {"vault": str(work.folder), "recovery_sheet": str(outs[0]), "worker": code}
    lines = (work.t("The vault is made."), work.t("Print the recovery sheet, and keep it where the computer is not."))
    return Answer(document, lines)


@contextmanager
def _kept_free(outs: list[Path]) -> Iterator[None]:
    """Try the places before the keys are made: a recovery key that cannot be written down would be lost."""
    new = [path for path in outs if not path.exists()]
    try:
        for path in outs:
            write_out(path, path.read_bytes() if path.exists() else b"")
        yield
    except BaseException:
        for path in new:
            path.unlink(missing_ok=True)
        raise


def _recovery_files(work: Work) -> list[Path]:
    return [path for path in (work.wish.recovery_sheet, work.wish.recovery_key_file) if path is not None]


def _worker_code(text: str) -> str:
    code = unicodedata.normalize("NFC", text).strip()
    if not (1 <= len(code) <= LONGEST_CODE and code.isprintable()):
        raise WorkerCodeWrong
    return code


def _write_recovery(work: Work, made: NewVault, outs: list[Path]) -> None:
    try:
        write_out(outs[0], _sheet(work, made.vault, made.recovery_key))
        for path in outs[1:]:
            write_out(path, f"{made.recovery_key}\n".encode())
    finally:
        made.vault.close()


def _sheet(work: Work, vault: Vault, recovery_key: str) -> bytes:
    from exit_desktop.services.papers import recovery_sheet_pdf  # noqa: PLC0415 - the PDF writer costs 100 ms

    return recovery_sheet_pdf(recovery_key, vault.uid[:6].upper(), work.clock.today(), work.t)


def check(work: Work) -> Answer:
    """Look through the whole vault; a finding is a refusal, with the figures all the same."""
    with open_vault(work) as vault:
        report = check_vault(vault)
        noticed = [type(notice).__name__ for notice in vault.notices]
        document = {"vault": str(vault.folder), "practice": vault.practice, "noticed": noticed, **_figures(report)}
        whole = [one for one in list_backups(vault.folder) if one.whole]
        document["backups"] = [one.made_at.isoformat(timespec="seconds") for one in whole]
    refusal = None if report.ok else VaultNotWell(found=", ".join(report.findings))
    count = work.t("Backups beside the vault: {count}", count=work.t.number(len(whole)))
    return Answer(document, (*_health_lines(work, report), count), refusal=refusal)


def _figures(report: HealthReport) -> dict[str, object]:
    return {
        "ok": report.ok,
        "findings": list(report.findings),
        "sizes": dict(report.sizes),
        "rows": dict(report.rows),
        "sqlite": report.sqlite,
        "sqlcipher": report.cipher,
        "schema": report.schema,
        "commits": report.commits,
        "epoch": report.epoch,
        "recovery_proved": report.proved,
    }


def _health_lines(work: Work, report: HealthReport) -> tuple[str, ...]:
    t = work.t
    said = [t("All is well.")] if report.ok else []
    said += [f"{t(ROWS[name])}: {t.number(count)}" for name, count in report.rows]
    said += [t("{file}: {bytes} bytes", file=name, bytes=t.number(size)) for name, size in report.sizes]
    return tuple(said)


def passphrase(work: Work) -> Answer:
    """Let another passphrase open the vault."""
    old = read_passphrase(work)
    with open_vault(work, old) as vault:
        change_passphrase(vault, old, read_new_passphrase(work, work.wish.new_passphrase_file))
    said = work.t("The passphrase is changed. Older backups still open with the old one.")
    return Answer({"vault": str(work.folder), "changed": "passphrase"}, (said,))


def rekey(work: Work) -> Answer:
    """Give the vault new keys, and a new recovery sheet if one was asked for: in force once it stands in its file."""
    wish, secret = work.wish.recovery_sheet, read_passphrase(work)
    out = None if wish is None else check_out(work, wish, keep_old=True)
    with open_vault(work, secret) as vault:
        if out is None:
            renew_keys(vault, secret)
        else:
            _renew_with_sheet(work, vault, secret, out)
        epoch = vault.keyfile.epoch
        # After the new sheet: a backup that is made before it holds opens with the old one.
        removed, elsewhere = remove_opened_by_others(vault, Clock().now_utc()), list_elsewhere(vault)
    sheet = work.t("The recovery sheet is new; the old one opens nothing any more.")
    kept = work.t("The recovery sheet is still valid.")
    document = {
        "vault": str(work.folder),
        "epoch": epoch,
        "recovery_sheet": None if out is None else str(out),
        "backups_removed": removed,
        "backups_elsewhere": [str(one.folder) for one in elsewhere],
    }
    said = [work.t("The vault has new keys."), kept if out is None else sheet, removed_words(work.t, removed)]
    said += [work.t("This backup still opens with the old keys: {place}", place=str(one.folder)) for one in elsewhere]
    return Answer(document, tuple(said))


def _renew_with_sheet(work: Work, vault: Vault, secret: str, out: Path) -> None:
    # The file of a sheet that may still hold is written over when that sheet has ended, and not before.
    written = _name_beside(out) if out.exists() else out
    with _kept_free([written]):
        new = prepare_sheet(vault)
        write_out(written, _sheet(work, vault, new.recovery_key))
        renew_keys(vault, secret)
    # From here on the new sheet may be the one in force: its file is never taken away.
    try:
        use_sheet(vault, new)
    except Failure as failure:
        raise SheetNotInForce(file=written.name) from failure
    if written != out:
        _put_in_place(written, out)


def _name_beside(path: Path) -> Path:
    names = [f"{path.stem}-new{path.suffix}", *(f"{path.stem}-new-{number}{path.suffix}" for number in range(2, 100))]
    return next(beside for name in names if not (beside := path.with_name(name)).exists())


def _put_in_place(written: Path, out: Path) -> None:
    try:
        written.replace(out)
        sync_folder(out.parent)
    except OSError:
        if not written.exists():
            return
        raise SheetElsewhere(file=written.name) from None


def recover(work: Work) -> Answer:
    """Open the vault with its recovery key and set a new passphrase; the sheet stays valid."""
    refuse_other_day(work)
    key = read_line(work.wish.recovery_key_file).strip()
    if not key.isascii():
        raise NotPlainText(file=work.wish.recovery_key_file.name)
    new = read_new_passphrase(work, work.wish.new_passphrase_file)
    vault = recover_vault(work.folder, key, new, work.counters)
    try:
        tell_notices(work, vault)
    finally:
        vault.close()
    said = work.t("The vault opens with the new passphrase. The recovery sheet is still valid.")
    return Answer({"vault": str(work.folder), "changed": "passphrase"}, (said,))
