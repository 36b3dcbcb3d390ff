"""The names of the languages that a citizen's readings and papers can be in."""

from __future__ import annotations

from exit_desktop.system.language import Language, mark

LANGUAGES = {Language.DANISH: mark("Danish"), Language.ENGLISH: mark("English")}
