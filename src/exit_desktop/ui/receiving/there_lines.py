"""The lines of what others have of what was sent from here: packages, courses, and what was called back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from exit_desktop.services.receiving import (
    CalledBack,
    CoordinatorHas,
    CourseThere,
    ReceiptOutcome,
    TombstoneReason,
    UnansweredPackage,
)
from exit_desktop.system.language import mark
from exit_desktop.ui.receiving.line_list import Line

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts

# A receipt may take so long before anybody needs to ask for it.
PATIENCE = timedelta(days=7)
_CALLED = {
    TombstoneReason.ERASED: mark("A course that you deleted"),
    TombstoneReason.SHARING_WITHDRAWN: mark("A course that is no longer shared"),
    TombstoneReason.MADE_ANONYMOUS: mark("A course that became anonymous"),
}
_HAS = {
    ReceiptOutcome.TAKEN: mark("{code} has version {number}, said {day}"),
    ReceiptOutcome.ALREADY_HERE: mark("{code} has version {number}, said {day}"),
    ReceiptOutcome.CONFLICT: mark("{code} has two writings of version {number}, said {day}"),
    ReceiptOutcome.FORGOTTEN: mark("Deleted at {code} on {day}"),
    ReceiptOutcome.REFUSED: mark("{code} could not use version {number}, said {day}"),
}


def there_lines(there: CoordinatorHas, today: date, t: Texts) -> list[Line]:
    """Return the lines: packages without an answer, courses by name, what was called back."""
    courses = sorted(there.courses, key=lambda one: (not _waits_long(one, today), one.alias.casefold()))
    return [
        *(_package(one, today, t) for one in there.unanswered),
        *(_course(one, today, t) for one in courses),
        *(_called(one, today, t) for one in there.called_back),
    ]


def there_words(there: CoordinatorHas, t: Texts) -> str:
    """Return in a sentence how much of what was sent is known to have come."""
    sent = len(there.courses)
    known = sum(not one.missing for one in there.courses)
    if not sent:
        return ""
    if known == sent:
        return t.plural(
            "{count} course is there as you last sent it.", "All {count} courses are there as you last sent them.", sent
        )
    return t("{known} of {sent} courses are known to be there as you last sent them.", known=known, sent=sent)


def _package(one: UnansweredPackage, today: date, t: Texts) -> Line:
    head = t("Package {number} to {code}", number=one.number, code=one.receiver_code)
    sent = t("sent {day}", day=t.date(one.sent_on))
    if today - one.sent_on < PATIENCE:
        return Line(f"sent{one.id}", head, " · ".join((sent, t("no receipt yet"))), "", "", one)
    ask = t("No receipt has come. Ask {code} whether the package did.", code=one.receiver_code)
    return Line(f"sent{one.id}", head, sent, ask, "", one)


def _waits_long(one: CourseThere, today: date) -> bool:
    return one.missing and today - one.sent_on >= PATIENCE


def _course(one: CourseThere, today: date, t: Texts) -> Line:
    told = []
    if one.has_revision is not None and one.confirmed_on is not None:
        has = _HAS[one.outcome or ReceiptOutcome.TAKEN]
        told.append(t(has, code=one.receiver_code, number=one.has_revision, day=t.date(one.confirmed_on)))
    if one.missing:
        told.append(t("version {number} sent {day}, no receipt yet", number=one.sent_revision, day=t.date(one.sent_on)))
    if one.changed_since:
        told.append(t("written in since"))
    ask = t("It is not known whether this came. Send it again, or ask {code}.", code=one.receiver_code)
    wants = ask if _waits_long(one, today) else ""
    return Line(f"course{one.course_id}{one.receiver}", one.alias, " · ".join(told), wants, "", one)


def _called(one: CalledBack, today: date, t: Texts) -> Line:
    head, key = t(_CALLED[one.reason]), f"called{one.receiver}{one.called_on}{one.reason}"
    if one.forgotten_on is not None:
        below = t("Deleted at {code} on {day}", code=one.receiver_code, day=t.date(one.forgotten_on))
        return Line(key, head, below, "", "", one)
    below = t("called back from {code} {day}", code=one.receiver_code, day=t.date(one.called_on))
    if today - one.called_on < PATIENCE:
        return Line(key, head, " · ".join((below, t("no receipt yet"))), "", "", one)
    wants = t(
        "{code} has not said that it is deleted. Send a package, and ask for the receipt.", code=one.receiver_code
    )
    return Line(key, head, below, wants, "", one)
