"""The sentences that practice is told with, read once from `resources/words/practice`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from exit_desktop.services.invention.frames import Frame, Slots, parse_frame
from exit_desktop.system.resources import resource_folder

if TYPE_CHECKING:
    from pathlib import Path

_PRONOUNS = {"hun": ("hun", "hende", "hendes"), "han": ("han", "ham", "hans")}
_WEATHER = "{vejr}"
# By month modulo 12: December comes first.
SEASONS = ("vinter",) * 3 + ("forår",) * 3 + ("sommer",) * 3 + ("efterår",) * 3


@dataclass(slots=True)
class Material:
    """Lines of material by section, and the frames made of them so far for a pronoun and a season."""

    sections: dict[str, tuple[str, ...]]
    slots: Slots
    _made: dict[tuple[str, str, str], tuple[Frame, ...]] = field(default_factory=dict)
    _spoken: dict[str, Slots] = field(default_factory=dict)

    def frames(self, section: str, pronoun: str = "hun", month: int = 1) -> tuple[Frame, ...]:
        """Return the frames of a section as they read for this pronoun ("hun", "han") and month."""
        key = (section, pronoun, SEASONS[month % 12])
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(section, pronoun, key[2])
        return made

    def _make(self, section: str, pronoun: str, season: str) -> tuple[Frame, ...]:
        if season and not any(_WEATHER in line for line in self.sections[section]):
            return self._made.setdefault((section, pronoun, ""), self._make(section, pronoun, ""))
        words, slots = _PRONOUNS[pronoun], self._slots_for(pronoun)
        lines = (line.replace(_WEATHER, f"{{vejr.{season}}}") for line in self.sections[section])
        return tuple(parse_frame(_speak(line, words), slots) for line in lines)

    def _slots_for(self, pronoun: str) -> Slots:
        if pronoun not in self._spoken:
            words = _PRONOUNS[pronoun]
            spoken = {name: tuple(_speak(text, words) for text in texts) for name, texts in self.slots.items()}
            self._spoken[pronoun] = spoken
        return self._spoken[pronoun]


@cache
def practice_material() -> Material:
    """Return the material that ships with the program."""
    return read_material(resource_folder("words") / "practice")


def read_material(folder: Path) -> Material:
    """Read `slots.txt` (name: choice | choice) and every other text file ([section], then a sentence a line)."""
    slots = {}
    for line in _lines(folder / "slots.txt"):
        name, _, choices = line.partition(": ")
        slots[name] = tuple(choice.strip() for choice in choices.split("|"))
    sections: dict[str, list[str]] = {}
    section = ""
    for path in sorted(folder.glob("[!s]*.txt")):
        for line in _lines(path):
            if line.startswith("["):
                section = line[1:-1]
            else:
                sections.setdefault(section, []).append(line)
    return Material({name: tuple(lines) for name, lines in sections.items()}, slots)


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _speak(text: str, words: tuple[str, str, str]) -> str:
    for mark, word in zip(("<hun>", "<hende>", "<hendes>"), words, strict=True):
        text = text.replace(mark, word)
    return text
