"""Commands on one citizen's course: show, sharing."""

from exit_desktop.commands.refusals import AnonymousNeverWhole
from exit_desktop.commands.running import Answer
from exit_desktop.commands.showing import document_of, lines_of, look_at
from exit_desktop.commands.work import Work, at_desk
from exit_desktop.domain.courses import Sharing
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.desk import Act, log_use
from exit_desktop.services.labels import SHARING
from exit_desktop.services.sharing import set_sharing


def show(work: Work) -> Answer:
    """Tell where a citizen's course stands."""
    with at_desk(work) as desk:
        course = find_citizen(desk, work.wish.citizen)
        log_use(desk, Act.OPENED, "course", course.id)
        shown = look_at(desk, course)
        return Answer(document_of(shown, work.t), lines_of(shown, work.t))


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
