"""The virtual environment: a fitting Python, the locked dependencies, the program; made once, then only checked."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from devkit import machine
from devkit.say import Stop, announce, run, speak_utf8

FITTING = ("3.11", "3.12", "3.13")
PROBE = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"


def prepare(root: Path) -> Path:
    """Return the environment's Python with everything in it that the lock names; does nothing where that is so."""
    speak_utf8()
    python = root / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = root / ".venv" / "ready"
    wanted = _fingerprint(root)
    if stamp.exists() and python.exists() and stamp.read_text() == wanted:
        return python
    if _version(str(python), "import sys, pip; print('%d.%d' % sys.version_info[:2])") not in FITTING:
        chosen = find_python()
        announce(f"Making .venv with {chosen}")
        run([chosen, "-m", "venv", "--clear", str(root / ".venv")], root, "The virtual environment could not be made.")
    announce("Installing the locked dependencies (a minute or two the first time)")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    retry = "The dependencies could not be installed. Is the machine on the net? The same command goes on from here."
    run([*pip, "--require-hashes", "-r", "installer/requirements.txt"], root, retry)
    run([*pip, "--no-deps", "--no-build-isolation", "-e", "."], root, "The program itself could not be installed.")
    stamp.write_text(wanted)
    return python


def find_python() -> str:
    """Return a Python that can make the environment; as root on a Debian one is installed if need be."""
    found = _first_fitting()
    if found is None and shutil.which("apt-get"):
        names = [f"python{version}" for version in reversed(FITTING)]
        name = next((n for n in names if shutil.which(n) or machine.available(n)), "python3")
        machine.install([name, f"{name}-venv"])
        found = _first_fitting()
    if found is None:
        raise Stop("Python 3.11, 3.12 or 3.13 with its venv module is needed. Install one, then try again.")
    return found


def lock(root: Path, python: Path) -> int:
    """Write what pyproject.toml allows, as exact versions with hashes for every system and without any address."""
    run(
        [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "uv"],
        root,
        "uv is needed to lock, and could not be installed.",
    )
    compile_ = [str(python), "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    compile_ += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"]
    folder = root / "installer"
    (folder / "requirements.in").write_text(wishes(root, python), encoding="utf-8")
    trouble = "The dependencies do not fit each other."
    run([*compile_, "--upgrade", "installer/requirements.in", "-o", "installer/requirements.txt"], root, trouble)
    runtime = [*compile_, "-c", "installer/requirements.txt", "pyproject.toml"]
    run([*runtime, "-o", "installer/requirements-runtime.txt"], root, trouble)
    announce("Locked: installer/requirements.txt and, for the installers, requirements-runtime.txt")
    return 0


def wishes(root: Path, python: Path) -> str:
    """Return the dependencies of pyproject.toml, those of the program before those of its developers."""
    code = (
        "import tomllib; p = tomllib.load(open('pyproject.toml', 'rb'));"
        "print('\\n'.join(p['project']['dependencies'] + p['dependency-groups']['dev']))"
    )
    return "# Made from pyproject.toml by: dev.py lock\n" + run([str(python), "-c", code], root, "")


def hand_over(command: list[str], folder: Path) -> int:
    """Run `command` in this terminal and return its exit code."""
    return subprocess.run(command, cwd=folder).returncode


def _fingerprint(root: Path) -> str:
    parts = [(root / name).read_bytes() for name in ("installer/requirements.txt", "pyproject.toml")]
    return hashlib.sha256(str(root).encode() + b"".join(parts)).hexdigest()


def _first_fitting() -> str | None:
    folders = [Path(folder) for folder in os.get_exec_path()]
    candidates = [Path(sys.executable)]
    for version in FITTING:
        candidates += [folder / f"python{version}" for folder in folders]
        candidates += sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
    candidates += [folder / "python3" for folder in folders]
    fitting = (str(path) for path in candidates if path.exists() and _version(str(path), PROBE) in FITTING)
    return next(fitting, None)


def _version(python: str, probe: str) -> str:
    try:
        return subprocess.run([python, "-c", probe], capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""
