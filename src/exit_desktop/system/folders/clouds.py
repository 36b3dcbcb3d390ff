"""Tells whether a folder is copied to a cloud, by what services set up: variables, folder names, marks they leave."""

from pathlib import PurePath

from exit_desktop.system.folders.facts import FolderFacts, System

ONEDRIVE, DROPBOX, ICLOUD, GOOGLE, NEXTCLOUD = "OneDrive", "Dropbox", "iCloud Drive", "Google Drive", "Nextcloud"
# Where a service says by itself, in the environment, which folder it copies.
_VARIABLES = {
    "OneDrive": ONEDRIVE,
    "OneDriveCommercial": ONEDRIVE,
    "OneDriveConsumer": ONEDRIVE,
}
# The beginning of a folder's name in the home folder, in small letters: "OneDrive - Odense Kommune", "Dropbox (Work)".
_AT_HOME = {
    "onedrive": ONEDRIVE,
    "dropbox": DROPBOX,
    "icloud drive": ICLOUD,
    "iclouddrive": ICLOUD,
    "google drive": GOOGLE,
    "googledrive": GOOGLE,
    "google drev": GOOGLE,
    "nextcloud": NEXTCLOUD,
}
# Names that stand in the folder itself or above it, written there by the service.
MARKS = {
    ".dropbox": DROPBOX,
    ".dropbox.cache": DROPBOX,
    ".nextcloudsync.log": NEXTCLOUD,
    ".owncloudsync.log": NEXTCLOUD,
    ".tmp.drivedownload": GOOGLE,
    ".tmp.driveupload": GOOGLE,
    ".849c9593-d756-4e56-8d6e-42412f2a707b": ONEDRIVE,
}
# The journal of Nextcloud and ownCloud carries a random name: ".sync_1a2b3c.db".
_JOURNALS = (".sync_", "._sync_")
# Where macOS keeps what its services copy, below the home folder.
_MAC_CLOUD = ("library", "cloudstorage")
_MAC_ICLOUD = ("library", "mobile documents")


def cloud_of(facts: FolderFacts) -> str:
    """Return the name of the service that copies the folder elsewhere; empty where none was found."""
    found = (_by_variable(facts), _by_mark(facts), _by_name(facts), _by_place_on_a_mac(facts))
    return next((name for name in found if name), "")


def is_mark(name: str) -> bool:
    """Return whether a file or folder of this name tells of a service."""
    small = name.lower()
    return small in MARKS or (small.startswith(_JOURNALS) and small.endswith(".db"))


def _by_variable(facts: FolderFacts) -> str:
    for variable, name in _VARIABLES.items():
        place = facts.environment.get(variable, "")
        if place and _is_within(facts.folder, type(facts.folder)(place)):
            return name
    return ""


def _by_mark(facts: FolderFacts) -> str:
    for name, place in sorted(facts.marked, key=str):
        # The marks of Dropbox stand in the home folder too, where they say nothing of what lies beside them.
        if place != facts.home and _is_within(facts.folder, place):
            return MARKS.get(name.lower(), NEXTCLOUD)
    return ""


def _by_name(facts: FolderFacts) -> str:
    parts = _below_home(facts)
    first = parts[0] if parts else ""
    named = next((name for begin, name in _AT_HOME.items() if first.startswith(begin)), "")
    if named or facts.system is not System.WINDOWS:
        return named
    # Google Drive stands as a disk of its own: G:\My Drive, G:\Mit drev.
    below = [part.lower() for part in facts.folder.parts[1:2]]
    return GOOGLE if below in (["my drive"], ["mit drev"]) else ""


def _by_place_on_a_mac(facts: FolderFacts) -> str:
    parts = _below_home(facts)
    if facts.system is not System.MAC or len(parts) < len(_MAC_CLOUD):
        return ""
    if parts[:2] == _MAC_ICLOUD:
        return ICLOUD
    named = (name for begin, name in _AT_HOME.items() if len(parts) > len(_MAC_CLOUD) and parts[2].startswith(begin))
    return next(named, "") if parts[:2] == _MAC_CLOUD else ""


def _below_home(facts: FolderFacts) -> tuple[str, ...]:
    if not _is_within(facts.folder, facts.home):
        return ()
    return tuple(part.lower() for part in facts.folder.parts[len(facts.home.parts) :])


def _is_within(folder: PurePath, place: PurePath) -> bool:
    return folder == place or place in folder.parents
