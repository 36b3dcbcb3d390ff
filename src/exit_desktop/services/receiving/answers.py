"""What others answered to packages that left from here: receipts in a package, or a code read out by telephone."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from exit_desktop.errors import ReceiptCodeMistyped, ReceiptCodeUnknown
from exit_desktop.exchange.receipt_codes import CodeSays, Mistyped, make_code, read_code
from exit_desktop.exchange.units import ReceiptOutcome, TombstoneReason, UnitKind
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.receiving.results import (
    CalledBack,
    CodeTaken,
    CoordinatorHas,
    CourseThere,
    UnansweredPackage,
)
from exit_desktop.services.sharing import list_cards
from exit_desktop.vault.answered_rows import (
    AnswerRow,
    SentCourse,
    SentPackage,
    keep_answer,
    note_answered,
    read_called_back,
    read_sent,
    read_sent_courses,
    read_sent_units,
)

if TYPE_CHECKING:
    from exit_desktop.services.receiving.staging import StagedPackage
    from exit_desktop.vault.rows import Connection


def take_receipts(connection: "Connection", desk: Desk, package: "StagedPackage") -> int:
    """Write down what the receipts of a package say of what went to its sender; return how many there were for us."""
    on, at = package.row.made_at[:10], desk.clock.now_utc().isoformat(timespec="seconds")
    count = 0
    for receipt in package.receipts:
        if not note_answered(connection, receipt.bundle, package.row.sender, at):
            continue
        count += 1
        for one in receipt.results:
            row = AnswerRow(one.wire_id, package.row.sender, one.ownership, one.revision, one.outcome.value, on)
            keep_answer(connection, row)
    return count


def what_coordinator_has(desk: Desk) -> CoordinatorHas:
    """Return what was sent from here, and what those who got it said that they have."""
    codes = {held.sender: held.code for held in list_cards(desk)}
    with desk.vault.reading() as connection:
        courses, sent, stones = read_sent_courses(connection), read_sent(connection), read_called_back(connection)
    return CoordinatorHas(
        tuple(_course_there(one, codes.get(one.receiver, "")) for one in courses),
        tuple(_unanswered(one, codes.get(one.receiver, "")) for one in sent if one.received_at is None),
        tuple(
            CalledBack(
                one.receiver,
                codes.get(one.receiver, ""),
                TombstoneReason(one.reason),
                date.fromisoformat(one.made_on),
                None if one.forgotten_on is None else date.fromisoformat(one.forgotten_on),
            )
            for one in stones
        ),
    )


def take_receipt_code(desk: Desk, typed: str) -> CodeTaken:
    """Write down that the package with this code came, and that all of it was taken if the code says so.

    Raises ReceiptCodeMistyped, ReceiptCodeUnknown.
    """
    try:
        code = read_code(typed)
    except Mistyped:
        raise ReceiptCodeMistyped from None
    codes = {held.sender: held.code for held in list_cards(desk)}
    with desk.vault.writing() as connection:
        sent, says = _of_code(read_sent(connection), code)
        note_answered(connection, sent.bundle, sent.receiver, desk.clock.now_utc().isoformat(timespec="seconds"))
        if says is CodeSays.ALL_TAKEN:
            _answer_all(connection, sent, desk.clock.today())
        append_use(connection, desk, Act.LOADED, "receipt")
    return CodeTaken(codes.get(sent.receiver, ""), sent.number, _day(sent.created_at), says)


def _of_code(packages: tuple[SentPackage, ...], code: str) -> tuple[SentPackage, CodeSays]:
    for sent in packages:
        for says in CodeSays:
            if make_code(sent.bundle, sent.sha256, sent.receiver, says) == code:
                return sent, says
    raise ReceiptCodeUnknown


def _answer_all(connection: "Connection", sent: SentPackage, on: date) -> None:
    for unit in read_sent_units(connection, sent.id):
        gone = unit.kind == UnitKind.TOMBSTONE
        outcome = ReceiptOutcome.FORGOTTEN if gone else ReceiptOutcome.TAKEN
        row = AnswerRow(unit.wire_id, sent.receiver, unit.ownership, unit.revision, outcome.value, on.isoformat())
        keep_answer(connection, row)


def _course_there(one: SentCourse, code: str) -> CourseThere:
    answered = one.answered
    return CourseThere(
        alias=one.alias,
        course_id=one.course_id,
        receiver=one.receiver,
        receiver_code=code,
        sent_revision=one.sent[1],
        sent_on=_day(one.sent_at),
        has_revision=None if answered is None else answered[1],
        confirmed_on=None if one.on_date is None else date.fromisoformat(one.on_date),
        outcome=None if one.outcome is None else ReceiptOutcome(one.outcome),
        missing=answered is None or answered < one.sent,
        changed_since=one.here > one.sent,
    )


def _unanswered(one: SentPackage, code: str) -> UnansweredPackage:
    return UnansweredPackage(one.id, one.receiver, code, one.number, _day(one.created_at), one.units)


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone().date()
