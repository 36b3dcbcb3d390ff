"""Blank papers of the instruments, for pen and paper, with the key that types each answer in."""

from exit_desktop.domain.answers import Value
from exit_desktop.instruments.definition import Holds, Instrument, Kind, Question, Section
from exit_desktop.instruments.wording import NO_KEY, YES_KEYS, type_in_keys
from exit_desktop.paper.blank_reading import print_blank_reading
from exit_desktop.paper.blank_view import BlankKind, BlankOption, BlankPart, BlankQuestion, BlankView
from exit_desktop.services.desk import Desk
from exit_desktop.services.readings import READING_PARTS
from exit_desktop.system.language import Texts

KINDS = {
    Kind.SINGLE: BlankKind.SINGLE,
    Kind.MULTIPLE: BlankKind.MULTIPLE,
    Kind.YES_NO: BlankKind.YES_NO,
    Kind.NUMBER: BlankKind.NUMBER,
    Kind.TEXT: BlankKind.TEXT,
    Kind.SCALE: BlankKind.SCALE,
}


# A paper may lie on a kitchen table: questions whose very words tell what the programme is come only when asked for.
PARTS_THAT_TELL = ("selling",)
QUIET_PARTS = tuple(part for part in READING_PARTS if part not in PARTS_THAT_TELL)


def blank_reading_pdf(desk: Desk, t: Texts, instruments: tuple[str, ...] = QUIET_PARTS) -> bytes:
    """Return a blank reading as a PDF in the language of `t`; `READING_PARTS` asks for the questions that tell too."""
    parts = [part for name in instruments for part in _parts(desk.catalogue.get(name), t)]
    return print_blank_reading(BlankView(t("How things are"), tuple(parts)), t)


def _parts(instrument: Instrument, t: Texts) -> list[BlankPart]:
    number = 0
    parts = []
    for section in instrument.sections:
        questions = []
        for question in section.questions:
            number += 1
            questions.append(_question(instrument, question, str(number), t))
        source = instrument.attribution if section is instrument.sections[-1] and instrument.fixed_wording else ""
        parts.append(BlankPart(_title(instrument, section, t), tuple(questions), _stem(section, t), source))
    return parts


def _title(instrument: Instrument, section: Section, t: Texts) -> str:
    # The title of the selling questions would tell a stranger what the paper is; its sections do not.
    first = section is instrument.sections[0] and instrument.fixed_wording
    return (instrument.title if first else section.title).of(t.language)


def _stem(section: Section, t: Texts) -> str:
    return section.intro.of(t.language) if section.intro else ""


def _question(instrument: Instrument, question: Question, number: str, t: Texts) -> BlankQuestion:
    keys = {_one(typed.value): typed.key for typed in type_in_keys(question) if typed.value is not None}
    return BlankQuestion(
        text=question.text.of(t.language),
        kind=BlankKind.SINGLE if question.points else KINDS[question.kind],
        options=_options(question, keys, t),
        anchors=_anchors(question, t),
        top=question.maximum or 10,
        only_if=_only_if(instrument, question, t),
        number=number,
        room_for_note=question.kind is Kind.TEXT,
    )


def _one(value: Value) -> Value:
    # Each key of several choices turns one option on.
    return value[0] if isinstance(value, tuple) else value


def _options(question: Question, keys: dict[Value, str], t: Texts) -> tuple[BlankOption, ...]:
    if question.kind is Kind.YES_NO:
        return (BlankOption(YES_KEYS[t.language], t("Yes")), BlankOption(NO_KEY, t("No")))
    if question.points:
        return tuple(BlankOption(str(point.value), point.text.of(t.language)) for point in question.points)
    return tuple(BlankOption(keys.get(o.key, ""), o.text.of(t.language)) for o in question.options)


def _anchors(question: Question, t: Texts) -> tuple[str, str]:
    if question.anchors is None:
        return ("", "")
    return (question.anchors.lowest.of(t.language), question.anchors.highest.of(t.language))


def _only_if(instrument: Instrument, question: Question, t: Texts) -> str:
    condition = question.condition
    if not isinstance(condition, Holds):
        return ""
    number = str([q.key for q in instrument.questions].index(condition.question) + 1)
    if condition.values == (True,):
        return t("Only if you answered yes to {number}.", number=number)
    if condition.values == (False,):
        return t("Only if you answered no to {number}.", number=number)
    return t("Only for some answers to {number}.", number=number)
