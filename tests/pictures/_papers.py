"""The papers as they come out of a printer, as pictures."""

from collections.abc import Iterator

import pypdfium2
from PySide6.QtGui import QImage

from exit_desktop.domain.courses import Consent, Course, HowGiven
from exit_desktop.services.blank_papers import blank_reading_pdf
from exit_desktop.services.caseload import read_caseload
from exit_desktop.services.caseload_paper import caseload_pdf
from exit_desktop.services.consent_paper import consent_pdf
from exit_desktop.services.desk import Desk
from exit_desktop.services.goodbye_paper import goodbye_pdf
from exit_desktop.services.network_paper import NetworkChoice, network_pdf
from exit_desktop.services.papers import PaperChoice, SheetChoice, plan_pdf, recovery_sheet_pdf, sheet_pdf
from exit_desktop.services.stored import StoredChoice, StoredPart, stored_pdf
from exit_desktop.system.language import Texts
from pictures._vaults import TODAY

LONG_PARTS = frozenset((StoredPart.READINGS, StoredPart.FORMS, StoredPart.PLAN, StoredPart.CONTACTS))
DOTS_PER_POINT = 1.25
KEY = "MJGAG-HXSKQ-7B2TW-0KC9R-PZ4VN-ED8XY-3FHQA-M6S1J"


def papers_of(desk: Desk, course: Course) -> Iterator[tuple[str, bytes]]:
    """Give each paper of a course with its name."""
    da, en = Texts("da"), Texts("en")
    yield "plan-da", plan_pdf(desk, course, PaperChoice(), da)
    yield "plan-en-large", plan_pdf(desk, course, PaperChoice(large=True, with_alias=True), en)
    yield "sheet-da", sheet_pdf(desk, course, SheetChoice(), da)
    yield "sheet-en-risk", sheet_pdf(desk, course, SheetChoice(with_alias=True, with_risk=True), en)
    yield "goodbye-da", goodbye_pdf(desk, course, PaperChoice(), da)
    yield "goodbye-en-large", goodbye_pdf(desk, course, PaperChoice(large=True), en)
    yield "network-da", network_pdf(desk, course, NetworkChoice(), da)
    yield "network-en-names", network_pdf(desk, course, NetworkChoice(with_names=True), en)
    yield "caseload-da", caseload_pdf(desk, read_caseload(desk), PaperChoice(), da)
    yield "caseload-en-names", caseload_pdf(desk, read_caseload(desk), PaperChoice(with_alias=True), en)
    yield "blank-da", blank_reading_pdf(desk, da)
    yield "stored-da", stored_pdf(desk, course, StoredChoice(left_out=LONG_PARTS), da)
    yes = Consent("0" * 32, HowGiven.PAPER, "min læge", "hvordan det går med søvn", TODAY)
    yield "yes-da", consent_pdf(desk, course, yes, PaperChoice(), da)
    yield "key-sheet-da", recovery_sheet_pdf(KEY, "2F7K", TODAY, da)


def pictures_of(pdf: bytes) -> Iterator[QImage]:
    """Give each page as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        bitmap = page.render(scale=DOTS_PER_POINT).to_pil().convert("RGB")
        data = bitmap.tobytes()
        image = QImage(data, bitmap.width, bitmap.height, bitmap.width * 3, QImage.Format.Format_RGB888)
        yield image.copy()
    document.close()
