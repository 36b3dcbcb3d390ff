"""Hands a course or an enquiry that came to be held on to be counted in reports."""

from typing import TYPE_CHECKING

from exit_desktop.domain.courses import Course
from exit_desktop.errors import InstrumentMissing
from exit_desktop.exchange.coded import CodedCourse, code_course
from exit_desktop.exchange.coded_not_started import CodedEnquiry
from exit_desktop.exchange.faults import BundleNewerUnit
from exit_desktop.exchange.units import UnitKind
from exit_desktop.services.counted import keep_counted_of_held, keep_counted_of_held_enquiry
from exit_desktop.services.receiving.staging import Staged, unpacked
from exit_desktop.vault.held_rows import HeldRow, read_sender_says

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.vault.rows import Connection


def count_held(connection: "Connection", desk: "Desk", row: HeldRow, staged: Staged) -> None:
    """Let what is held in this row be counted, within the caller's transaction; once removed, it counts no more.

    Invented people are counted in practice vaults only. Raises BundleNewerUnit for a whole course with a form that is
    not here: without its meaning nothing can be counted.
    """
    if staged.packed is None or (row.practice and not desk.vault.practice):
        return
    if staged.kind is UnitKind.NOT_STARTED:
        keep_counted_of_held_enquiry(connection, row.id, unpacked(staged.packed, CodedEnquiry))
    elif staged.kind is UnitKind.COURSE_CODED:
        keep_counted_of_held(connection, row.id, unpacked(staged.packed, CodedCourse))
    else:
        keep_counted_of_held(connection, row.id, _coded(connection, desk, row, unpacked(staged.packed, Course)))


def _coded(connection: "Connection", desk: "Desk", row: HeldRow, course: Course) -> CodedCourse:
    says = read_sender_says(connection, row.line)
    worker, project = (says.code, says.project) if says else ("", "")
    try:
        return code_course(course, desk.catalogue, worker, project)
    except InstrumentMissing as missing:
        values = missing.values
        raise BundleNewerUnit(kind=values["instrument"], version=values["version"]) from None
