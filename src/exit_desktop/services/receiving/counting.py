"""Hands a course or an enquiry that came to be held on to be counted in reports."""

from typing import TYPE_CHECKING

from exit_desktop.errors import InstrumentMissing
from exit_desktop.exchange.faults import BundleNewerUnit
from exit_desktop.services.bundles import FORMS
from exit_desktop.services.counted import keep_counted_of_received
from exit_desktop.services.receiving.staging import Staged, unpacked
from exit_desktop.vault.held_rows import HeldRow, read_sender_says

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.vault.rows import Connection


def count_held(connection: "Connection", desk: "Desk", row: HeldRow, staged: Staged) -> None:
    """Let what is held in this row be counted, within the caller's transaction; once removed, it counts no more.

    Invented people are counted in practice vaults only. Raises BundleNewerUnit for a whole course with a form that is
    not here.
    """
    if staged.packed is None or (row.practice and not desk.vault.practice):
        return
    says = read_sender_says(connection, row.line)
    sender = (says.code, says.project) if says else ("", "")
    try:
        keep_counted_of_received(connection, desk, row.id, unpacked(staged.packed, FORMS[staged.kind].body), sender)
    except InstrumentMissing as missing:
        values = missing.values
        raise BundleNewerUnit(kind=values["instrument"], version=values["version"]) from None
