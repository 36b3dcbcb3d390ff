"""Commands on packages that come and on receipts: import, receipts."""

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from exit_desktop.commands.refusals import NoFolderForFile, PackagesRefused
from exit_desktop.commands.running import Answer
from exit_desktop.commands.work import Work, at_desk, check_out
from exit_desktop.exchange.bundle import FILE_SUFFIX
from exit_desktop.services.receiving import (
    CodeSays,
    CoordinatorHas,
    Outcome,
    Taken,
    find_packages,
    import_packages,
    list_received,
    receipt_code,
    take_receipt_code,
    what_coordinator_has,
    write_receipts,
)
from exit_desktop.services.telling import sentence_of
from exit_desktop.system.language import Texts, mark

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk

OUTCOMES = {
    Outcome.ACCEPTED: mark("{file}: taken in, package {number} from {code}"),
    Outcome.ALREADY_HERE: mark("{file}: already here"),
    Outcome.CONFLICT: mark("{file}: taken in, and something in it is in conflict with what is here"),
    Outcome.WAITING: mark("{file}: waits until its sender is confirmed"),
    Outcome.REFUSED: mark("{file}: refused"),
}


def take_in(work: Work) -> Answer:
    """Take in packages, one by one; what each became is told, and a refused one is no reason to stop."""
    with at_desk(work) as desk:
        taken = import_packages(desk, find_packages(work.wish.files), lambda: None, lambda *_: None)
    refused = sum(one.outcome is Outcome.REFUSED for one in taken)
    lines = tuple(line for one in taken for line in _lines(one, work.t))
    document = {"packages": [_document(one, work.t) for one in taken], "refused": refused}
    return Answer(document, lines, refusal=PackagesRefused(refused=refused, of=len(taken)) if refused else None)


def receipts(work: Work) -> Answer:
    """Write receipts for what came, take a code that was read out, or show who has what."""
    wish, t = work.wish, work.t
    if wish.out is not None and not wish.out.is_dir():
        raise NoFolderForFile(file=wish.out.name)
    folder = None if wish.out is None else check_out(work, wish.out / FILE_SUFFIX, keep_old=False).parent
    with at_desk(work) as desk:
        if wish.code is not None:
            return _code(desk, wish.code, t)
        if folder is not None:
            written = write_receipts(desk, folder, lambda: None)
            said = t.plural("{count} receipt file is written.", "{count} receipt files are written.", len(written))
            told = [{"file": str(one.path), "to": one.receiver, "packages": one.packages} for one in written]
            return Answer({"receipts": told}, (said, *(str(one.path) for one in written)))
        return _who_has_what(desk, t)


def _code(desk: "Desk", typed: str, t: Texts) -> Answer:
    taken = take_receipt_code(desk, typed)
    values = {"number": taken.number, "code": taken.receiver_code}
    if taken.says is CodeSays.ALL_TAKEN:
        said = t("Package {number} to {code} came, and all of it is held there.", **values)
    else:
        said = t(
            "Package {number} to {code} came, but not all of it is held there. Ask for the receipt file.", **values
        )
    return Answer({**values, "says": taken.says}, (said,))


def _who_has_what(desk: "Desk", t: Texts) -> Answer:
    came = [(one, receipt_code(desk, one.id)) for one in list_received(desk) if one.answerable]
    there = what_coordinator_has(desk)
    lines = [
        t(
            "Package {number} from {code} of {date}: receipt code {receipt}",
            number=one.number,
            code=one.sender_code,
            date=t.date(one.made_on),
            receipt=code,
        )
        for one, code in came
    ]
    lines += _there(there, t)
    document = {"received": [{**asdict(one), "receipt_code": code} for one, code in came], "sent": asdict(there)}
    return Answer(document, tuple(lines) or (t("Nothing came, and nothing was sent."),))


def _there(there: CoordinatorHas, t: Texts) -> list[str]:
    said = []
    for course in there.courses:
        values = {"citizen": course.alias, "code": course.receiver_code}
        if course.missing:
            date = t.date(course.sent_on)
            said.append(t("{citizen}: {code} has not confirmed what was sent last, on {date}", date=date, **values))
        else:
            said.append(t("{citizen}: {code} has what was sent last", **values))
    for one in there.unanswered:
        date = t.date(one.sent_on)
        sentence = mark("Package {number} to {code} of {date}: no receipt yet")
        said.append(t(sentence, number=one.number, code=one.receiver_code, date=date))
    for stone in there.called_back:
        if stone.forgotten_on is None:
            said.append(t("Called back from {code}: not confirmed yet", code=stone.receiver_code))
        else:
            date = t.date(stone.forgotten_on)
            said.append(t("Called back from {code}: deleted there on {date}", code=stone.receiver_code, date=date))
    return said


def _lines(one: Taken, t: Texts) -> list[str]:
    said = [t(OUTCOMES[one.outcome], file=one.file, number=one.number, code=one.sender_code)]
    if one.reason is not None:
        said.append(f"  {sentence_of(one.reason, t)}")
    counted = (
        (one.taken, t.plural("  {count} course taken in", "  {count} courses taken in", one.taken)),
        (one.enquiries, t.plural("  {count} enquiry taken in", "  {count} enquiries taken in", one.enquiries)),
        (one.already, t.plural("  {count} course already here", "  {count} courses already here", one.already)),
        (one.forgotten, t.plural("  {count} course deleted", "  {count} courses deleted", one.forgotten)),
        (
            one.conflicts,
            t.plural(
                "  {count} conflict for somebody to settle", "  {count} conflicts for somebody to settle", one.conflicts
            ),
        ),
        (
            one.receipts,
            t.plural(
                "  {count} receipt for packages sent from here",
                "  {count} receipts for packages sent from here",
                one.receipts,
            ),
        ),
    )
    said += [line for number, line in counted if number]
    if one.missing:
        said.append(t("  not come yet: package {numbers}", numbers=", ".join(map(str, one.missing))))
    return said


def _document(one: Taken, t: Texts) -> dict[str, object]:
    told = {part.name: getattr(one, part.name) for part in fields(one)}
    reason = one.reason
    return {**told, "reason": reason and {"kind": type(reason).__name__, "said": sentence_of(reason, t)}}
