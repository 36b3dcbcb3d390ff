"""What the program remembers outside a vault, in one small readable file; nothing about anyone's course."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from exit_desktop.system.language import Language

SMALLEST_SCALE, LARGEST_SCALE = 75, 300
Choice = TypeVar("Choice", bound=StrEnum)


class Theme(StrEnum):
    """Light or dark, or as the machine says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the window stood, in logical pixels."""

    x: int
    y: int
    width: int
    height: int
    maximized: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings of this user on this machine; `scale` is in per cent."""

    language: Language = Language.DANISH
    theme: Theme = Theme.SYSTEM
    scale: int = 100
    window: WindowPlace | None = None
    last_vault: Path | None = None


def read_preferences(path: Path) -> Preferences:
    """Return what `path` holds; what is missing or broken there falls back to its default, line by line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return Preferences()
    import tomllib  # noqa: PLC0415 - the window waits for each import here

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return Preferences()
    vault = found.get("last_vault")
    return Preferences(
        language=_choice(Language, found.get("language"), Language.DANISH),
        theme=_choice(Theme, found.get("theme"), Theme.SYSTEM),
        scale=_scale(found.get("scale")),
        window=_window(found.get("window")),
        last_vault=Path(vault) if isinstance(vault, str) and vault else None,
    )


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Replace `path`; raises DiskFull or FolderNotWritable with the old settings kept."""
    from exit_desktop.system.safe_write import write_file  # noqa: PLC0415 - nothing is written before the first paint

    write_file(path, _as_toml(preferences).encode("utf-8", "ignore"))


def _as_toml(preferences: Preferences) -> str:
    lines = [
        f'language = "{preferences.language.value}"',
        f'theme = "{preferences.theme.value}"',
        f"scale = {preferences.scale}",
    ]
    if preferences.last_vault is not None:
        lines.append(f"last_vault = {_quoted(str(preferences.last_vault))}")
    if (place := preferences.window) is not None:
        lines += ["", "[window]", f"x = {place.x}", f"y = {place.y}", f"width = {place.width}"]
        lines += [f"height = {place.height}", f"maximized = {str(place.maximized).lower()}"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    import json  # noqa: PLC0415 - as above

    # A TOML string is a JSON string, but for the one control character that JSON lets stand.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _choice(kind: type[Choice], value: object, default: Choice) -> Choice:
    return next((one for one in kind if one.value == value), default)


def _scale(value: object) -> int:
    known = isinstance(value, int) and SMALLEST_SCALE <= value <= LARGEST_SCALE
    return value if known and isinstance(value, int) else 100


def _window(value: object) -> WindowPlace | None:
    if not isinstance(value, dict):
        return None
    x, y, width, height = (value.get(name) for name in ("x", "y", "width", "height"))
    if not (isinstance(x, int) and isinstance(y, int) and isinstance(width, int) and isinstance(height, int)):
        return None
    return WindowPlace(x, y, width, height, value.get("maximized") is True) if width > 0 and height > 0 else None
