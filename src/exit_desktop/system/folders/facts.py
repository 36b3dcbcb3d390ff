"""What is known of a folder and of the machine that it lies on, gathered before anything is concluded from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath


class System(StrEnum):
    """The three kinds of machine."""

    LINUX = "linux"
    WINDOWS = "windows"
    MAC = "mac"


class Risk(StrEnum):
    """Why a folder is no good place for a vault."""

    CLOUD = "cloud"
    NETWORK = "network"
    STICK = "stick"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Warned:
    """A risk, and the name of the service that it comes from where it has one."""

    risk: Risk
    service: str = ""


@dataclass(frozen=True, slots=True)
class Disk:
    """The disk that a folder lies on: what the system calls its file system, and whether it is on another computer."""

    kind: str = ""
    remote: bool = False
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """A folder with every link followed, and what stands in it and in the folders above it.

    `marked` holds, for each file or folder whose name tells of a cloud service, the folder that it stands in.
    """

    folder: PurePath
    home: PurePath
    system: System
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    marked: frozenset[tuple[str, PurePath]] = frozenset()
    disk: Disk = Disk()
    linked: bool = False
