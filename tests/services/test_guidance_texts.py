"""The guidance: whole in both languages, in words of its own, gentle, and each area and phase has what it needs."""

import re
from collections.abc import Iterator

import pytest

from exit_desktop.domain.calendar import Phase
from exit_desktop.domain.plans import FocusArea
from exit_desktop.services.guidance import GuidanceText, is_spoken, read_guidance
from exit_desktop.services.labels import FOCUS_AREAS
from exit_desktop.system.language import Language, Texts
from exit_desktop.system.resources import resource_folder
from support.lix import lix
from support.seed_runs import HASHES, RUN, copied, hash_of, hashes_of, read_hashes, runs_of

EASY, LARGEST_KB = 35, 400
NEEDED = {"da": ("Vær opmærksom på", "Hvad I kan gøre"), "en": ("Be aware of", "What can be done")}
SHAMING = re.compile(
    r"prostituer|luder|hore\b|narkoman|alkoholiker|junkie|prostitute[sd]?\b|hooker|addict|victims\b|!", re.IGNORECASE
)
in_each_language = pytest.mark.parametrize("language", list(Language))


def texts(language: str) -> tuple[GuidanceText, ...]:
    return read_guidance(language).texts


def shape(text: GuidanceText) -> list[tuple[str, int]]:
    """Each heading as its level, with how many points and spoken lines stand under it."""
    parts: list[tuple[str, int]] = []
    for line in text.markdown.splitlines():
        mark = re.match(r"(#+|- |\d\. )", line)
        if (mark and mark[1].startswith("#")) or not parts:
            parts.append((mark[1] if mark else "", 0))
        elif mark or is_spoken(line):
            parts[-1] = (parts[-1][0], parts[-1][1] + 1)
    return parts


def headings(text: GuidanceText) -> list[str]:
    return re.findall(r"^## (.*)$", text.markdown, re.MULTILINE)


def shipped() -> Iterator[tuple[str, str]]:
    """Every text that was written after the sources: guidance, its index, starter entries, the guide."""
    folders = (resource_folder("guidance"), resource_folder("services"), resource_folder("docs"))
    for folder in folders:
        for path in sorted(folder.rglob("*.*")):
            if path.suffix in {".md", ".yaml", ".csv"}:
                yield path.name, path.read_text(encoding="utf-8")


def test_both_languages_have_the_same_texts_in_the_same_shape() -> None:
    danish, english = texts("da"), texts("en")
    assert [one.key for one in danish] == [one.key for one in english]
    assert [(one.key, shape(one), one.leads_to) for one in danish] == [
        (one.key, shape(one), one.leads_to) for one in english
    ]


@in_each_language
def test_every_area_and_phase_says_what_to_watch_and_what_to_do(language: str) -> None:
    guidance = read_guidance(language)
    keys = [f"area_{area}" for area in FocusArea] + [f"phase_{int(phase)}" for phase in Phase if phase]
    lacking = [
        (key, one)
        for key in keys
        for one in NEEDED[language]
        if (text := guidance.text(key)) is None or one not in headings(text)
    ]
    assert lacking == []


@in_each_language
def test_what_is_asked_for_by_name_is_there(language: str) -> None:
    keys = {one.key for one in texts(language)}
    assert {"first_meeting", "how_to_ask", "what_citizens_fear", "orientation", "closing", "network"} <= keys


@in_each_language
def test_an_area_is_called_as_everywhere_in_the_window(language: str) -> None:
    guidance, t = read_guidance(language), Texts(language)
    for area, words in FOCUS_AREAS.items():
        text = guidance.text(f"area_{area}")
        assert text is not None and text.title == t(words)


@in_each_language
def test_every_place_leads_to_texts_that_are_there(language: str) -> None:
    guidance = read_guidance(language)
    keys = {one.key for one in guidance.texts}
    assert {key for place in guidance.places.values() for key in place} <= keys
    assert {key for one in guidance.texts for key in one.leads_to} <= keys
    # Every text is offered somewhere.
    assert {key for place in guidance.places.values() for key in place} == keys


@in_each_language
def test_every_place_with_a_link_has_its_text(language: str) -> None:
    guidance = read_guidance(language)
    areas = [f"area/{area}" for area in FocusArea]
    phases = [f"phase/{int(phase)}" for phase in Phase if phase] + [f"before/{int(phase)}" for phase in Phase]
    places = {*areas, *phases, "new_citizen", "orientation", "network", "closing", "reading/selling"}
    assert places == set(guidance.places)


@in_each_language
def test_no_text_shames_or_shouts(language: str) -> None:
    assert [(one.key, found[0]) for one in texts(language) if (found := SHAMING.search(one.markdown))] == []


def test_what_is_said_to_a_citizen_is_easy() -> None:
    hard = {}
    for one in texts("da"):
        said = " ".join(line.partition("“")[2] for line in one.markdown.splitlines() if is_spoken(line))
        if said and lix(said) > EASY:
            hard[one.key] = lix(said)
    assert hard == {}


def test_no_run_of_eight_words_comes_from_the_sources() -> None:
    hashes = read_hashes()
    assert {name: runs for name, text in shipped() if (runs := copied(text, hashes))} == {}


def test_a_run_of_the_sources_would_be_seen() -> None:
    mine = next(text for name, text in shipped() if name == "phase_1.md")
    hashes = hashes_of([mine.upper().replace(" ", "\n")])
    assert copied(mine, frozenset({hashes[:5], hashes[5:10]})) != []
    assert len(set(copied(f"Noget andet først. {mine}", read_hashes() | {hash_of(next(runs_of(mine)))}))) == 1


def test_the_sources_cannot_be_read_from_their_hashes() -> None:
    content = HASHES.read_bytes()
    assert 50_000 < len(content) < LARGEST_KB * 1000
    assert len(read_hashes()) * 5 == len(content)
    assert RUN == 8
