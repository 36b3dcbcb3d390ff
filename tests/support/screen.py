"""A real window on a screen of its own: Xvfb, a session bus with the accessibility service, a window manager.

Keys and clicks go through the X server as a person's would; what stands on the screen is read from the accessibility
tree as a screen reader would.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

READER = Path(__file__).with_name("at_spi_reader.py")
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PATIENCE = 20.0


Box = tuple[int, int, int, int]


class NotOnScreen(AssertionError):
    """What a test waited for did not come."""


@dataclass(frozen=True)
class Seen:
    """One thing on the screen."""

    name: str
    role: str
    path: tuple[int, ...]
    description: str
    text: str
    value: float | None
    states: tuple[str, ...]
    box: tuple[int, int, int, int]

    @property
    def middle(self) -> tuple[int, int]:
        """Where a person would click."""
        x, y, width, height = self.box
        return x + width // 2, y + height // 2


@dataclass
class Screen:
    """An X screen, the bus beside it, and the program on it."""

    display: str
    environment: dict[str, str]
    folder: Path
    _reader: subprocess.Popen[str] | None = None
    _program: subprocess.Popen[bytes] | None = None
    log: list[str] = field(default_factory=list)

    def start(self, *arguments: str) -> None:
        """Start the program and wait until it has a window."""
        command = [sys.executable, "-m", "exit_desktop", *arguments]
        with (self.folder / "program.out").open("ab") as out:
            self._program = subprocess.Popen(command, env=self.environment, stdout=out, stderr=out)
        self.wait_for(lambda: bool(self.tree()), "the program's window")

    @property
    def pid(self) -> int:
        """The program's process id."""
        assert self._program is not None
        return self._program.pid

    def kill(self) -> None:
        """Kill the program as a power cut would, without a goodbye."""
        assert self._program is not None
        self._program.send_signal(signal.SIGKILL)
        self._program.wait(10)

    def quit(self) -> int:
        """Close the window and return the exit code."""
        assert self._program is not None
        self.key("ctrl+q")
        return self._program.wait(15)

    def running(self) -> bool:
        """Return whether the program still runs."""
        return self._program is not None and self._program.poll() is None

    def tree(self) -> list[Seen]:
        """Return all that shows, in reading order."""
        found = self._ask({"ask": "tree"})
        assert isinstance(found, list)
        return [_seen(node) for node in found]

    def focused(self, wait: float = 0.0) -> Seen | None:
        """Return what has the keyboard, by what was told of it; waits up to `wait` seconds for it to go elsewhere."""
        found = self._ask({"ask": "focused", "wait": wait})
        assert isinstance(found, list)
        return _seen(found[0]) if found else None

    def texts(self) -> str:
        """Return every name and text that shows, one a line."""
        return "\n".join(text for node in self.tree() for text in (node.name, node.text) if text)

    def find(self, name: str, role: str = "", exact: bool = True, within: str = "") -> Seen:
        """Return the thing with this accessible name, once it shows; `within` names the part that holds it."""
        words = f"{role or 'something'} called {name!r}" + (f" within {within!r}" if within else "")
        return self.wait_for(lambda: self._look(name, role, exact, within), words)

    def shows(self, name: str, role: str = "", exact: bool = True, within: str = "") -> bool:
        """Return whether it shows now."""
        return self._look(name, role, exact, within) is not None

    def _look(self, name: str, role: str, exact: bool, within: str = "") -> Seen | None:
        found = self._ask({"ask": "find", "name": name, "role": role, "exact": exact, "within": within})
        assert isinstance(found, list)
        return _seen(found[0]) if found else None

    def shows_role(self, role: str) -> bool:
        """Return whether anything with this role shows now."""
        return self._look("", role, exact=False) is not None

    def whereabouts(self, seen: Seen) -> tuple[Box, Box | None]:
        """Return where it is now, and the part that scrolls and hides it; None while it can be clicked."""
        answer = self._ask({"ask": "hides", "path": seen.path})
        assert isinstance(answer, list)
        if not answer:
            # Gone since it was seen: the page is being laid out anew.
            return _box([0, 0, 0, 0]), None
        now, area = answer
        return _box(now), _box(area) if area else None

    def turn_wheel(self, x: int, y: int, notches: int) -> None:
        """Turn the wheel over a place of the screen, down or (below 0) up."""
        turns = ("click", "--repeat", str(abs(notches)), "--delay", "8", "5" if notches > 0 else "4")
        self._xdotool("mousemove", str(x), str(y), *turns)

    def click(self, name: str, role: str = "", exact: bool = True) -> None:
        """Click in the middle of what is called so."""
        x, y = self.find(name, role, exact).middle
        self.click_at(x, y)

    def click_at(self, x: int, y: int) -> None:
        """Click at a place of the screen."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def key(self, *keys: str) -> None:
        """Press keys one after the other, in xdotool's names."""
        self._xdotool("key", "--clearmodifiers", "--delay", "8", *keys)

    @contextmanager
    def held(self, key: str) -> Iterator[None]:
        """Hold a key down for as long as something is waited for."""
        self._xdotool("keydown", key)
        try:
            yield
        finally:
            self._xdotool("keyup", key)

    def type(self, text: str) -> None:
        """Type text at the focus."""
        self._xdotool("type", "--delay", "4", "--", text)

    def write(self, name: str, text: str, role: str = "") -> None:
        """Click into a field and type in place of what it holds."""
        self.click(name, role)
        self.key("ctrl+a")
        self.type(text)

    def wait_for(self, look: Callable[[], object], what: str, patience: float = PATIENCE) -> "Seen":
        """Return what `look` finds as soon as it finds something; raises NotOnScreen with what shows instead."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            found = look()
            if found:
                return found  # type: ignore[return-value]  # whoever only waits takes no notice of it
            time.sleep(0.1)
        self.picture(self.folder / "not-on-screen.png")
        raise NotOnScreen(f"{what} did not come; on the screen:\n{self.texts()[:4000]}")

    def picture(self, path: Path) -> None:
        """Write what the screen shows as PNG."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True, timeout=30)

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=60)

    def _ask(self, question: dict[str, object]) -> object:
        for _ in range(20):
            reader = self._reading()
            assert reader.stdin is not None
            assert reader.stdout is not None
            reader.stdin.write(json.dumps(question) + "\n")
            reader.stdin.flush()
            answer: dict[str, object] = json.loads(reader.stdout.readline())
            if "answer" in answer:
                return answer["answer"]
            time.sleep(0.1)
        return []

    def _reading(self) -> subprocess.Popen[str]:
        if self._reader is None:
            self._reader = subprocess.Popen(
                ["/usr/bin/python3", str(READER)],
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        return self._reader

    def close(self) -> None:
        """End the program and the reader."""
        for process in (self._program, self._reader):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait(10)
        if self._reader is not None:
            for pipe in (self._reader.stdin, self._reader.stdout):
                if pipe is not None:
                    pipe.close()


def _box(numbers: list[int]) -> Box:
    x, y, width, height = (int(one) for one in numbers)
    return x, y, width, height


def _seen(node: dict[str, object]) -> Seen:
    box = tuple(int(str(node[key])) for key in ("x", "y", "width", "height"))
    value = node["value"]
    return Seen(
        name=str(node["name"]),
        role=str(node["role"]),
        path=tuple(node["path"]),  # type: ignore[arg-type]  # a list of numbers in the answer
        description=str(node["description"]),
        text=str(node["text"]),
        value=None if value is None else float(str(value)),
        states=tuple(node["states"]),  # type: ignore[arg-type]  # a list of words in the answer
        box=(box[0], box[1], box[2], box[3]),
    )


@contextmanager
def own_screen(folder: Path, size: str = "1440x900") -> Iterator[Screen]:
    """Give a screen with nothing on it but a window manager."""
    server, display = _start_xvfb(size)
    environment = {key: value for key, value in os.environ.items() if key != "DBUS_SESSION_BUS_ADDRESS"}
    environment |= {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LC_ALL": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
        "QT_SCALE_FACTOR": "1",
    }
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    helpers = [
        subprocess.Popen([LAUNCHER, "--launch-immediately"], **quiet),  # type: ignore[call-overload]  # same as above
        subprocess.Popen(["openbox"], **quiet),  # type: ignore[call-overload]  # same as above
    ]
    # Danish keys, so that æ, ø and å are keys and not a keyboard changed under way.
    subprocess.run(["setxkbmap", "dk"], env=environment, check=True, timeout=30)
    screen = Screen(display, environment, folder)
    try:
        yield screen
    finally:
        screen.close()
        for process in (*helpers, bus, server):
            process.terminate()
            process.wait(10)
        bus.stdout.close()


def _start_xvfb(size: str) -> tuple[subprocess.Popen[bytes], str]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    return server, f":{number}"
