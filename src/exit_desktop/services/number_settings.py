"""Numbers among the settings of a vault: one way to read them, since a line of a dump may say anything."""

from collections.abc import Mapping

# More digits than any setting has; int() refuses texts of some thousands.
_MOST_DIGITS = 9


def number_setting(settings: Mapping[str, str], name: str, usual: int, least: int, most: int) -> int:
    """Return a number that was set, held within `least` and `most`; the usual one where none was."""
    text = settings.get(name, "").strip()
    if not (text.isascii() and text.isdecimal()):
        return usual
    return max(least, min(most, int(text))) if len(text) <= _MOST_DIGITS else most
