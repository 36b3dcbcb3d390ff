"""Where the program keeps things on this machine; only the user may look into these folders."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from exit_desktop.system.safe_write import sync_folder

NEUTRAL_NAME = "forloeb"
ONLY_THE_USER = 0o700


@dataclass(frozen=True, slots=True)
class Places:
    """The three folders of a run."""

    data_dir: Path
    settings_dir: Path
    runtime_dir: Path

    @property
    def preferences(self) -> Path:
        """The one settings file."""
        return self.settings_dir / "preferences.toml"


def find_places(data_dir: Path | None = None) -> Places:
    """Return the folders, made if missing (0700); with `data_dir` everything of the run stays under it."""
    if data_dir is not None:
        root = data_dir.expanduser().absolute()
        if not root.is_dir():
            make_private_folder(root)
        return Places(root, make_private_folder(root / "settings"), make_private_folder(root / "run"))
    dirs = PlatformDirs(NEUTRAL_NAME, appauthor=False)
    data = make_private_folder(dirs.user_data_path)
    return Places(data, make_private_folder(dirs.user_config_path), _runtime_folder(dirs, data))


def make_private_folder(path: Path) -> Path:
    """Make `path` if missing and close it to everyone but the user."""
    made = [one for one in (path, *path.parents) if not one.exists()]
    path.mkdir(mode=ONLY_THE_USER, parents=True, exist_ok=True)
    path.chmod(ONLY_THE_USER)
    for one in made:
        # A cut of power would take a new folder away with all that was saved in it. A folder above need not be ours.
        with suppress(PermissionError):
            sync_folder(one.parent)
    return path


def _runtime_folder(dirs: PlatformDirs, data: Path) -> Path:
    try:
        return make_private_folder(dirs.user_runtime_path)
    except OSError:  # a session without a runtime folder of its own
        return make_private_folder(data / "run")
