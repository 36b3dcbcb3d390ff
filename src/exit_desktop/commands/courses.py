"""Commands on one citizen's course: show, plan, sheet, sharing."""

from exit_desktop.commands.refusals import AnonymousNeverWhole
from exit_desktop.commands.running import Answer
from exit_desktop.commands.showing import document_of, lines_of, look_at
from exit_desktop.commands.work import Work, at_desk, check_out, say_aside, write_out
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.desk import Act, log_use
from exit_desktop.services.labels import SHARING
from exit_desktop.services.papers import (
    PaperChoice,
    SheetChoice,
    giveaways,
    plan_pdf,
    record_paper,
    record_plan_paper,
    sheet_pdf,
)
from exit_desktop.services.sharing import set_sharing
from exit_desktop.system.language import Texts


def show(work: Work) -> Answer:
    """Tell where a citizen's course stands."""
    with at_desk(work) as desk:
        course = find_citizen(desk, work.wish.citizen)
        log_use(desk, Act.OPENED, "course", course.id)
        shown = look_at(desk, course)
        return Answer(document_of(shown, work.t), lines_of(shown, work.t))


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
        blank = not look_at(desk, course).scores.stars
    return Answer({"pdf": str(out), "blank": blank}, (work.t("The sheet is written."),))


def share(work: Work) -> Answer:
    """Write down what the coordinator may see of a course."""
    with at_desk(work) as desk:
        course = find_citizen(desk, work.wish.citizen)
        sharing = Sharing(work.wish.sharing)
        if course.anonymous and sharing is Sharing.FULL:
            raise AnonymousNeverWhole
        after = set_sharing(desk, course, sharing)
    said = work.t("Shared with the coordinator: {what}", what=work.t(SHARING[after.sharing]))
    return Answer({"citizen": after.citizen.alias, "sharing": after.sharing}, (said,))
