"""Runs of eight words of the sources, as a file of short hashes: what they say cannot be read from it.

The sources are no part of the repository. Build the file anew where they lie, from the root of the checkout:

    python3 tests/support/seed_runs.py FOLDER-OF-THE-SOURCES
"""

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

RUN = 8
BYTES = 5
HASHES = Path(__file__).parent.parent / "fixtures" / "seeds" / "runs.bin"
_WORD = re.compile(r"[^\W_]+")
_DIVIDED = re.compile(r"(?<=\w)[-\u00ad]\s+(?=\w)")
_MARKS = re.compile(r"<[^>]*>|[*#|]")


def runs_of(text: str) -> Iterator[str]:
    """Yield every run of eight words, without case, marks and line breaks."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def hash_of(run: str) -> bytes:
    """Return a run as the file keeps it."""
    return hashlib.sha256(run.encode()).digest()[:BYTES]


def read_hashes(path: Path = HASHES) -> frozenset[bytes]:
    """Return the hashes of the runs of the sources."""
    content = path.read_bytes()
    return frozenset(content[at : at + BYTES] for at in range(0, len(content), BYTES))


def copied(text: str, hashes: frozenset[bytes]) -> list[str]:
    """Return the runs of a text that stand in the sources."""
    return [run for run in runs_of(text) if hash_of(run) in hashes]


def hashes_of(texts: Iterable[str]) -> bytes:
    """Return the content of the file for these sources, in order and each run once."""
    found: set[bytes] = set()
    for raw in texts:
        # As it stands, with divided words made whole, and without markup.
        joined = _DIVIDED.sub("", raw)
        for text in (raw, joined, _MARKS.sub(" ", joined)):
            found.update(map(hash_of, runs_of(text)))
    return b"".join(sorted(found))


if __name__ == "__main__":
    sources = sorted(one for one in Path(sys.argv[1]).iterdir() if one.is_file())
    HASHES.parent.mkdir(parents=True, exist_ok=True)
    HASHES.write_bytes(hashes_of(one.read_text("utf-8", errors="replace") for one in sources))
