"""The system libraries that Qt and the tests stand on: put in place on Debian and Ubuntu, told everywhere else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache

from devkit.say import Stop, announce

TO_OPEN = (
    *("libglib2.0-0", "libgl1", "libegl1", "libfontconfig1", "libdbus-1-3", "libxkbcommon0"),
    *("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"),
    *("libxcb-image0", "libxcb-render-util0", "libxcb-xinerama0", "libxcb-randr0"),
)
TO_TEST = (
    *TO_OPEN,
    *("git", "xvfb", "xauth", "xdotool", "openbox", "x11-utils", "imagemagick"),
    *("at-spi2-core", "dbus", "dbus-x11", "python3-pyatspi", "gir1.2-atspi-2.0"),
    *("age", "qpdf", "poppler-utils", "strace", "keepassxc"),
    *("cups-daemon", "cups-client"),  # a print queue of the tests' own; nothing is printed
    *("gcc", "libc6-dev"),  # the fault suite compiles what stands between the program and its disk
)


def provide(packages: tuple[str, ...]) -> None:
    """Install what is missing of `packages` as root on a Debian; elsewhere stop with the one line to run."""
    if sys.platform != "linux":
        return
    if not shutil.which("dpkg-query"):
        missing_libraries_hint()
        return
    missing = [name for name in packages if not {name, f"{name}t64"} & installed()]
    if missing:
        install(missing)


def install(packages: list[str]) -> None:
    """Install Debian packages, each under the name that this release gives it."""
    if os.geteuid() != 0:
        raise Stop(f"Some system packages are missing. Run this line, then try again:\n\n  {_line(packages)}")
    announce(f"Installing system packages: {' '.join(packages)}")
    _apt("update")
    known = [_known_name(name) for name in packages]
    _apt("install", "-y", "--no-install-recommends", *[name for name in known if name])
    if None in known:
        raise Stop(f"This release has no package for: {' '.join(n for n, k in zip(packages, known) if not k)}")


def missing_libraries_hint() -> None:
    """Say, where there is no apt, what Qt needs if the window does not open."""
    if not shutil.which("fc-list"):
        announce("If the window does not open: install the libraries of Qt 6 (libGL, fontconfig, xcb-util-cursor).")


def need_screen() -> None:
    """Stop where no window can be shown."""
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform == "linux" and not shown:
        raise Stop("There is no screen here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).")


def available(package: str) -> bool:
    """Tell whether this release has `package` under just that name."""
    found = subprocess.run(["apt-cache", "show", package], capture_output=True, text=True)
    return found.returncode == 0 and bool(found.stdout.strip())


def _known_name(package: str) -> str | None:
    # Since 2024 many libraries carry t64 after their name (64-bit time).
    return next((name for name in (package, f"{package}t64") if available(name)), None)


@cache
def installed() -> frozenset[str]:
    """Return the names of all installed packages; asked once per run."""
    command = ["dpkg-query", "-W", "-f", "${db:Status-Abbrev} ${Package}\n"]
    rows = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    return frozenset(row.split()[1] for row in rows if row.startswith("ii"))


def _line(packages: list[str]) -> str:
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def _apt(*words: str) -> None:
    command = ["apt-get", "-q", *words]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    found = subprocess.run(command, env=quiet, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if found.returncode:
        raise Stop(f"{found.stdout}\nThis did not work: {' '.join(command)}\nIs the machine on the net?")
