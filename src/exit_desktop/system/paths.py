"""Where the program keeps things on this machine; only the user may look into these folders."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

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
    path.mkdir(mode=ONLY_THE_USER, parents=True, exist_ok=True)
    path.chmod(ONLY_THE_USER)
    return path


def _runtime_folder(dirs: PlatformDirs, data: Path) -> Path:
    try:
        return make_private_folder(dirs.user_runtime_path)
    except OSError:  # a session without a runtime folder of its own
        return make_private_folder(data / "run")
