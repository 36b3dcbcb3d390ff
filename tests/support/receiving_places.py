"""The places of what came and of what others have, full of lines, and their dialogs; no practice vault has them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from exit_desktop.services.receiving import (
    CalledBack,
    CoordinatorHas,
    CourseThere,
    MissingNumbers,
    Outcome,
    ReceiptOutcome,
    TombstoneReason,
    UnansweredPackage,
)
from exit_desktop.ui.receiving.code_dialog import CodeDialog
from exit_desktop.ui.receiving.conflict_dialog import ConflictDialog
from exit_desktop.ui.receiving.packages_dialog import PackagesDialog
from exit_desktop.ui.receiving.received_lines import Came
from exit_desktop.ui.sharing.page import SharingPage, SharingTab
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.work_area import WorkArea
from support.fake_receiving import conflict, package, taken, waiting
from support.places_to_go import Place, dialog_over, settle

# A code without words in it, for none of its letters is of any language.
_CODE = "77K3-22P2-9T9Z"
_DAYS = (date(2026, 11, 2), date(2026, 11, 20))
_MISSING = (MissingNumbers("ab" * 16, "12", (4,), 9), MissingNumbers("cd" * 16, "34", (4, 5), 9))


def _page(work: WorkArea, tab: SharingTab) -> SharingPage:
    work.acts.action(ActId.SHARING).trigger()
    page = work.window().findChildren(SharingPage)[0]
    page.show_tab(tab)
    settle()
    return page


def came(work: WorkArea) -> QWidget:
    """Every kind of line of what came; one that waits is chosen."""
    page = _page(work, SharingTab.RECEIVED)
    everything = package(12, "12", already=2, conflicts=1, forgotten=1, enquiries=2, receipts=1)
    packages = (everything, package(11, "34", given=True))
    page.received.taking.told = [taken("12", outcome) for outcome in Outcome]
    page.received._summary.setText(work.session.t("Stopped."))
    page.received._take_read(
        Came(packages, (waiting(1), waiting(2, "12")), (conflict("12"),), _MISSING, frozenset(("ab" * 16,)))
    )
    lines = page.received.list.lines
    page.received.list.setCurrentIndex(lines.index(lines.place_of("waiting2"), 0))
    settle()
    return work.window()


def there(work: WorkArea) -> QWidget:
    """Every kind of line of what others have."""
    page = _page(work, SharingTab.THERE)
    one = CourseThere("12", "a", "b", "34", 16, _DAYS[0], 16, _DAYS[1], ReceiptOutcome.TAKEN, False, True)
    unknown = replace(one, course_id="c", has_revision=None, confirmed_on=None, outcome=None, missing=True)
    courses = (unknown, *(replace(one, course_id=outcome, outcome=outcome) for outcome in ReceiptOutcome))
    unanswered = tuple(UnansweredPackage(at, "b", "34", at, day, 7) for at, day in enumerate(_DAYS))
    reasons = list(TombstoneReason)
    back = [CalledBack("b", "34", reason, day, None) for reason, day in zip(reasons, (*_DAYS, _DAYS[0]), strict=True)]
    gone = CalledBack("b", "34", TombstoneReason.ERASED, _DAYS[0], _DAYS[1])
    page.there._take_read(CoordinatorHas(courses, unanswered, (*back, gone)))
    settle()
    return work.window()


def _conflict(work: WorkArea) -> QDialog:
    two = conflict("12", differences=(("sharing", "coded", "full"), ("calendar.pauses.reason", "", "hospital")))
    return ConflictDialog(work, work.session, two)


def _code(work: WorkArea) -> QDialog:
    return CodeDialog(work, work.session, package(12, "34"), _CODE)


def _packages(work: WorkArea) -> QDialog:
    return PackagesDialog(work.session, work)


def _place(name: str, make: Callable[[WorkArea], QDialog]) -> Place:
    def go(work: WorkArea) -> QWidget:
        make(work).open()
        return dialog_over(work.window())

    return Place(name, go)


FULL = (Place("sharing-came", came), Place("sharing-there-full", there))
ASKING = (_place("conflict", _conflict), _place("receipt-code", _code))
CHOOSING = (_place("packages", _packages),)
