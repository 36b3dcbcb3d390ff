"""Whether the disk under a folder is encrypted by the system, as far as an ordinary user is told: yes, no, or unknown.

BitLocker, FileVault, LUKS. Nothing is asked of the network, no window opens, nothing is changed. Linux is read from
`/proc` and `/sys`; Windows and macOS answer a command of their own (written after their pages and reviewed; not tried
there yet).
"""

import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

LONGEST_S = 15
_CREATE_NO_WINDOW = 0x08000000
# File systems that encrypt each file by themselves.
_ENCRYPTING = {"ecryptfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.encfs"}
_DRIVE = re.compile(r"[A-Za-z]:")
_ESCAPED = re.compile(r"\\([0-7]{3})")
# As Windows' own file explorer is told: System.Volume.BitLockerProtection.
_BITLOCKER_ON = {"1"}
_BITLOCKER_OFF = {"2", "4", "5", "8"}

Run = Callable[[Sequence[str]], str]


class DiskEncryption(StrEnum):
    """What is known of the disk under the vault."""

    ON = "on"
    OFF = "off"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LinuxFacts:
    """Where Linux tells which disk carries what."""

    mounts: Path = Path("/proc/self/mountinfo")
    sys: Path = Path("/sys")
    dev: Path = Path("/dev")


def look_at_disk(folder: Path) -> DiskEncryption:
    """Return what this system tells of the disk under `folder`; it may take some seconds."""
    folder = Path(os.path.realpath(folder))
    if sys.platform == "win32":
        return on_windows(folder, run_quietly)
    if sys.platform == "darwin":
        return on_mac(folder, run_quietly)
    return on_linux(folder, LinuxFacts())


def on_linux(folder: Path, facts: LinuxFacts) -> DiskEncryption:
    """Return what `/proc` and `/sys` tell: every disk beneath must lie under a device that encrypts."""
    mount = _mount_of(folder, facts)
    if mount is None:
        return DiskEncryption.UNKNOWN
    number, kind, source = mount
    if kind in _ENCRYPTING:
        return DiskEncryption.ON
    device = facts.sys / "dev" / "block" / number
    if number.startswith("0:"):
        # A file system over several devices, or over none (a network, the memory); it names one that it stands on.
        if not source.startswith("/dev/"):
            return DiskEncryption.UNKNOWN
        device = facts.sys / "class" / "block" / Path(os.path.realpath(facts.dev / source.removeprefix("/dev/"))).name
    return _encrypts(device) if device.exists() else DiskEncryption.UNKNOWN


def on_windows(folder: Path, run: Run) -> DiskEncryption:
    """Return what the file explorer is told of the drive; BitLocker's own tool would ask for an admin."""
    drive = str(folder)[:2]
    if not _DRIVE.fullmatch(drive):
        return DiskEncryption.UNKNOWN
    shell = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "WindowsPowerShell", "v1.0", "powershell.exe")
    asked = (
        f"(New-Object -ComObject Shell.Application).NameSpace('{drive}\\').Self"
        ".ExtendedProperty('System.Volume.BitLockerProtection')"
    )
    told = run([str(shell), "-NoProfile", "-NonInteractive", "-Command", asked]).strip()
    if told in _BITLOCKER_ON:
        return DiskEncryption.ON
    return DiskEncryption.OFF if told in _BITLOCKER_OFF else DiskEncryption.UNKNOWN


def on_mac(folder: Path, run: Run) -> DiskEncryption:
    """Return whether FileVault is on; of disks other than the own one it tells nothing."""
    if folder.is_relative_to("/Volumes"):
        return DiskEncryption.UNKNOWN
    told = run(["/usr/bin/fdesetup", "status"])
    if "FileVault is On" in told:
        return DiskEncryption.ON
    return DiskEncryption.OFF if "FileVault is Off" in told else DiskEncryption.UNKNOWN


def run_quietly(command: Sequence[str]) -> str:
    """Return what a command says; nothing if it cannot be run, fails or takes too long. No window opens."""
    import subprocess  # noqa: PLC0415 - only where it is needed, 10 ms

    flags = _CREATE_NO_WINDOW if sys.platform == "win32" else 0
    try:
        ended = subprocess.run(  # noqa: S603 - two commands, written above
            command, capture_output=True, text=True, timeout=LONGEST_S, check=True, creationflags=flags
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return ended.stdout


def _mount_of(folder: Path, facts: LinuxFacts) -> tuple[str, str, str] | None:
    """Return device number, kind and source of the file system that `folder` stands on; of several the last one."""
    try:
        lines = facts.mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    best: tuple[int, tuple[str, str, str]] | None = None
    for line in lines:
        before, _, after = line.partition(" - ")
        fields, about = before.split(), after.split()
        point = Path(_plain(fields[4]))
        if folder.is_relative_to(point) and (best is None or len(point.parts) >= best[0]):
            best = (len(point.parts), (fields[2], about[0], _plain(about[1])))
    return best[1] if best else None


def _encrypts(device: Path) -> DiskEncryption:
    """Follow a device down to the disks: an encrypted one covers all beneath it."""
    try:
        if (device / "dm" / "uuid").exists() and (device / "dm" / "uuid").read_text().startswith("CRYPT-"):
            return DiskEncryption.ON
        if device.resolve().name.startswith(("loop", "ram", "zram", "nbd")):
            return DiskEncryption.UNKNOWN
        beneath = list((device / "slaves").iterdir()) if (device / "slaves").is_dir() else []
        if not beneath and (device / "partition").exists() and (device.resolve().parent / "slaves").is_dir():
            beneath = list((device.resolve().parent / "slaves").iterdir())
    except OSError:
        return DiskEncryption.UNKNOWN
    found = {_encrypts(one) for one in beneath} or {DiskEncryption.OFF}
    for answer in (DiskEncryption.OFF, DiskEncryption.UNKNOWN):
        if answer in found:
            return answer
    return DiskEncryption.ON


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 8)), text)
