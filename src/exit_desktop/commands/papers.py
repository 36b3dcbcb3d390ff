"""Commands that write papers about one citizen's course: plan, sheet."""

from exit_desktop.commands.running import Answer
from exit_desktop.commands.work import Work, at_desk, check_out, say_aside, write_out
from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.desk import Act
from exit_desktop.services.papers import (
    PaperChoice,
    SheetChoice,
    giveaways,
    plan_pdf,
    record_paper,
    record_plan_paper,
    sheet_pdf,
)
from exit_desktop.services.scores import read_scores
from exit_desktop.system.language import Texts


def plan(work: Work) -> Answer:
    """Write the activity plan as a PDF, blank paper when there is none."""
    out = check_out(work, work.wish.out, keep_old=False)
    with at_desk(work) as desk:
        course = find_citizen(desk, work.wish.citizen)
        told = giveaways(desk, course)
        choice = PaperChoice(large=work.wish.large, with_alias=work.wish.with_id)
        write_out(out, plan_pdf(desk, course, choice, _paper_words(work, course)))
        record_plan_paper(desk, course, Act.SAVED_PDF)
    words = sorted({word for line in told for word in line.words})
    if words:
        listed = ", ".join(words)
        say_aside(work.t("Look at the paper before you give it away; these words tell much: {words}.", words=listed))
    document = {"pdf": str(out), "blank": not course.plans, "giveaways": words}
    return Answer(document, (work.t("The plan is written."),))


def _paper_words(work: Work, course: Course) -> Texts:
    """Return the language asked for, else the citizen's own."""
    return Texts(work.wish.language or course.citizen.language)


def sheet(work: Work) -> Answer:
    """Write the citizen's sheet as a PDF, paper to write on when there is no reading."""
    out = check_out(work, work.wish.out, keep_old=False)
    with at_desk(work) as desk:
        course = find_citizen(desk, work.wish.citizen)
        choice = SheetChoice(with_alias=work.wish.with_id)
        write_out(out, sheet_pdf(desk, course, choice, _paper_words(work, course)))
        record_paper(desk, course, "sheet", Act.SAVED_PDF)
        blank = not read_scores(desk.catalogue, course).stars
    return Answer({"pdf": str(out), "blank": blank}, (work.t("The sheet is written."),))
