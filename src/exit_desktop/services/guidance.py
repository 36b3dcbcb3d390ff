"""Guidance for the work with citizens: short texts that ship with the program, found by place or by their words."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from exit_desktop.instruments.positions import Entry, read_tree
from exit_desktop.services.finding import words_of
from exit_desktop.system.resources import resource_folder

_MARKS = re.compile(r"[*#]|\[|\]\([^)]*\)")
_LINK = re.compile(r"\]\((\w+)\)")
_SPOKEN = re.compile(r"(Du kan (sige|skrive)|You can (say|write)): “")
_LEAD = re.compile(r"^(?:- |\d\. |#+ )")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuidanceText:
    """One text: `markdown` has its title on top, and leads to others by links whose target is their key."""

    key: str
    title: str
    markdown: str
    words: tuple[str, ...]

    @property
    def leads_to(self) -> Words:
        """The keys of the texts that it names."""
        return tuple(dict.fromkeys(_LINK.findall(self.markdown)))

    @property
    def lead(self) -> str:
        """What the text is about, in a sentence or two."""
        return _plain(self.markdown.split("\n\n", 2)[1])


@dataclass(frozen=True, slots=True)
class Found:
    """A text that was found, and the line of it that tells why."""

    text: GuidanceText
    line: str


@dataclass(frozen=True, slots=True)
class _Searched:
    """A text made ready: the words of its title, of its index and of all of it, sorted; and each line with its own."""

    layers: tuple[Words, Words, Words]
    lines: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Guidance:
    """Every text in one language, in the order in which they are listed; `places` leads from a place to texts."""

    texts: tuple[GuidanceText, ...]
    places: dict[str, tuple[str, ...]]
    _index: tuple[_Searched, ...]

    def text(self, key: str) -> GuidanceText | None:
        """Return the text with that key."""
        return next((one for one in self.texts if one.key == key), None)

    def texts_for(self, place: str) -> tuple[GuidanceText, ...]:
        """Return what is offered at a place, the one that opens first; nothing where there is nothing."""
        return tuple(one for key in self.places.get(place, ()) if (one := self.text(key)) is not None)

    def beside(self, text: GuidanceText, place: str = "") -> tuple[GuidanceText, ...]:
        """Return what else is worth reading: what a text names, and what is offered at the place."""
        named = (one for key in text.leads_to if (one := self.text(key)) is not None)
        return tuple(dict.fromkeys(one for one in (*named, *self.texts_for(place)) if one is not text))

    def find(self, asked: str) -> tuple[Found, ...]:
        """Return the texts in which every word asked for begins a word, those with it in the title first."""
        wanted = words_of(asked)
        if not wanted:
            return tuple(Found(text, text.lead) for text in self.texts)
        ranked = ((_rank(one, wanted), number) for number, one in enumerate(self._index))
        found = sorted((rank, number) for rank, number in ranked if rank is not None)
        return tuple(Found(self.texts[number], self._line(number, wanted)) for _, number in found)

    def _line(self, number: int, wanted: list[str]) -> str:
        """Return the line in which most of the words stand; what the text is about where its title has them."""
        searched, lead = self._index[number], self.texts[number].lead
        if _hits(searched.layers[0], wanted) == len(wanted):
            return lead
        line, words = max(searched.lines, key=lambda one: _hits(one[1], wanted))
        return line if _hits(words, wanted) else lead


def is_spoken(line: str) -> bool:
    """Return whether a line is something that can be said to the citizen as it stands."""
    return _SPOKEN.match(line) is not None


@lru_cache(maxsize=2)
def read_guidance(language: str) -> Guidance:
    """Return the guidance in a language; read once, for it cannot change while the program runs."""
    folder = resource_folder("guidance")
    index = read_tree((folder / "index.yaml").read_bytes(), "index.yaml").mapping()
    raw = {key: (folder / language / f"{key}.md").read_text(encoding="utf-8") for key in _keys(index)}
    titles = {text.partition("\n")[0].removeprefix("# ").strip(): key for key, text in raw.items()}
    words = {entry.mapping()["key"].text(): _list(entry.mapping()[language]) for entry in index["texts"].items()}
    texts = tuple(GuidanceText(key, title, _linked(raw[key], titles), words[key]) for title, key in titles.items())
    places = {place: _list(entry) for place, entry in index["places"].mapping().items()}
    return Guidance(texts, places, tuple(map(_searched, texts)))


def _keys(index: dict[str, Entry]) -> list[str]:
    return [entry.mapping()["key"].text() for entry in index["texts"].items()]


def _list(entry: Entry) -> tuple[str, ...]:
    return tuple(one.text() for one in entry.items())


def _linked(markdown: str, titles: dict[str, str]) -> str:
    """Return the text with the name of another text, which stands in italics, as a link to it."""

    def link(found: re.Match[str]) -> str:
        return f"[{found[1]}]({titles[found[1]]})" if found[1] in titles else found[0]

    return re.sub(r"(?<!\*)\*([^*\n]+)\*(?!\*)", link, markdown)


def _searched(text: GuidanceText) -> _Searched:
    lines = [line for line in map(_plain, text.markdown.splitlines()[1:]) if line]
    layers = (_sorted(text.title), _sorted(" ".join(text.words)), _sorted(" ".join(lines)))
    return _Searched(layers, tuple((line, _sorted(line)) for line in lines))


def _sorted(text: str) -> Words:
    return tuple(sorted(set(words_of(text))))


def _rank(searched: _Searched, wanted: list[str]) -> int | None:
    """Return the layer of the word that is hardest to find, 0 for the title; None if one stands nowhere."""
    ranks = [next((at for at, words in enumerate(searched.layers) if _begins_one(one, words)), None) for one in wanted]
    found = [rank for rank in ranks if rank is not None]
    return max(found) if len(found) == len(ranks) else None


def _begins_one(word: str, words: Words) -> bool:
    at = bisect_left(words, word)
    return at < len(words) and words[at].startswith(word)


def _hits(words: Words, wanted: list[str]) -> int:
    return sum(_begins_one(word, words) for word in wanted)


def _plain(markdown: str) -> str:
    return _MARKS.sub("", _LEAD.sub("", markdown.strip()))
