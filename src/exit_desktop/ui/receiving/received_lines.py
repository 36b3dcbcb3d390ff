"""The lines of what came: refused just now, in conflict, waiting, missing, and then every package, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exit_desktop.services import receiving
from exit_desktop.services.receiving import (
    Conflict,
    MissingNumbers,
    Outcome,
    ReceivedPackage,
    Taken,
    WaitingPackage,
    WrittenReceipt,
)
from exit_desktop.services.sending import list_cards
from exit_desktop.ui.receiving.line_list import Line
from exit_desktop.ui.receiving.outcome_words import counts_words, missing_words, outcome_words, whose

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.system.language import Texts


@dataclass(frozen=True, slots=True)
class Came:
    """All that the vault tells of what came."""

    packages: tuple[ReceivedPackage, ...] = ()
    waiting: tuple[WaitingPackage, ...] = ()
    conflicts: tuple[Conflict, ...] = field(repr=False, default=())
    missing: tuple[MissingNumbers, ...] = ()
    trusted: frozenset[str] = frozenset()

    @property
    def unanswered(self) -> int:
        """How many packages of senders who can be answered have had no receipt."""
        waiting = (one for one in self.packages if one.answerable and one.receipt_given_at is None)
        return sum(one.sender in self.trusted for one in waiting)


def read_came(desk: Desk) -> Came:
    """Return what the vault tells of what came."""
    return Came(
        receiving.list_received(desk),
        receiving.list_waiting(desk),
        receiving.list_conflicts(desk),
        receiving.missing_numbers(desk),
        frozenset(card.sender for card in list_cards(desk) if card.confirmed_at and not card.revoked_at),
    )


def taken_line(place: int, one: Taken, t: Texts) -> Line:
    """Return the line of a file that was looked at just now."""
    who = whose(one.sender_code, one.number, t)
    below, wants = outcome_words(one, t)
    named = " · ".join(filter(None, (one.file if who else "", below)))
    return Line(
        f"now{place}",
        who or one.file or t("Sender not known"),
        named,
        wants,
        t("practice") if one.practice else "",
        one,
    )


def receipt_line(place: int, one: WrittenReceipt, t: Texts) -> Line:
    """Return the line of a receipt that was saved just now."""
    count = t.plural("answers {count} package", "answers {count} packages", one.packages)
    head = t("Receipt for {code}", code=one.receiver_code)
    below = " · ".join((t("Saved as {name}", name=one.path.name), count))
    return Line(f"receipt{place}", head, below, "", "", one)


def left_over(told: Iterable[Taken]) -> list[Taken]:
    """Return what no other line of the list tells: what could not be used, and what was here already."""
    return [one for one in told if one.outcome in (Outcome.REFUSED, Outcome.ALREADY_HERE)]


def came_lines(came: Came, t: Texts) -> list[Line]:
    """Return the lines, what wants doing first."""
    return [
        *(_conflict(one, t) for one in came.conflicts),
        *(_waiting(one, t) for one in came.waiting),
        *(_missing(one, t) for one in came.missing),
        *(_package(one, t) for one in came.packages),
    ]


def _conflict(one: Conflict, t: Texts) -> Line:
    below = t(
        "From {first}, and from {second}",
        first=whose(one.here.sender_code, one.here.package, t),
        second=whose(one.other.sender_code, one.other.package, t),
    )
    wants = t("Two writings of the same, and neither is newer: choose one of them.")
    return Line(f"conflict{one.here_id}-{one.other_id}", one.name, below, wants, "", one)


def _waiting(one: WaitingPackage, t: Texts) -> Line:
    came = t("Came {day}, and is not opened", day=t.date(one.received_at.astimezone().date()))
    if one.has_card:
        wants = t("Waits for you to confirm the card of {code}.", code=one.code)
    else:
        wants = t("Waits for its sender's contact card.")
    return Line(f"waiting{one.id}", one.code or t("Sender not known"), came, wants, "", one)


def _missing(one: MissingNumbers, t: Texts) -> Line:
    below = t(
        "{number} is the highest that has come. Ask {code} to send anew.", number=one.highest, code=one.sender_code
    )
    return Line(
        f"missing{one.sender}", one.sender_code or t("Sender not known"), below, missing_words(one.numbers, t), "", one
    )


def _package(one: ReceivedPackage, t: Texts) -> Line:
    came = t("came {day}", day=t.date(one.received_at.astimezone().date()))
    told = [counts_words(one, t), came]
    if one.receipt_given_at is not None:
        told.append(t("receipt given {day}", day=t.date(one.receipt_given_at.astimezone().date())))
    elif one.answerable:
        told.append(t("no receipt yet"))
    head = whose(one.sender_code or t("Sender not known"), one.number, t)
    return Line(f"package{one.id}", head, " · ".join(told), "", t("practice") if one.practice else "", one)
