"""The translations: found in the source, kept up to date, checked, compiled. Run by dev.py and by the build (babel)."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("da",)
# How the source asks for words: t("…"), t.plural("…", "…", n), mark("…").
KEYWORDS: dict[str, tuple[int, ...] | None] = {"t": None, "_t": None, "mark": None, "plural": (1, 2)}
# Where words are said before a vault is open.
FIRST_PAGES = "exit_desktop/ui/start/"
PLACEHOLDER = re.compile(r"\{(\w+)")


def compile_all(folder: Path) -> None:
    """Write a .mo beside every .po of `folder`, and a small one with the words of the first pages."""
    for source in sorted(folder.glob("*.po")):
        with source.open("rb") as stream:
            catalogue = read_po(stream, locale=source.stem)
        write_compiled(source.with_suffix(".first.mo"), first_words(catalogue))
        write_compiled(source.with_suffix(".mo"), catalogue)


def first_words(catalogue: Catalog) -> Catalog:
    """Return what is said before a vault is open."""
    first = Catalog(locale=catalogue.locale)
    for message in catalogue:
        if message.id and any(path.startswith(FIRST_PAGES) for path, _ in message.locations):
            first.add(message.id, message.string)
    return first


def write_compiled(path: Path, catalogue: Catalog) -> None:
    """Write a .mo; a program that reads it meanwhile reads the old one or the new one."""
    half = path.with_name(f"{path.name}.{os.getpid()}")
    with half.open("wb") as stream:
        write_mo(stream, catalogue)
    half.replace(path)


def extract(source: Path) -> Catalog:
    """Return every string of the Python files under `source`."""
    found = Catalog()
    methods = [("**.py", "python")]
    for path, _, message, comments, _ in extract_from_dir(source, methods, keywords=KEYWORDS, strip_comment_tags=True):
        found.add(message, locations=[(path.replace("\\", "/"), 0)], auto_comments=comments)
    return found


def read(language: str, folder: Path = TRANSLATIONS) -> Catalog:
    """Return the translation to `language`, empty if there is none yet."""
    path = folder / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def update(language: str, additions: list[Path]) -> int:
    """Bring one translation up to date; return how many strings still lack words."""
    template, old = extract(ROOT / "src"), read(language)
    fresh = Catalog(locale=language, project="forloeb", charset="utf-8", fuzzy=False)
    fresh.creation_date = fresh.revision_date = old.creation_date
    given = _translations(additions)
    for message in template:
        if not message.id:
            continue
        known = old.get(message.id)
        words = given.get(_source(message)) or (known.string if known and "fuzzy" not in known.flags else "")
        if words and isinstance(words, str) is message.pluralizable:
            print(
                f"{language}: one form is needed where several are given, or the other way round: “{_source(message)}”"
            )
            words = ""
        fresh.add(message.id, words, locations=message.locations, auto_comments=message.auto_comments)
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    with (TRANSLATIONS / f"{language}.po").open("wb") as stream:
        write_po(stream, fresh, width=120, sort_by_file=True, include_lineno=False, omit_header=False)
    compile_all(TRANSLATIONS)
    missing = [_source(message) for message in fresh if message.id and not _complete(message)]
    for source in missing:
        print(f"{language}: no words yet for “{source}”")
    return len(missing)


def faults(language: str, translation: Catalog, template: Catalog) -> Iterator[str]:
    """Name everything that is unfinished in `translation`."""
    for message in template:
        if not message.id:
            continue
        known, source = translation.get(message.id), _source(message)
        if known is None or not _complete(known) or known.pluralizable != message.pluralizable:
            yield f"{language}: no words for “{source}”"
        elif known.fuzzy:
            yield f"{language}: only guessed (fuzzy) “{source}”"
        elif any(_names(words) - _names(*_forms(message.id)) for words in _forms(known.string)):
            yield f"{language}: other names in braces than in “{source}”"
        elif "<" in "".join((*_forms(message.id), *_forms(known.string))):
            yield f"{language}: markup in “{source}”"
    sources = {_source(message) for message in template if message.id}
    left_over = [_source(message) for message in translation if message.id and _source(message) not in sources]
    yield from (f"{language}: no longer in the source “{source}”" for source in left_over)
    yield from (f"{language}: obsolete entry “{source}”" for source in translation.obsolete)


def check() -> int:
    """Print every fault of every translation; return how many."""
    template = extract(ROOT / "src")
    found = [fault for language in LANGUAGES for fault in faults(language, read(language), template)]
    print("\n".join(found) if found else f"{len(template)} strings, all with words")
    return len(found)


def _translations(files: list[Path]) -> dict[str, str | tuple[str, ...]]:
    given: dict[str, str | tuple[str, ...]] = {}
    for file in files:
        for source, words in json.loads(file.read_text(encoding="utf-8")).items():
            given[source] = words if isinstance(words, str) else tuple(words)
    return given


def _source(message: Message) -> str:
    return _forms(message.id)[0]


def _forms(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ("",))


def _complete(message: Message) -> bool:
    return bool(message.string) and all(form.strip() for form in _forms(message.string))


def _names(*forms: str) -> set[str]:
    return {name for form in forms for name in PLACEHOLDER.findall(form)}


def main() -> int:
    """Return 0 where nothing is left to do."""
    parser = argparse.ArgumentParser(prog="catalogues.py", description=__doc__)
    parser.add_argument("act", choices=["update", "check", "compile"])
    parser.add_argument("--add", nargs="+", type=Path, default=[], help='JSON files {"English": "Dansk"}')
    wish = parser.parse_args()
    if wish.act == "compile":
        compile_all(TRANSLATIONS)
        return 0
    missing = sum(update(language, wish.add) for language in LANGUAGES) if wish.act == "update" else check()
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
