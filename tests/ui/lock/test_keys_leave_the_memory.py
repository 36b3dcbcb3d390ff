"""After a vault is closed its keys are nowhere in the memory of the process, neither as bytes nor as hex."""

import subprocess
import sys
from pathlib import Path

import pytest

from exit_desktop.services.practice import PracticeVault
from support.open_window import dozen

__all__ = ["dozen"]
MASK = 0x5A
# Opens and closes a vault as the window does; tells its keys masked, so that the telling itself leaves none behind.
WORK = """
import sys
from pathlib import Path
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.vault import rekeying
vault = unlock_vault(Path(sys.argv[1]), sys.argv[2])
with vault.reading() as connection:
    connection.execute("SELECT count(*) FROM course").fetchone()
keys = [vault._secret.master, rekeying.database_key(vault._keyfile, vault._secret)]
masked = [bytearray(byte ^ 0x5A for byte in key) for key in keys]
keys[1][:] = bytes(32)
print(*(bytes(one).hex() for one in masked), flush=True)
sys.stdin.readline()
vault.close()
print("closed", flush=True)
sys.stdin.readline()
"""


def copies(pid: int, keys: list[bytes]) -> int:
    """Count every place in a process's memory that holds one of the keys, as bytes or as hex."""
    needles = [form for key in keys for form in (key, key.hex().encode())]
    found = 0
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text(encoding="ascii").splitlines():
            span, rights = line.split()[:2]
            if rights.startswith("rw"):
                begin, end = (int(edge, 16) for edge in span.split("-"))
                memory.seek(begin)
                found += sum(part.count(needle) for part in [memory.read(end - begin)] for needle in needles)
    return found


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as on Linux")
def test_no_key_stays_in_memory_after_a_lock(dozen: PracticeVault, tmp_path: Path) -> None:
    asked = [sys.executable, "-c", WORK, str(dozen.vault), dozen.passphrase]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        masked = [bytes.fromhex(word) for word in program.stdout.readline().split()]
        keys = [bytes(byte ^ MASK for byte in one) for one in masked]
        open_now = copies(program.pid, keys)
        program.stdin.write("close\n")
        program.stdin.flush()
        program.stdout.readline()
        after = copies(program.pid, keys)
        program.stdin.write("end\n")
    assert (open_now > 0, after) == (True, 0)
