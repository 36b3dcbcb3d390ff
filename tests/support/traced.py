"""The program under strace: which sockets it asks the system for, and which files it makes."""

import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from support.screen import Screen

CALLS = "socket,connect,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
_INTERNET = re.compile(r"AF_INET6?\b")
_MAKES = re.compile(
    r"O_CREAT|O_TMPFILE|^\d+ +(creat|mkdir|mkdirat|rename|renameat|renameat2|link|linkat|symlink|symlinkat)\("
)
_CALLS = re.compile(r"^\d+ +connect\(")
_UNIX = re.compile(r'sun_path=(@?)"([^"]*)"')
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')


def strace_command(trace: Path, *command: str) -> list[str]:
    """Return the command line that runs `command`, its threads and children under watch."""
    return ["strace", "-f", "--seccomp-bpf", "-qq", "-s", "400", "-e", f"trace={CALLS}", "-o", str(trace), *command]


def internet_calls(trace: Path) -> list[str]:
    """Return every call that asks for an internet socket."""
    return [line for line in trace.read_text(encoding="utf-8", errors="replace").splitlines() if _INTERNET.search(line)]


def called_sockets(trace: Path) -> list[str]:
    """Return whom a socket was connected to: a path (with @ before one that is no file), or the whole call."""
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    calls = [line for line in lines if _CALLS.search(line)]
    return ["".join(found.groups()) if (found := _UNIX.search(line)) else line for line in calls]


def made_files(trace: Path) -> set[Path]:
    """Return every path that was made, or was to be: a refused one counts too, but for one that stood already."""
    made: set[Path] = set()
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        if _MAKES.search(line) and not line.endswith("(File exists)"):
            made |= {Path(one) for one in _PATH.findall(line) if one.startswith("/")}
    return made


@dataclass
class Watch:
    """Runs the program of a screen under strace, each start into a file of its own."""

    screen: Screen
    folder: Path
    traces: list[Path] = field(default_factory=list)

    def start(self, *arguments: str) -> None:
        """Start the program and wait until it has a window."""
        self.traces.append(self.folder / f"trace-{len(self.traces)}.txt")
        command = strace_command(self.traces[-1], sys.executable, "-m", "exit_desktop", *arguments)
        with (self.folder / "program.out").open("ab") as out:
            self.screen._program = subprocess.Popen(command, env=self.screen.environment, stdout=out, stderr=out)
        self.screen.wait_for(lambda: bool(self.screen.tree()), "the program's window")

    def program(self) -> int:
        """Return the process id of the program itself."""
        watcher = self.screen.pid
        return int(Path(f"/proc/{watcher}/task/{watcher}/children").read_text(encoding="ascii").split()[0])

    def kill(self) -> None:
        """Kill the program as a power cut would."""
        os.kill(self.program(), signal.SIGKILL)
        assert self.screen._program is not None
        self.screen._program.wait(20)

    def take_over(self) -> None:
        """Let every start and kill of the screen go through the watch."""
        self.screen.start = self.start  # type: ignore[method-assign]  # a screen of one test
        self.screen.kill = self.kill  # type: ignore[method-assign]  # same
