"""A paper is seen before it leaves; each way out is explained once, written down, and closes the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.plans import FocusArea, FrozenBy, current_plan
from exit_desktop.errors import DiskFull
from exit_desktop.services import plans
from exit_desktop.services.desk import Act
from exit_desktop.services.papers import remember_understood
from exit_desktop.services.vaults import read_log
from exit_desktop.ui.course.readings.blank_paper import BlankPaperButton
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.files.printing import paint_pages
from exit_desktop.ui.papers import leaving
from exit_desktop.ui.papers.goodbye_options import GoodbyeOptions
from exit_desktop.ui.papers.lines_choice import How
from exit_desktop.ui.papers.other_options import BlankOptions, SheetOptions
from exit_desktop.ui.papers.plan_options import PlanOptions
from exit_desktop.ui.papers.preview import (
    PaperPreview,
    open_blank_reading,
    open_goodbye_preview,
    open_plan_preview,
    open_sheet_preview,
)
from support.course_work import shown_course, work

__all__ = ["work"]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the previews belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def preview(work: CourseWork, window: QWidget) -> Iterator[PaperPreview]:
    """The preview of a plan with a wish that gives away; both ways out are understood."""
    for way in (Act.PRINTED, Act.SAVED_PDF):
        remember_understood(work.desk, way)
    work.change(lambda desk, course: plans.choose_areas(desk, course, (FocusArea.FINANCES,)))
    focus = shown_course(work).plans[0].focuses[0].id
    work.change(lambda desk, course: plans.add_wish(desk, course, focus, "Ingen kunder mere"))
    made = open_plan_preview(work, window)
    assert made is not None
    yield made
    made.reject()


def shown_text(preview: PaperPreview) -> str:
    preview.make()
    return preview.pages.accessibleDescription()


def options(preview: PaperPreview) -> PlanOptions:
    assert isinstance(preview.side, PlanOptions)
    return preview.side


def decide(preview: PaperPreview, how: How) -> None:
    for choice in options(preview).lines.choices.values():
        choice.ways[how].setChecked(True)


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(leaving, "ask_where", lambda *_: path)


def test_the_preview_shows_the_paper_as_it_will_come_out(preview: PaperPreview) -> None:
    text = shown_text(preview)
    assert "My plan" in text or "Min plan" in text
    assert preview.count.text() == "1 page"


def test_language_large_print_and_alias_change_the_paper(preview: PaperPreview) -> None:
    side = options(preview)
    side.language.box.setCurrentIndex(1)
    side.alias.setChecked(True)
    assert "Mågen" in shown_text(preview)
    assert "Next time we meet" in shown_text(preview)
    side.alias.setChecked(False)
    assert "Mågen" not in shown_text(preview)


def test_nothing_leaves_before_each_line_is_decided(
    preview: PaperPreview, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_to(monkeypatch, tmp_path / "min-plan.pdf")
    preview.save.click()
    assert not (tmp_path / "min-plan.pdf").exists()
    assert preview.told.text() == "1 line waits for you to choose."


def test_a_line_is_left_out_or_reworded_as_decided(preview: PaperPreview) -> None:
    decide(preview, How.LEFT_OUT)
    assert "kunder" not in shown_text(preview)
    decide(preview, How.REWORDED)
    next(iter(options(preview).lines.choices.values())).other.setPlainText("Et andet arbejde")
    assert "Et andet arbejde" in shown_text(preview)


def test_a_saved_plan_stands_is_logged_and_cannot_be_undone(
    preview: PaperPreview, work: CourseWork, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_to(monkeypatch, tmp_path / "min-plan.pdf")
    decide(preview, How.AS_SAID)
    preview.save.click()
    assert "kunder" in PdfReader(tmp_path / "min-plan.pdf").pages[0].extract_text()
    plan = current_plan(shown_course(work).plans)
    assert plan is not None
    assert plan.frozen_by is FrozenBy.PRINT
    assert read_log(work.desk.vault, 1)[0].act == Act.SAVED_PDF
    work.undo()
    assert shown_course(work).plans == (plan,)


def test_a_full_disk_is_told_and_nothing_is_written_down(
    preview: PaperPreview, work: CourseWork, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    save_to(monkeypatch, tmp_path / "min-plan.pdf")
    monkeypatch.setattr(leaving, "write_file", full)
    decide(preview, How.AS_SAID)
    preview.save.click()
    assert preview.told.text()
    assert shown_course(work).plans[0].frozen_on is None


def test_without_a_printer_it_says_what_to_do(preview: PaperPreview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    decide(preview, How.AS_SAID)
    preview.print.click()
    assert "save the paper as PDF" in preview.told.text()


def test_what_stays_where_is_said_once(work: CourseWork, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def read(dialog: leaving.Explained) -> int:
        said.append(dialog.go_on.text())
        return 1

    monkeypatch.setattr(leaving.Explained, "exec", read)
    assert leaving.explain_once(work.session, Act.PRINTED, window)
    assert leaving.explain_once(work.session, Act.PRINTED, window)
    assert said == ["Understood, go on to print"]


def test_the_lock_takes_the_preview_along(preview: PaperPreview, work: CourseWork) -> None:
    work.session.locked.emit(None)
    assert preview.pages.count == 0
    assert preview.pages.accessibleDescription() == ""


def test_pages_come_out_of_the_printer_at_their_size(preview: PaperPreview, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    paint_pages(options(preview).make(), printer)
    document = QPdfDocument()
    document.load(str(tmp_path / "out.pdf"))
    assert document.pageCount() == 1
    assert abs(document.pagePointSize(0).width() - 595) < 2


def test_the_sheets_areas_and_risk_are_chosen_beside_it(work: CourseWork, window: QWidget) -> None:
    made = open_sheet_preview(work, window)
    assert made is not None
    assert isinstance(made.side, SheetOptions)
    assert len(made.side.areas) == 10
    assert not made.side.risk.isChecked()
    assert not made.side.alias.isChecked()
    made.reject()


def test_the_part_that_tells_is_on_blank_paper_only_when_ticked(work: CourseWork, window: QWidget) -> None:
    made = open_blank_reading(work, window)
    assert isinstance(made.side, BlankOptions)
    made.side.language.box.setCurrentIndex(1)
    assert "sexual" not in shown_text(made)
    made.side.telling.setChecked(True)
    assert "sexual" in shown_text(made)
    made.reject()


def test_the_blank_reading_is_seen_before_it_is_printed_or_saved(work: CourseWork, window: QWidget) -> None:
    button = BlankPaperButton(work)
    button.setParent(window)
    button.click()
    made = window.findChild(PaperPreview)
    assert made is not None
    assert made.pages.count > 0
    made.reject()


def test_a_page_can_be_made_larger_and_whole_again(preview: PaperPreview) -> None:
    preview.larger.click()
    first = preview.pages.zoomFactor()
    preview.larger.click()
    assert preview.pages.zoomFactor() > first
    preview.whole.click()
    assert preview.pages.zoomMode() is QPdfView.ZoomMode.FitInView


def test_the_keyboard_begins_at_the_act_and_not_in_the_picture(preview: PaperPreview) -> None:
    assert preview.focusWidget() is preview.print


def test_the_goodbye_paper_tells_of_lines_only_where_there_are_any(work: CourseWork, window: QWidget) -> None:
    made = open_goodbye_preview(work, window)
    assert made is not None and isinstance(made.side, GoodbyeOptions)
    assert not made.side.note.isHidden()
    made.reject()
