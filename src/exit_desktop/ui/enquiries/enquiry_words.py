"""How an enquiry is told in a line, and how many there are, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.domain.not_started import Enquiry, Period
from exit_desktop.instruments.wording import answer_text, value_text
from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exit_desktop.instruments.definition import Instrument
    from exit_desktop.system.language import Texts

PERIODS = {
    Period.THIS_YEAR: mark("This year"),
    Period.TWELVE_MONTHS: mark("The last 12 months"),
    Period.LAST_YEAR: mark("Last year"),
    Period.ALL: mark("All"),
}
_NONE = {
    Period.THIS_YEAR: mark("No enquiry without a course this year."),
    Period.TWELVE_MONTHS: mark("No enquiry without a course in the last 12 months."),
    Period.LAST_YEAR: mark("No enquiry without a course last year."),
    Period.ALL: mark("No enquiry without a course yet."),
}
# What a line shows after the date.
COLUMNS = ("heard_from", "reason", "referred_on")


def headers(instrument: Instrument, t: Texts) -> tuple[str, ...]:
    """Return what stands above the columns."""
    asked = (instrument.question(key) for key in COLUMNS)
    return (t("Date"), *(question.short.of(t.language) for question in asked if question))


def cells(enquiry: Enquiry, instrument: Instrument, t: Texts) -> tuple[str, ...]:
    """Return an enquiry as a line of the table."""
    return (t.date(enquiry.on), *(_cell(enquiry, key, instrument, t) for key in COLUMNS))


def _cell(enquiry: Enquiry, key: str, instrument: Instrument, t: Texts) -> str:
    places, where = enquiry.answer("referred_to"), instrument.question("referred_to")
    if key == "referred_on" and places and where and isinstance(places.value, tuple):
        return "\n".join(value_text(where, (place,), t) for place in places.value)
    answer, question = enquiry.answer(key), instrument.question(key)
    return answer_text(question, answer, t) if answer and question else ""


def count_line(enquiries: Sequence[Enquiry], period: Period, t: Texts) -> str:
    """Return how many enquiries a period has, and how many of them were helped on."""
    if not enquiries:
        return t(_NONE[period])
    helped = sum(enquiry.helped_on for enquiry in enquiries)
    if not helped:
        return _how_many(len(enquiries), period, t)
    return t("{enquiries}, {helped} helped on to others", enquiries=_how_many(len(enquiries), period, t), helped=helped)


def _how_many(count: int, period: Period, t: Texts) -> str:
    words = {
        Period.THIS_YEAR: t.plural(
            "{count} enquiry without a course this year", "{count} enquiries without a course this year", count
        ),
        Period.TWELVE_MONTHS: t.plural(
            "{count} enquiry without a course in the last 12 months",
            "{count} enquiries without a course in the last 12 months",
            count,
        ),
        Period.LAST_YEAR: t.plural(
            "{count} enquiry without a course last year", "{count} enquiries without a course last year", count
        ),
        Period.ALL: t.plural("{count} enquiry without a course", "{count} enquiries without a course", count),
    }
    return words[period]
