"""Opens an old vault and dies before a statement of the migrations, each time another; tells what it found.

Arguments: the old vault, a folder of its own, the passphrase, how many statements to try (0: all), and "one" for the
program's one transaction, or "each" for the control: a program that writes each statement by itself.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from exit_desktop.errors import Failure
from exit_desktop.services import vaults
from exit_desktop.vault import migrations
from exit_desktop.vault.courses import read_courses
from exit_desktop.vault.migrations import SCHEMA_VERSION, schema_version
from faults import shim

OLD = 1


class Counting:
    """A connection that counts what it is asked and dies at its turn."""

    def __init__(self, connection: Any, at: int, torn: bool) -> None:  # Any: the engine publishes no types
        self.connection, self.at, self.torn, self.done = connection, at, torn, 0

    def execute(self, statement: str, *values: Any) -> Any:  # Any: as above
        """Hand on, or die."""
        self.done += 1
        if self.done == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.torn and statement.split(maxsplit=1)[0] in {"BEGIN", "COMMIT", "ROLLBACK"}:
            return self.connection.execute("SELECT 1")
        return self.connection.execute(statement, *values)

    def __getattr__(self, name: str) -> Any:
        """Everything else is the connection's own."""
        return getattr(self.connection, name)


def migrated(folder: Path, passphrase: str, at: int, torn: bool) -> str:
    """Open the vault, dying before statement number `at`; return how many there were."""
    counting: list[Counting] = []

    def migrate(connection: Any) -> int:  # Any: as above
        counting.append(Counting(connection, at, torn))
        return kept(counting[0])

    kept = migrations.migrate
    migrations.migrate = migrate  # type: ignore[assignment]  # a process of its own
    vaults.unlock_vault(folder, passphrase).close()
    return str(counting[0].done)


def version_of(folder: Path, passphrase: str) -> int:
    """Return the schema that stands in the file, not brought up to date."""
    seen: list[int] = []
    kept = migrations.migrate

    def look_only(connection: Any) -> int:  # Any: as above
        seen.append(schema_version(connection))
        return seen[0]

    migrations.migrate = look_only  # type: ignore[assignment]
    try:
        vaults.unlock_vault(folder, passphrase).close()
    except Exception:  # noqa: BLE001 - an old schema does not know every column; its number was read
        pass
    finally:
        migrations.migrate = kept
    return seen[0]


def look(folder: Path, passphrase: str) -> None:
    """Check that the file is old or new, and then opens whole."""
    assert version_of(folder, passphrase) in {OLD, SCHEMA_VERSION}, "between two versions"
    vault = vaults.unlock_vault(folder, passphrase)
    with vault.reading() as connection:
        assert len(list(read_courses(connection))) == 3, "not everybody is there"
    assert vaults.check_vault(vault).ok, "not whole"
    vault.close()


def main(old: Path, folder: Path, passphrase: str, most: int, torn: bool) -> None:
    """Try every statement, or `most` of them."""
    shutil.copytree(old, folder)
    number = int(shim.in_child(lambda: migrated(folder, passphrase, 0, False)) or 0)
    step = max(1.0, number / most) if most else 1.0
    points, found = sorted({int(n * step) + 1 for n in range(int(number / step))}), {}
    for at in points:
        shutil.rmtree(folder)
        shutil.copytree(old, folder)
        said = shim.in_child(lambda at=at: migrated(folder, passphrase, at, torn))  # type: ignore[misc]
        try:
            assert said is None, said
            look(folder, passphrase)
        except (Failure, AssertionError, migrations_error()) as problem:
            found[at] = repr(problem)
    print(json.dumps({"statements": number, "tried": len(points), "found": found}))  # noqa: T201


def migrations_error() -> type[Exception]:
    """What the engine says of a table that stands already."""
    from sqlcipher3 import dbapi2

    error: type[Exception] = dbapi2.Error
    return error


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), sys.argv[5] == "each")
