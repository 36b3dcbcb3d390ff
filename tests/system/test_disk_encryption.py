"""What each system tells of its disks becomes yes, no or unknown, never a guess."""

import socket
from collections.abc import Sequence
from pathlib import Path

import pytest

from exit_desktop.system.disk_encryption import (
    DiskEncryption,
    LinuxFacts,
    look_at_disk,
    on_linux,
    on_mac,
    on_windows,
    run_quietly,
)

ON, OFF, UNKNOWN = DiskEncryption.ON, DiskEncryption.OFF, DiskEncryption.UNKNOWN
HOME = Path("/home/ida/forløb")


class Machine:
    """A made-up `/proc` and `/sys`."""

    def __init__(self, folder: Path) -> None:
        self.facts = LinuxFacts(folder / "mountinfo", folder / "sys", folder / "dev")
        self._mounts: list[str] = []
        (folder / "dev").mkdir()
        for place in ("dev/block", "class/block"):
            (folder / "sys" / place).mkdir(parents=True)

    def device(self, name: str, number: str, dm: str = "", beneath: Sequence[str] = (), of: str = "") -> None:
        """Add a block device; `of` the disk that it is a partition of."""
        place = self.facts.sys / "devices" / of / name
        (place / "slaves").mkdir(parents=True)
        if dm:
            (place / "dm").mkdir()
            (place / "dm" / "uuid").write_text(dm)
        if of:
            (place / "partition").write_text("1")
        for one in beneath:
            (place / "slaves" / one).symlink_to(self.facts.sys / "class" / "block" / one)
        (self.facts.sys / "class" / "block" / name).symlink_to(place)
        (self.facts.sys / "dev" / "block" / number).symlink_to(place)

    def mount(self, point: str, number: str, kind: str = "ext4", source: str = "/dev/x") -> None:
        self._mounts.append(f"36 35 {number} / {point} rw - {kind} {source} rw")
        self.facts.mounts.write_text("\n".join(self._mounts))

    def mount_bytes(self, line: bytes) -> None:
        """Mount something whose name is in no encoding."""
        self.facts.mounts.write_bytes(self.facts.mounts.read_bytes() + b"\n" + line)

    def answer(self, folder: Path = HOME) -> DiskEncryption:
        return on_linux(folder, self.facts)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.device("sda", "8:0")
    made.device("sda1", "8:1", of="sda")
    made.device("sdb", "8:16")
    made.device("dm-0", "253:0", "CRYPT-LUKS2-0123-root", ["sda1"])
    made.device("dm-1", "253:1", "LVM-abc", ["dm-0"])
    made.device("dm-2", "253:2", "LVM-def", ["dm-0", "sdb"])
    made.device("dm-3", "253:3", "LVM-ghi", ["sdb"])
    made.device("md0", "9:0", beneath=["dm-0", "dm-1"])
    made.device("md0p1", "259:0", of="md0")
    made.device("loop0", "7:0")
    return made


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("253:0", ON),
        ("253:1", ON),
        ("253:2", OFF),
        ("253:3", OFF),
        ("8:1", OFF),
        ("9:0", ON),
        ("7:0", UNKNOWN),
        ("8:99", UNKNOWN),
    ],
    ids=["LUKS", "LVM over LUKS", "half of it", "LVM alone", "plain", "RAID over LUKS", "a file", "gone"],
)
def test_linux_looks_through_to_the_disk(machine: Machine, number: str, expected: DiskEncryption) -> None:
    machine.mount("/", number)
    assert machine.answer() is expected


def test_of_several_mounts_the_innermost_counts(machine: Machine) -> None:
    machine.mount("/", "8:1")
    machine.mount("/home", "253:1")
    machine.mount("/home/idar", "8:1")
    assert machine.answer() is ON


def test_a_stick_whose_name_is_in_no_encoding_hides_nothing(machine: Machine) -> None:
    machine.mount("/", "253:1")
    machine.mount_bytes(b"36 35 8:16 / /media/k\xf8kken rw - vfat /dev/sdb rw")
    assert machine.answer() is ON


def test_a_folder_with_a_space_is_found(machine: Machine) -> None:
    machine.mount("/", "8:1")
    machine.mount("/media/min\\040stick", "253:0")
    assert machine.answer(Path("/media/min stick/vault")) is ON


@pytest.mark.parametrize(
    ("kind", "source", "expected"),
    [
        ("btrfs", "/dev/dm-0", ON),
        ("btrfs", "/dev/sdb", OFF),
        ("tmpfs", "tmpfs", UNKNOWN),
        ("nfs4", "server:/home", UNKNOWN),
        ("overlay", "overlay", UNKNOWN),
        ("ecryptfs", "/home/.ecryptfs/ida", ON),
    ],
)
def test_file_systems_without_a_disk_of_their_own(
    machine: Machine, kind: str, source: str, expected: DiskEncryption
) -> None:
    machine.mount("/", "0:31", kind, source)
    assert machine.answer() is expected


def test_without_any_facts_it_is_unknown(tmp_path: Path) -> None:
    assert on_linux(HOME, LinuxFacts(tmp_path / "none", tmp_path, tmp_path)) is UNKNOWN


@pytest.mark.parametrize(
    ("told", "expected"), [("1\r\n", ON), ("2\r\n", OFF), ("5", OFF), ("3", UNKNOWN), ("", UNKNOWN)]
)
def test_windows_is_asked_for_the_drive_of_the_vault(told: str, expected: DiskEncryption) -> None:
    asked: list[Sequence[str]] = []

    def run(command: Sequence[str]) -> str:
        asked.append(command)
        return told

    assert on_windows(Path("D:\\Forløb\\vault"), run) is expected
    assert "'D:\\'" in asked[0][-1] and asked[0][0].endswith("powershell.exe") and "-NonInteractive" in asked[0]


def test_a_share_of_windows_is_not_asked_for() -> None:
    assert on_windows(Path("\\\\server\\share"), lambda _: pytest.fail("asked")) is UNKNOWN


@pytest.mark.parametrize(
    ("folder", "told", "expected"),
    [
        ("/Users/ida/vault", "FileVault is On.\n", ON),
        ("/Users/ida/vault", "FileVault is Off.\n", OFF),
        ("/Users/ida/vault", "", UNKNOWN),
        ("/Volumes/stick/vault", "FileVault is On.\n", UNKNOWN),
    ],
)
def test_mac_tells_of_its_own_disk(folder: str, told: str, expected: DiskEncryption) -> None:
    assert on_mac(Path(folder), lambda _: told) is expected


def test_a_command_that_is_not_there_says_nothing() -> None:
    assert run_quietly(["/no/such/command"]) == ""


def test_this_machine_answers_without_a_call_to_the_net(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_: pytest.fail("called out"))
    assert look_at_disk(tmp_path) in DiskEncryption
