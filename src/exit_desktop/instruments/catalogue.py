"""The instruments at hand: the shipped ones, in an organisation's own words where it has a file, and kept ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exit_desktop.errors import (
    DefinitionChanged,
    DefinitionFault,
    DefinitionFixed,
    DefinitionNotOurs,
    DefinitionUnreadable,
    InstrumentMissing,
)
from exit_desktop.instruments.definition import Instrument
from exit_desktop.instruments.positions import Entry, read_tree
from exit_desktop.instruments.reading import read_definition

WORDS = frozenset(
    {
        "title",
        "intro",
        "text",
        "label",
        "short",
        "paper",
        "help",
        "anchors",
        "guidance",
        "source",
        "licence",
        "attribution",
    }
)


class Catalogue:
    """Finds an instrument by id and version; a file is read when it is first asked for.

    A file's name begins with the id: `who5.yaml`, an earlier version beside it as `who5.1.yaml`.
    """

    def __init__(self, shipped: Path, own: Path | None = None) -> None:
        self._shipped = shipped
        self._own = own
        self._loaded: dict[str, dict[int, tuple[Instrument, bytes]]] = {}
        self._kept: dict[tuple[str, int], tuple[Instrument, bytes]] = {}
        self._refused: dict[str, DefinitionFault] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the shipped instruments."""
        return tuple(sorted({path.name.split(".")[0] for path in self._shipped.glob("*.yaml")}))

    def get(self, instrument: str, version: int | None = None) -> Instrument:
        """Return an instrument, the newest version unless one is named; raises InstrumentMissing."""
        return self._find(instrument, version)[0]

    def content(self, instrument: str, version: int | None = None) -> bytes:
        """Return the bytes that an instrument was read from, for the vault to keep."""
        return self._find(instrument, version)[1]

    def keep(self, content: bytes) -> Instrument:
        """Add a version from bytes that a vault or a dump kept; one at hand that differs only in words stays.

        Raises DefinitionChanged when the one at hand means something else.
        """
        instrument = read_definition(content, "instrument")
        key = (instrument.id, instrument.version)
        held = self._versions(instrument.id).get(instrument.version) or self._kept.setdefault(
            key, (instrument, content)
        )
        refuse_another_meaning(held[1], content, instrument.id)
        return instrument

    def keep_meaning(self, content: bytes) -> bool:
        """Add a version from the bytes that answers were given in; one at hand that means something else gives way.

        Return whether one had to: what was answered never changes its meaning (model 12).
        """
        try:
            self.keep(content)
        except DefinitionChanged:
            instrument = read_definition(content, "instrument")
            self._versions(instrument.id)[instrument.version] = (instrument, content)
            return True
        return False

    @contextmanager
    def trial(self) -> Iterator[None]:
        """Let go what was kept in the block if it ends in an exception."""
        before = dict(self._kept)
        try:
            yield
        except BaseException:
            self._kept = before
            raise

    def refusals(self) -> tuple[DefinitionFault, ...]:
        """Read every own file and return why some were refused; the shipped words stand in for those."""
        names = {path.name.split(".")[0] for path in self._own_files()}
        for instrument in sorted(names | set(self.ids())):
            self._versions(instrument)
        return tuple(self._refused.values())

    def _find(self, instrument: str, version: int | None) -> tuple[Instrument, bytes]:
        versions = self._versions(instrument)
        wanted = max(versions, default=0) if version is None else version
        found = versions.get(wanted) or self._kept.get((instrument, wanted))
        if found is None:
            raise InstrumentMissing(instrument=instrument, version=version or 1)
        return found

    def _versions(self, instrument: str) -> dict[int, tuple[Instrument, bytes]]:
        if instrument not in self._loaded:
            self._loaded[instrument] = self._load(instrument)
        return self._loaded[instrument]

    def _load(self, instrument: str) -> dict[int, tuple[Instrument, bytes]]:
        versions: dict[int, tuple[Instrument, bytes]] = {}
        for path in _files_of(instrument, sorted(self._shipped.glob("*.yaml"))):
            read, content = _read_file(path)
            if read.id != instrument:
                raise DefinitionNotOurs(file=path.name, line=1, word=read.id)
            versions[read.version] = (read, content)
        for path in _files_of(instrument, self._own_files()):
            try:
                own, content = _read_own(path, instrument, versions)
            except DefinitionFault as fault:
                self._refused[path.name] = fault
            else:
                versions[own.version] = (own, content)
        return versions

    def _own_files(self) -> list[Path]:
        return sorted(self._own.glob("*.yaml")) if self._own is not None and self._own.is_dir() else []


def _files_of(instrument: str, paths: list[Path]) -> list[Path]:
    return [path for path in paths if path.name.split(".")[0] == instrument]


def _read_file(path: Path) -> tuple[Instrument, bytes]:
    try:
        content = path.read_bytes()
    except OSError:
        raise DefinitionUnreadable(file=path.name, line=1, word="") from None
    return read_definition(content, path.name), content


def _read_own(path: Path, name: str, shipped: dict[int, tuple[Instrument, bytes]]) -> tuple[Instrument, bytes]:
    """Read an own file; refuse it unless it says in other words what a shipped one says."""
    own, content = _read_file(path)
    if own.id != name or own.version not in shipped:
        raise DefinitionNotOurs(file=path.name, line=1, word=own.id)
    original, original_content = shipped[own.version]
    if original.fixed_wording and content != original_content:
        raise DefinitionFixed(file=path.name, line=1, word=own.id)
    refuse_other_than_words(read_tree(original_content, path.name), read_tree(content, path.name), own.id)
    return own, content


def refuse_another_meaning(held: bytes, content: bytes, name: str) -> None:
    """Compare two definitions of one version of an instrument; raises DefinitionChanged if more than words differ."""
    if held != content:
        refuse_other_than_words(read_tree(held, "instrument"), read_tree(content, "instrument"), name)


def refuse_other_than_words(shipped: Entry, own: Entry, word: str) -> None:
    """Compare two files entry by entry; raises DefinitionChanged at the first one that is no word shown to people."""
    if isinstance(shipped.content, dict) and isinstance(own.content, dict):
        words = frozenset[str]() if word == "answers" else WORDS  # below `answers` stand names that a file gives
        for name in sorted((shipped.content.keys() | own.content.keys()) - words):
            if name not in shipped.content or name not in own.content:
                own.content.get(name, own).refuse(DefinitionChanged, name)
            refuse_other_than_words(shipped.content[name], own.content[name], name)
    elif isinstance(shipped.content, tuple) and isinstance(own.content, tuple):
        if len(shipped.content) != len(own.content):
            own.refuse(DefinitionChanged, word)
        for before, after in zip(shipped.content, own.content, strict=True):
            refuse_other_than_words(before, after, word)
    elif shipped.content != own.content:
        own.refuse(DefinitionChanged, word)
