"""Commands on sealed packages: export, open-bundle."""

from typing import TYPE_CHECKING

from exit_desktop.commands.refusals import ArgumentMissing
from exit_desktop.commands.running import Answer
from exit_desktop.commands.work import Work, at_desk, check_out, read_bytes
from exit_desktop.exchange.units import UnitKind
from exit_desktop.services.bundles import (
    A_COORDINATOR,
    ExportPreview,
    Leaving,
    Receiver,
    Staying,
    StaysReason,
    name_of_unit,
    open_received,
    preview_export,
)
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.sending import seal_to_file
from exit_desktop.services.sharing import confirmed_card, list_cards
from exit_desktop.system.language import Texts, mark

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk

UNITS = {
    UnitKind.COURSE: mark("The whole course"),
    UnitKind.COURSE_CODED: mark("Coded course"),
    UnitKind.NOT_STARTED: mark("Not started"),
    UnitKind.WORKER: mark("The worker's code and hours"),
    UnitKind.TOMBSTONE: mark("A course to be forgotten"),
    UnitKind.RECEIPT: mark("A receipt"),
    UnitKind.HANDOVER: mark("A handover"),
}
STAYS = {
    StaysReason.NOT_ASKED: mark("{citizen} stays: not asked yet"),
    StaysReason.SAID_NOTHING: mark("{citizen} stays: nothing is to be shared"),
    StaysReason.NOT_CHOSEN: mark("{citizen} stays: not chosen this time"),
    StaysReason.NO_YES_TO_THEM: mark("{citizen} stays: has not said yes to this receiver"),
    StaysReason.ANONYMOUS: mark("{citizen} stays: anonymous, goes to a coordinator only"),
}


def export(work: Work) -> Answer:
    """Seal what may leave to a confirmed card; with --preview only show it."""
    wish = work.wish
    if not wish.preview and None in (wish.out, wish.to):
        raise ArgumentMissing(names="--to, --out")
    content = None if wish.to is None else read_bytes(wish.to)
    out = None if wish.preview else check_out(work, wish.out, keep_old=True)
    with at_desk(work) as desk:
        chosen = _chosen(desk, wish.citizens)
        card = None if content is None else confirmed_card(desk, content)
        to = A_COORDINATOR if card is None else Receiver(card.facts.role, card.facts.code, card.sender_id)
        shown = preview_export(desk, chosen, to)
        if out is None or card is None:
            return Answer(_document(shown, rows=True), _lines(shown, work.t, rows=True))
        held = next(one for one in list_cards(desk) if one.sender == card.sender_id)
        written = [str(place) for place in seal_to_file(desk, held, chosen, out, lambda: None)]
    document = {"bundle": written[0], "bundles": written, **_document(shown, rows=False)}
    said = work.t.plural("{count} package is written.", "{count} packages are written.", len(written))
    return Answer(document, (*_lines(shown, work.t, rows=False), said))


def _chosen(desk: "Desk", aliases: list[str] | None) -> list[str] | None:
    return None if aliases is None else [find_citizen(desk, alias).id for alias in aliases]


def _document(shown: ExportPreview, rows: bool) -> dict[str, object]:
    return {
        "leaving": [_leaving(one, rows) for one in shown.leaving],
        "staying": [{"citizen": one.alias, "reason": one.reason} for one in shown.staying],
        "packages": shown.packages,
    }


def _leaving(one: Leaving, rows: bool) -> dict[str, object]:
    told: dict[str, object] = {"unit": one.kind, "citizen": one.alias or None}
    return {**told, "rows": [list(row) for row in one.rows]} if rows else told


def _lines(shown: ExportPreview, t: Texts, rows: bool) -> tuple[str, ...]:
    said = []
    for one in shown.leaving:
        what = t(UNITS[one.kind])
        said.append(t("{what}: {citizen}", what=what, citizen=one.alias) if one.alias else what)
        said += [f"  {path}: {value}" for path, value in one.rows] if rows else []
    said += [_stays(one, t) for one in shown.staying]
    return tuple(said)


def _stays(one: Staying, t: Texts) -> str:
    return t(STAYS[one.reason], citizen=one.alias)


def open_received_file(work: Work) -> Answer:
    """Verify a package sent to this vault and list what is in it; nothing is taken in."""
    content = read_bytes(work.wish.file)
    with at_desk(work) as desk:
        opened, units = open_received(desk, content)
    header = opened.header
    labels = [name_of_unit(unit) for unit in units]
    document = {
        "sender": header.sender,
        "number": header.number,
        "created": header.created.isoformat(),
        "practice": header.practice,
        "units": [
            {"unit": unit.kind, "schema": unit.schema, "name": label} for unit, label in zip(units, labels, strict=True)
        ],
    }
    t = work.t
    date = t.date(header.created.date())
    said = [t("Package {number}, {date}: everything in it is as it was sent.", number=header.number, date=date)]
    for unit, label in zip(units, labels, strict=True):
        what = t(UNITS[unit.kind])
        said.append(t("{what}: {citizen}", what=what, citizen=label) if label else what)
    return Answer(document, tuple(said))
