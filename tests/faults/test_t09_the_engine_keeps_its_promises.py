"""T9: every connection that the program opens keeps the contract; one opened in any other way is seen to break it.

That only one line of the program connects stands in tests/vault/test_opening_contract.py.
"""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from exit_desktop.services import drafts, vaults
from exit_desktop.vault.drafts import Drafts
from exit_desktop.vault.opening import open_database, raw_key
from faults.figures import Figures
from faults.ground import Ground, open_ground
from support.vault_making import NOW, PASSPHRASE

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

CONTRACT = {
    "journal_mode": "wal",
    "synchronous": "2",
    "temp_store": "2",
    "secure_delete": "1",
    "foreign_keys": "1",
    "trusted_schema": "0",
    "mmap_size": "0",
    "page_size": "4096",
    "cipher_page_size": "4096",
    "cipher_hmac_algorithm": "HMAC_SHA512",
}


def breaches(connection: "Connection", path: Path) -> list[str]:
    """Return everything that is not as it must be."""
    found = [
        name
        for name, wanted in CONTRACT.items()
        if str((connection.execute(f"PRAGMA {name}").fetchone() or ("",))[0]) != wanted
    ]
    if path.read_bytes()[:15] == b"SQLite format 3":
        found.append("clear text")
    if dbapi2.sqlite_version_info < (3, 51, 3):
        found.append("engine")
    try:
        connection.execute("ATTACH ':memory:' AS other")
        found.append("attach")
    except dbapi2.DatabaseError:
        pass
    return found


def connections(vault: vaults.Vault) -> list[tuple["Connection", Path]]:
    """Return each connection of an open vault with its file."""
    kept = vault.drafts()
    assert isinstance(kept, Drafts)
    held = [(vault._writer, "vault.db"), (vault._reader, "vault.db"), (kept._connection, "drafts.db")]
    return [(connection, vault.folder / name) for connection, name in held if connection is not None]


def test_every_connection_keeps_the_contract_also_after_new_keys(
    ground: Ground, tmp_path: Path, figures: Figures
) -> None:
    desk = open_ground(Path(shutil.copytree(ground.folder, tmp_path / "v")))
    drafts.keep_draft(desk.vault, "there", "half", NOW)
    found = [breaches(*one) for one in connections(desk.vault)]
    vaults.renew_keys(desk.vault, PASSPHRASE)
    found += [breaches(*one) for one in connections(desk.vault)]
    desk.vault.close()
    broken = careless(tmp_path)
    figures(
        "T9", "the contract of each connection", len(found) * 13, sum(map(len, found)), f"careless: {broken} broken"
    )
    assert found == [[]] * 6
    assert broken > 6


def careless(folder: Path) -> int:
    """The control: one who connects and thinks no more of it."""
    connection = dbapi2.connect(str(folder / "careless.db"))
    connection.execute("CREATE TABLE note (body TEXT)")
    connection.commit()
    found = breaches(connection, folder / "careless.db")
    connection.close()
    assert "clear text" in found
    return len(found)


def test_a_short_key_would_be_taken_for_a_passphrase_and_ours_is_not(tmp_path: Path, figures: Figures) -> None:
    short = dbapi2.connect(str(tmp_path / "short.db"))
    short.execute("PRAGMA key = \"x'" + "ab" * 31 + "'\"")
    short.execute("CREATE TABLE note (body TEXT)")  # the control: no word of complaint
    short.close()
    refused = 0
    for key in (bytearray(), bytearray(b"k" * 31), bytearray(b"k" * 33), bytearray(32)):
        try:
            open_database(tmp_path / "x.db", key, create=True).close()
        except RuntimeError:
            refused += 1
    figures("T9", "keys of another length, or none", 4, 4 - refused, "the engine itself takes a short key: 1 of 1")
    assert (refused, len(raw_key(bytearray(b"k" * 32)))) == (4, 67)
