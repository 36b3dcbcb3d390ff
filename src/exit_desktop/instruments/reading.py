"""Turns a definition file into an instrument, or says in which line it cannot."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from exit_desktop.errors import DefinitionDuplicate, DefinitionMissing
from exit_desktop.instruments.definition import Instrument, Question, Scoring, Section, Wording
from exit_desktop.instruments.positions import Entry, check_names, read_tree
from exit_desktop.instruments.questions import QuestionReader, read_wording

REQUIRED = frozenset({"id", "version", "title", "source", "licence", "attribution", "sections"})
OPTIONAL = frozenset({"scoring", "fixed_wording", "defaults", "answers"})
SECTION_REQUIRED = frozenset({"key", "title", "questions"})
SECTION_OPTIONAL = frozenset({"intro", "grid"})


@lru_cache(maxsize=64)
def read_definition(content: bytes, file: str) -> Instrument:
    """Return the instrument in the bytes of a file called `file`; raises a DefinitionFault with file and line."""
    top = read_tree(content, file)
    names = top.mapping()
    check_names(top, names, REQUIRED, OPTIONAL)
    return Instrument(
        id=names["id"].key(),
        version=_version(names["version"]),
        title=read_wording(names["title"]),
        sections=_sections(names),
        source=names["source"].text(),
        licence=names["licence"].text(),
        attribution=names["attribution"].text(),
        sha256=hashlib.sha256(content).hexdigest(),
        scoring=names["scoring"].one_of(Scoring) if "scoring" in names else Scoring.NONE,
        fixed_wording="fixed_wording" in names and names["fixed_wording"].flag(),
    )


def _version(entry: Entry) -> int:
    version = entry.number()
    if version < 1:
        entry.refuse(DefinitionMissing, "version")
    return version


def _sections(names: dict[str, Entry]) -> tuple[Section, ...]:
    defaults = names["defaults"].mapping() if "defaults" in names else {}
    sets = names["answers"].mapping() if "answers" in names else {}
    reader = QuestionReader(defaults, {name: given.mapping() for name, given in sets.items()})
    sections: dict[str, Section] = {}
    for entry in names["sections"].items():
        section = _section(entry, reader)
        if section.key in sections:
            entry.refuse(DefinitionDuplicate, section.key)
        sections[section.key] = section
    return tuple(sections.values())


def _section(entry: Entry, reader: QuestionReader) -> Section:
    names = entry.mapping()
    check_names(entry, names, SECTION_REQUIRED, SECTION_OPTIONAL)
    questions: list[Question] = [reader.read(item) for item in names["questions"].items()]
    intro: Wording | None = read_wording(names["intro"]) if "intro" in names else None
    grid = "grid" in names and names["grid"].flag()
    return Section(names["key"].key(), read_wording(names["title"]), tuple(questions), intro, grid)
