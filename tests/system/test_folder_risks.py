"""Which folders are no good place for a vault, concluded from facts handed in, for all three kinds of machine."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from exit_desktop.system.folders.facts import Disk, FolderFacts, Risk, System, Warned
from exit_desktop.system.folders.here import gather, look_at_folder
from exit_desktop.system.folders.mounts import disk_of, places_below
from exit_desktop.system.folders.risks import is_only_unwise, warnings_of

MOUNTS = r"""22 1 254:1 / / rw,relatime - ext4 /dev/vda rw
30 22 0:26 / /home/mette/net rw,relatime shared:9 - cifs //srv/share rw,vers=3.1
31 22 8:17 / /media/mette/MIN\040STICK rw,nosuid - vfat /dev/sdb1 rw,uid=1000
32 22 8:18 / /media/mette/cd ro,nosuid - iso9660 /dev/sr0 ro
33 22 0:51 / /home/mette/drev rw,nosuid - fuse.rclone gdrive: rw,user_id=1000
34 22 0:52 / /home/mette/hemmeligt rw - fuse.gocryptfs x rw
35 22 0:53 / /mnt/nfs rw - nfs4 srv:/x rw
36 22 8:19 / /media/mette/kort rw - exfat /dev/sdc1 rw
cut off
"""


def linux(folder: str, **more: object) -> FolderFacts:
    path = PurePosixPath(folder)
    facts = FolderFacts(path, PurePosixPath("/home/mette"), System.LINUX, disk=disk_of(path, MOUNTS))
    return replace(facts, **more)  # type: ignore[arg-type]  # the fields of one dataclass


def mac(folder: str, kind: str = "apfs", remote: bool = False) -> FolderFacts:
    return FolderFacts(PurePosixPath(folder), PurePosixPath("/Users/mette"), System.MAC, disk=Disk(kind, remote))


def windows(folder: str, kind: str = "NTFS", remote: bool = False, **environment: str) -> FolderFacts:
    home, disk = PureWindowsPath("C:/Users/mette"), Disk(kind, remote)
    return FolderFacts(PureWindowsPath(folder), home, System.WINDOWS, environment, disk=disk)


def marked(name: str, at: str) -> frozenset[tuple[str, PurePosixPath]]:
    return frozenset({(name, PurePosixPath(at))})


def cloud(name: str) -> list[Warned]:
    return [Warned(Risk.CLOUD, name)]


NETWORK, STICK, LINK = [Warned(Risk.NETWORK)], [Warned(Risk.STICK)], [Warned(Risk.LINK)]
DOCUMENTS = "C:/Users/mette/Documents/x"
TABLE: list[tuple[FolderFacts, list[Warned]]] = [
    (linux("/home/mette/.local/share/forloeb/Odense"), []),
    (linux("/home/mette/Dropbox/x"), cloud("Dropbox")),
    (linux("/home/mette/Dropboxes"), cloud("Dropbox")),
    (linux("/home/mette/job/Dropbox/x"), []),
    (linux("/home/mette/Nextcloud/x"), cloud("Nextcloud")),
    (linux("/home/mette/OneDrive - Odense Kommune/x"), cloud("OneDrive")),
    (linux("/home/mette/GoogleDrive"), cloud("Google Drive")),
    (linux("/data/sky/x", marked=marked(".sync_1a2b3c.db", "/data/sky")), cloud("Nextcloud")),
    (linux("/data/sky/x", marked=marked(".dropbox.cache", "/data/sky")), cloud("Dropbox")),
    (linux("/data/x", marked=marked(".dropbox", "/home/mette")), []),
    (linux("/home/mette/x", marked=marked(".dropbox", "/home/mette")), []),
    (linux("/home/mette/net/x"), NETWORK),
    (linux("/home/mette/drev/x"), NETWORK),
    (linux("/mnt/nfs"), NETWORK),
    (linux("/home/mette/hemmeligt/x"), []),
    (linux("/media/mette/MIN STICK/x"), STICK),
    (linux("/media/mette/kort/x"), STICK),
    (linux("/home/mette/x", linked=True), LINK),
    (linux("/home/mette/net/Dropbox", linked=True), NETWORK + LINK),
    (mac("/Users/mette/Library/Application Support/forloeb/x"), []),
    (mac("/Users/mette/Library/Mobile Documents/com~apple~CloudDocs/x"), cloud("iCloud Drive")),
    (mac("/Users/mette/Library/CloudStorage/OneDrive-Kommune/x"), cloud("OneDrive")),
    (mac("/Users/mette/Library/CloudStorage/GoogleDrive-m@x.dk/My Drive/x"), cloud("Google Drive")),
    (mac("/Users/mette/Library/CloudStorage"), []),
    (mac("/Volumes/share/x", "smbfs", remote=True), NETWORK),
    (mac("/Volumes/STICK/x", "msdos"), STICK),
    (windows("C:/Users/mette/AppData/Local/forloeb/x"), []),
    (windows(DOCUMENTS), []),
    (windows(DOCUMENTS, OneDrive="C:\\Users\\mette\\Documents"), cloud("OneDrive")),
    (windows("D:/OD/x", OneDriveCommercial="D:\\OD"), cloud("OneDrive")),
    (windows("C:/Users/mette/iCloudDrive/x"), cloud("iCloud Drive")),
    (windows("G:/My Drive/x"), cloud("Google Drive")),
    (windows("G:/Mit drev/x"), cloud("Google Drive")),
    (windows("H:/x", "NTFS", remote=True), NETWORK),
    (windows("E:/x", "FAT32"), STICK),
    (windows("E:/x", "exFAT"), STICK),
]


@pytest.mark.parametrize(("facts", "warned"), TABLE, ids=lambda one: str(getattr(one, "folder", "")))
def test_each_place_is_judged(facts: FolderFacts, warned: list[Warned]) -> None:
    assert list(warnings_of(facts)) == warned


def test_only_another_computer_is_more_than_unwise() -> None:
    assert [is_only_unwise((Warned(risk),)) for risk in Risk] == [risk is not Risk.NETWORK for risk in Risk]


@pytest.mark.parametrize(("folder", "read_only"), [("/media/mette/cd/x", True), ("/home/mette", False)])
def test_a_disk_that_cannot_be_written_is_known(folder: str, read_only: bool) -> None:
    assert disk_of(PurePosixPath(folder), MOUNTS).read_only is read_only


def test_this_machine_can_be_looked_at(tmp_path: Path) -> None:
    assert look_at_folder(tmp_path / "not" / "there") == ()
    assert gather(tmp_path).disk.kind


def _mark_it(folder: Path) -> None:
    (folder / ".nextcloudsync.log").touch()


def _link_it(folder: Path) -> None:
    (folder / "sub").rmdir()
    (folder / "sub").symlink_to(folder.parent)


def _link_a_file(folder: Path) -> None:
    (folder / "sub" / "vault.db").symlink_to(folder)


@pytest.mark.parametrize(("spoil", "warned"), [(_mark_it, cloud("Nextcloud")), (_link_it, LINK), (_link_a_file, LINK)])
def test_marks_and_links_are_found_on_this_disk(
    spoil: Callable[[Path], None], warned: list[Warned], tmp_path: Path
) -> None:
    (tmp_path / "it" / "sub").mkdir(parents=True)
    spoil(tmp_path / "it")
    assert list(look_at_folder(tmp_path / "it" / "sub")) == warned


def test_sticks_and_drives_are_found_the_last_put_in_first() -> None:
    above = (PurePosixPath("/media"), PurePosixPath("/mnt"))
    deep = "37 22 8:20 / /mnt/a/b/c rw - ext4 /dev/sdd1 rw\n"
    found = [place.name for place in places_below(above, MOUNTS + deep)]
    assert found == ["kort", "cd", "MIN STICK"]


def test_a_drive_on_another_computer_is_not_among_the_sticks_mounted_or_waiting() -> None:
    table = (
        MOUNTS + "38 22 0:54 / /mnt/venter rw - autofs systemd-1 rw\n39 22 8:21 / /mnt/disk rw - ext4 /dev/sde1 rw\n"
    )
    assert places_below((PurePosixPath("/mnt"),), table) == (PurePosixPath("/mnt/disk"),)
