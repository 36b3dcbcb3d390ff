"""A blank form on paper leaves the program only after the promise that it does not lie about."""

from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.ui.course.forms.forms_tab import FormsTab
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.papers.form_options import FormOptions


def test_it_waits_for_the_promise(work: CourseWork, tab: FormsTab) -> None:
    options = FormOptions(work)
    assert "Tick first" in options.undecided()
    options.mine.setChecked(True)
    assert options.undecided() == ""
    options.deleteLater()


def test_it_offers_the_form_of_the_day_first(work: CourseWork, tab: FormsTab) -> None:
    options = FormOptions(work)
    assert options.form.currentData() == SubmissionKind.ONGOING_FORM.value
    assert options.make().startswith(b"%PDF")
    options.deleteLater()
