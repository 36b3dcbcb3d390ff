"""The lines of a plan's paper that a person wrote: which of them to look at before the paper leaves the program."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from exit_desktop.domain.contacts import next_planned
from exit_desktop.domain.courses import Course
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer, PlanVersion, activities_of, current_plan
from exit_desktop.services.desk import Desk
from exit_desktop.services.giveaway import find_giveaways, read_words
from exit_desktop.services.name_guard import Finding, check_text
from exit_desktop.services.service_list import list_services, name_on_paper
from exit_desktop.system.language import Texts
from exit_desktop.vault.worker import read_worker

CONTACT, ALIAS, SERVICE = "contact", "alias", "/service"

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LineToLookAt:
    """A line of the paper, its place, the words in it that give away, and what in it may identify someone."""

    place: str
    text: str = field(repr=False)
    words: tuple[str, ...] = field(default=(), repr=False)
    findings: tuple[Finding, ...] = ()


def contact_line(desk: Desk) -> str:
    """Return the worker's line at the foot of a paper."""
    with desk.vault.reading() as connection:
        worker = read_worker(connection)
    return worker.contact_line if worker else ""


def is_printed(activity: Activity) -> bool:
    """Return whether an activity stands on paper: what is not done any more does not."""
    return bool(activity.what.strip()) and activity.status is not ActivityStatus.DROPPED


def plan_lines(desk: Desk, course: Course, with_alias: bool = False) -> tuple[Line, ...]:
    """Return every line of the plan's paper that somebody wrote, with its place, in the order of the paper."""
    plan = current_plan(course.plans)
    following = next_planned(course.contacts, desk.clock.today())
    place = ((f"{following.id}/place", following.place_words),) if following else ()
    alias = ((ALIAS, course.citizen.alias),) if with_alias else ()
    t = Texts(course.citizen.language)
    names = {service.id: name_on_paper(service, t) for service in list_services(desk)}
    written = _written(plan, names) if plan else ()
    return tuple(line for line in (*alias, *written, *place, (CONTACT, contact_line(desk))) if line[1].strip())


def _written(plan: PlanVersion, names: dict[str, str]) -> Iterator[Line]:
    told: set[str] = set()
    for _, wish, activity in activities_of(plan):
        if wish.id not in told:
            yield wish.id, wish.words
        told.add(wish.id)
        if is_printed(activity):
            yield from _of_activity(activity, names.get(activity.service or "", ""))
    for focus in plan.focuses:
        yield from ((wish.id, wish.words) for wish in focus.wishes if wish.id not in told)


def _of_activity(activity: Activity, service: str) -> Iterator[Line]:
    yield activity.id, activity.what
    if activity.who is Doer.ACTOR and activity.actor:
        yield f"{activity.id}/who", activity.actor
    else:
        yield f"{activity.id}{SERVICE}", service


def lines_to_look_at(desk: Desk, course: Course, with_alias: bool = False) -> tuple[LineToLookAt, ...]:
    """Return the lines of the plan's paper that give the programme away or may identify someone, in its order."""
    return look_at(desk, plan_lines(desk, course, with_alias))


def look_at(desk: Desk, lines: Sequence[Line]) -> tuple[LineToLookAt, ...]:
    """Return those of a paper's lines that give the programme away or may identify someone, in their order."""
    words = {found.place: found.words for found in find_giveaways(lines, read_words(desk))}
    looked = (LineToLookAt(place, text, words.get(place, ()), _findings(desk, place, text)) for place, text in lines)
    return tuple(line for line in looked if line.words or line.findings)


def _findings(desk: Desk, place: str, text: str) -> tuple[Finding, ...]:
    # The worker's own line, the names of services and the alias are outside the name guard (model 19).
    if place == CONTACT or place.endswith((ALIAS, SERVICE)):
        return ()
    return tuple(dict.fromkeys(hint.finding for hint in check_text(desk, text)))
