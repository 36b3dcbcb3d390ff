"""Blank papers of the instruments, for pen and paper, with the key that types each answer in."""

from dataclasses import replace

from exit_desktop.domain.answers import Respondent, Value
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.instruments.definition import Condition, Instrument, Kind, Question, Reaches, Section, Together
from exit_desktop.instruments.wording import NO_KEY, STATE_KEYS, STATE_WORDS, YES_KEYS, type_in_keys
from exit_desktop.paper.blank_reading import print_blank_reading
from exit_desktop.paper.blank_view import BlankKind, BlankOption, BlankPart, BlankQuestion, BlankView
from exit_desktop.services.desk import Desk
from exit_desktop.services.readings import READING_PARTS
from exit_desktop.system.language import Texts, mark

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


def blank_form_pdf(desk: Desk, form: SubmissionKind, t: Texts) -> bytes:
    """Return a blank form as a PDF in the language of `t`; its words tell what the programme is."""
    instrument = desk.catalogue.get(form.value)
    view = BlankView(instrument.title.of(t.language), tuple(_parts(instrument, t)), _keys(instrument, t))
    return print_blank_reading(view, t)


def _keys(instrument: Instrument, t: Texts) -> str:
    """Return which keys stand for an answer that is missing, as far as the questions offer them."""
    offered = {state for question in instrument.questions for state in question.states}
    told = [t("{words}  ({key})", words=t(STATE_WORDS[s]), key=STATE_KEYS[s]) for s in STATE_KEYS if s in offered]
    return t("Without an answer, write the sign: {signs}.", signs=", ".join(told)) if told else ""


def _parts(instrument: Instrument, t: Texts) -> list[BlankPart]:
    number = 0
    parts = []
    for section in instrument.sections:
        questions = []
        for question in section.questions:
            number += 1
            asked = _question(instrument, question, str(number), t)
            named = section.grid and question.kind in (Kind.YES_NO, Kind.NUMBER)
            questions.append(replace(asked, text=question.paper.of(t.language)) if named else asked)
        source = instrument.attribution if section is instrument.sections[-1] and instrument.fixed_wording else ""
        title = _title(instrument, section, t)
        parts.append(BlankPart(title, tuple(questions), _stem(section, t), source, section.grid))
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
        help=_help(question, t),
    )


def _help(question: Question, t: Texts) -> str:
    # On the worker's own paper; what the citizen is handed stays as short as it can be.
    if question.help is None or question.asked_of is not Respondent.WORKER:
        return ""
    return question.help.of(t.language)


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
    return "" if question.condition is None else _condition(instrument, question.condition, question.asked_of, t)


def _condition(instrument: Instrument, condition: Condition, asked_of: Respondent, t: Texts) -> str:
    if isinstance(condition, Together):
        parts = [_condition(instrument, part, asked_of, t) for part in condition.conditions]
        return " ".join(parts) if condition.every else ""
    number = str([q.key for q in instrument.questions].index(condition.question) + 1)
    if isinstance(condition, Reaches):
        return t("Only if {number} is {value} or more.", number=number, value=condition.at_least)
    # A reading is answered by the one who holds the paper; a form is about somebody else.
    reading = asked_of is Respondent.CITIZEN
    words: dict[tuple[bool | int | str, ...], str] = {
        (True,): mark("Only if you answered yes to {number}.") if reading else mark("Only if yes to {number}."),
        (False,): mark("Only if you answered no to {number}.") if reading else mark("Only if no to {number}."),
    }
    usual = mark("Only for some answers to {number}.")
    return t(words.get(condition.values, usual), number=number)
