"""Looks for planted words in files, in every form in which a program might leave them by mistake."""

import base64
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

LARGEST_INFLATED = 8 << 20
_ZLIB_HEADS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_GZIP_HEAD = b"\x1f\x8b\x08"
_ZIP_HEAD = b"PK\x03\x04"
# As a PDF may write a stream: with letters and signs only.
_ASCII85 = re.compile(rb"stream\s+([!-uz\s]+?)~>")


def forms_of(word: str) -> set[bytes]:
    """Return a word as UTF-8, UTF-16, Latin-1, hex, in JSON, in an address, in base64 in its three alignments."""
    plain = word.encode()
    forms = {
        plain,
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        plain.hex().encode(),
        plain.hex().upper().encode(),
        word.encode("latin-1", "ignore"),
        json.dumps(word)[1:-1].encode(),
        quote(word).encode(),
    }
    for lead in range(3):
        coded = base64.b64encode(b"\0" * lead + plain)
        # The first and last characters also depend on what stands beside the word.
        forms.add(coded[4 if lead else 0 : len(coded) // 4 * 4 - 4])
    return forms


def holds(data: bytes, words: Iterable[str]) -> bool:
    """Return whether one of the words stands in `data`, also inside a compressed stream or an archive."""
    needles = set().union(*(forms_of(word) for word in words))
    return any(needle in part for part in (data, *_unpacked(data)) for needle in needles)


def files_with(words: Iterable[str], *folders: Path) -> list[Path]:
    """Return every file below the folders that holds one of the words, in its content or in its name."""
    wanted = list(words)
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path for path in files if holds(path.read_bytes(), wanted) or any(word in str(path) for word in wanted)]


def _unpacked(data: bytes) -> Iterator[bytes]:
    yield from _inflated(data)
    yield from _archived(data)
    for stream in _ASCII85.findall(data):
        try:
            plain = base64.a85decode(stream)
        except ValueError:
            continue
        yield plain
        yield from _inflated(plain)


def _archived(data: bytes) -> Iterator[bytes]:
    """Yield the files of a zip, such as a text or a table of an office program."""
    if not data.startswith(_ZIP_HEAD):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name)[:LARGEST_INFLATED] for name in archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
        return


def _inflated(data: bytes) -> Iterator[bytes]:
    for head in (*_ZLIB_HEADS, _GZIP_HEAD):
        at = data.find(head)
        while at >= 0:
            stream = zlib.decompressobj(47)  # zlib or gzip, as its head says
            try:
                yield stream.decompress(data[at:], LARGEST_INFLATED)
            except zlib.error:
                yield b""
            at = data.find(head, at + 1)
