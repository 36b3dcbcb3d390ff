"""A definition file is read as it stands, or refused with file and line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exit_desktop.errors import (
    DefinitionDuplicate,
    DefinitionFault,
    DefinitionMissing,
    DefinitionUnknown,
    DefinitionUnknownQuestion,
    DefinitionUnreadable,
    DefinitionWrong,
)
from exit_desktop.instruments.engine import next_unanswered, visible_questions
from exit_desktop.instruments.reading import read_definition
from instruments.instrument_files import NEW_QUESTION, SMALL, line_of, small


def test_a_question_added_to_the_file_is_asked() -> None:
    instrument = read_definition((SMALL + NEW_QUESTION).encode(), "small.yaml")
    assert visible_questions(instrument, {})[-1].text.of("da") == "Har du kæledyr?"
    found = next_unanswered(instrument, {}, after="age")
    assert found is not None
    assert found.key == "pets"


@pytest.mark.parametrize(
    ("old", "new", "fault", "word"),
    [
        ("        kind: number\n", "        kind: number\n        kind: text\n", DefinitionDuplicate, "kind"),
        ("key: age", "key: paid", DefinitionDuplicate, "paid"),
        ("{key: food,", "{key: debt,", DefinitionDuplicate, "debt"),
        ("licence: Test\n", "licence: Test\nlicense: Test\n", DefinitionUnknown, "license"),
        ("minimum: 15", "smallest: 15", DefinitionUnknown, "smallest"),
        ("        maximum: 99\n", "", DefinitionMissing, "maximum"),
        ("source: Test\n", "", DefinitionMissing, "source"),
        ("{da: Alder?, en: Age?}", "{da: Alder?}", DefinitionMissing, "en"),
        ("kind: number", "kind: numbre", DefinitionWrong, "numbre"),
        ("key: age", "key: Age", DefinitionWrong, "Age"),
        ("minimum: 15", "minimum: 1.5", DefinitionWrong, "1.5"),
        ("question: paid", "question: pay", DefinitionUnknownQuestion, "pay"),
        ("question: paid", "question: age", DefinitionUnknownQuestion, "age"),
        ("is: true", "is: debt", DefinitionWrong, "debt"),
        ("is: debt", "is: dept", DefinitionWrong, "dept"),
        ("[wont_say, not_asked]", "[wont_say, answered]", DefinitionWrong, "answered"),
        ("none_of_these: true", "reports_as: rest", DefinitionWrong, "rest"),
        ("title: {da: Del", "title: &a {da: Del", DefinitionWrong, "&a"),
    ],
)
def test_a_fault_is_refused_with_its_word(old: str, new: str, fault: type[DefinitionFault], word: str) -> None:
    with pytest.raises(DefinitionFault) as raised:
        small(old, new)
    assert (type(raised.value), raised.value.values["word"]) == (fault, word)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minimum: 15", "smallest: 15"),
        ("kind: number", "kind: numbre"),
        ("key: age", "key: Age"),
        ("is: true", "is: x"),
    ],
)
def test_a_fault_is_told_with_file_and_line(old: str, new: str) -> None:
    with pytest.raises(DefinitionFault) as raised:
        small(old, new)
    place = (raised.value.values["file"], raised.value.values["line"])
    assert place == ("small.yaml", line_of(SMALL, old))


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"", 1), (b"id: small\ntitle: {da: [\n", 3), (b"id: a\nid2: \xff\n", 2), (b"[" * 5000, 1), (b"#" * 600_000, 1)],
)
def test_what_is_no_yaml_is_refused(content: bytes, line: int) -> None:
    with pytest.raises(DefinitionUnreadable) as raised:
        read_definition(content, "small.yaml")
    assert raised.value.values["line"] == line


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, len(SMALL)), length=st.integers(0, 20), put=st.text(max_size=8))
def test_any_damage_is_either_read_or_refused(place: int, length: int, put: str) -> None:
    damaged = SMALL[:place] + put + SMALL[place + length :]
    try:
        read_definition(damaged.encode("utf-8", "surrogatepass"), "small.yaml")
    except DefinitionFault as fault:
        assert fault.values["line"]
