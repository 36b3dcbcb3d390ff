"""A print system of the tests' own: a real CUPS on a socket in a folder, with a queue that prints into nothing."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

QUEUE = "kontor"
WORKER = Path(__file__).with_name("print_worker.py")
LONGEST_S = 30.0
_SERVER = """Listen {folder}/cups.sock
Browsing No
WebInterface No
PageLogFormat %p %u %j %T %P %C %{{job-name}} %{{document-name}}
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit Cancel-Job Purge-Jobs>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/cups-temp
AccessLog {folder}/log/access_log
ErrorLog {folder}/log/error_log
PageLog {folder}/log/page_log
FileDevice Yes
"""


@dataclass(frozen=True, slots=True)
class PrintSystem:
    """Where it keeps what it prints, and how a process is told of it."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to print here; its temporary files stand apart."""
        offscreen = {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(self.folder / "temp")}
        return os.environ | offscreen | {"CUPS_SERVER": str(self.folder / "cups.sock")}

    def kept(self) -> list[Path]:
        """Return every file that the system keeps of the jobs: what was printed, and what it knows of it."""
        return sorted(path for path in (self.folder / "spool").iterdir() if path.is_file())

    def run(self, *command: str) -> str:
        """Run a command of CUPS, or of the program, against this system."""
        ended = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True, timeout=180)
        return ended.stdout

    def work(self, *words: str) -> str:
        """Print or purge as the program does."""
        return self.run(sys.executable, str(WORKER), *words)

    def wait_for(self, which: str, jobs: int) -> None:
        """Wait until so many jobs are `completed`, or `not-completed`."""
        end = time.monotonic() + LONGEST_S
        while len(self.run("lpstat", "-W", which, "-o").splitlines()) != jobs:
            if time.monotonic() > end:
                raise TimeoutError(which)
            time.sleep(0.05)


def cups_daemon() -> str | None:
    """Return where CUPS is on this machine."""
    return shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


@contextmanager
def print_system(folder: Path, more: str = "") -> Iterator[PrintSystem]:
    """Start one in `folder`, with `more` lines in its settings, and stop it at the end."""
    for name in ("etc", "spool", "cache", "state", "cups-temp", "log", "temp"):
        (folder / name).mkdir()
    (folder / "etc" / "cupsd.conf").write_text(_SERVER.format(folder=folder) + more)
    (folder / "etc" / "files.conf").write_text(_FILES.format(folder=folder))
    command = [str(cups_daemon()), "-f", "-c", f"{folder}/etc/cupsd.conf", "-s", f"{folder}/etc/files.conf"]
    daemon = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    system = PrintSystem(folder)
    try:
        _wait_for_socket(folder / "cups.sock", daemon)
        system.run("lpadmin", "-p", QUEUE, "-E", "-v", "file:/dev/null", "-m", "raw")
        yield system
    finally:
        daemon.terminate()
        daemon.wait(timeout=10)


def _wait_for_socket(socket: Path, daemon: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + LONGEST_S
    while not socket.exists():
        if daemon.poll() is not None or time.monotonic() > end:
            raise RuntimeError("CUPS does not start")
        time.sleep(0.02)
