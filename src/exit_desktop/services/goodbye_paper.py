"""The citizen's paper at the end: what was agreed and who to call, in plain words, and which lines to look at first."""

import re
from collections.abc import Iterator
from datetime import date

from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import SupportTask, TaskHolder, person_order
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer, current_plan, standing_activities
from exit_desktop.paper.goodbye import Agreed, Block, GoodbyePaper, print_goodbye
from exit_desktop.services.closing import day_of_erasure, day_to_come_back
from exit_desktop.services.desk import Desk
from exit_desktop.services.network_map import taker_of, tasks_in
from exit_desktop.services.paper_lines import ALIAS, CONTACT, SERVICE, Line, LineToLookAt, contact_line, look_at
from exit_desktop.services.papers import PaperChoice
from exit_desktop.services.service_list import Service, list_services, name_on_paper
from exit_desktop.system.language import Texts

PLAN, RESPONSIBLE, WHO = "long-term-plan", "responsible", "/who"
# How a service is reached; like its name outside the name guard.
REACHED = f"/reached{SERVICE}"
# Whose hands are on it when the worker has gone.
_STAYS = (TaskHolder.CITIZEN, TaskHolder.NETWORK, TaskHolder.SHARED, TaskHolder.WORKER)


def goodbye_lines(desk: Desk, course: Course, with_alias: bool = False) -> tuple[Line, ...]:
    """Return every line of the paper that somebody wrote, with its place, in the order of the paper."""
    alias = ((ALIAS, course.citizen.alias),) if with_alias else ()
    handover = course.handover
    written = (
        *alias,
        *_agreed_lines(course),
        (PLAN, handover.long_term_plan),
        *((task.id, task.what) for task in _tasks(course)),
        *((person.id, person.role) for person in sorted(course.network, key=person_order) if _takes(course, person.id)),
        (RESPONSIBLE, handover.responsible_actor),
        *_responsible_lines(desk, course),
        *_service_lines(desk, course),
        (CONTACT, contact_line(desk)),
    )
    return tuple(line for line in written if line[1].strip())


def _agreed_lines(course: Course) -> Iterator[Line]:
    for activity in _going_on(course):
        yield activity.id, activity.what
        if activity.who is Doer.ACTOR:
            yield f"{activity.id}{WHO}", activity.actor


def _responsible_lines(desk: Desk, course: Course) -> Iterator[Line]:
    service = _service_of_responsible(desk, course)
    if service is not None and service not in _services(desk, course):
        yield f"{service.id}{REACHED}", service.contact_details


def _service_lines(desk: Desk, course: Course) -> Iterator[Line]:
    t = Texts(course.citizen.language)
    for service in _services(desk, course):
        yield f"{service.id}{SERVICE}", name_on_paper(service, t)
        yield f"{service.id}{REACHED}", service.contact_details


def goodbye_lines_to_look_at(desk: Desk, course: Course, with_alias: bool = False) -> tuple[LineToLookAt, ...]:
    """Return the lines that give the programme away or may identify someone, in the order of the paper."""
    return look_at(desk, goodbye_lines(desk, course, with_alias))


def goodbye_pdf(desk: Desk, course: Course, choice: PaperChoice, t: Texts) -> bytes:
    """Return the paper as a PDF; what is not written yet has lines to write on."""
    return print_goodbye(goodbye_view(desk, course, choice, t), t, choice.large)


def leaves_lines(desk: Desk, course: Course, choice: PaperChoice) -> bool:
    """Return whether there are lines on the paper to write on by hand."""
    return goodbye_view(desk, course, choice, Texts(course.citizen.language)).to_write


def goodbye_view(desk: Desk, course: Course, choice: PaperChoice, t: Texts) -> GoodbyePaper:
    """Return what the paper shows."""
    return GoodbyePaper(
        made_on=desk.clock.today(),
        opening=t("Here is what we have agreed on for the time ahead. Keep it where you can find it."),
        blocks=(
            Block(t("This is how you go on"), _plan_texts(course, choice), tuple(_agreed(course, choice, t)), t("Who")),
            *_helps(course, choice, t),
            _calls(desk, course, choice, t),
            Block(t("If it gets hard"), _if_hard(desk, course, t)),
            Block(t("What we have written"), _what_is_kept(desk, course, t)),
        ),
        contact=choice.words(CONTACT, contact_line(desk)),
        alias=choice.words(ALIAS, course.citizen.alias) if choice.with_alias else None,
    )


def _plan_texts(course: Course, choice: PaperChoice) -> tuple[str, ...]:
    words = choice.words(PLAN, course.handover.long_term_plan).strip()
    return (words,) if words else ()


def _going_on(course: Course) -> tuple[Activity, ...]:
    return tuple(a for a in standing_activities(current_plan(course.plans)) if a.goes_on_after and a.what.strip())


def _agreed(course: Course, choice: PaperChoice, t: Texts) -> Iterator[Agreed]:
    for activity in _going_on(course):
        what = choice.words(activity.id, activity.what).strip()
        if what:
            yield Agreed(what, _who(activity, choice, t))


def _who(activity: Activity, choice: PaperChoice, t: Texts) -> str:
    """Return who goes on with it; nobody where the worker had a part in it, whose hands are gone by then."""
    if activity.who is Doer.ACTOR:
        return choice.words(f"{activity.id}{WHO}", activity.actor).strip() or t("someone else")
    return t("you") if activity.who is Doer.CITIZEN else ""


def _tasks(course: Course) -> tuple[SupportTask, ...]:
    """Return the tasks that somebody does from now on; what still lies in the worker's hands alone is left out."""
    every = (task for holder in _STAYS for task in tasks_in(course, holder))
    return tuple(task for task in every if task.holder is TaskHolder.CITIZEN or taker_of(task, course) is not None)


def _takes(course: Course, person_id: str) -> bool:
    return any(task.taker == person_id for task in _tasks(course))


def _helps(course: Course, choice: PaperChoice, t: Texts) -> Iterator[Block]:
    rows = tuple(row for task in _tasks(course) if (row := _help(task, course, choice, t)).what)
    if rows:
        yield Block(t("Who does what"), rows=rows, head=t("Who"))


def _help(task: SupportTask, course: Course, choice: PaperChoice, t: Texts) -> Agreed:
    person = None if task.holder is TaskHolder.CITIZEN else taker_of(task, course)
    who = choice.words(person.id, person.role).strip() if person else t("you")
    return Agreed(choice.words(task.id, task.what).strip(), who)


def _calls(desk: Desk, course: Course, choice: PaperChoice, t: Texts) -> Block:
    """Return who can be called; where no number is known there is a line for it, since a name alone is no help."""
    who = _who_to_call(desk, course, choice, t)
    told = (who.what,) if who and not who.to_write else ()
    asked = (who,) if who and who.to_write else ()
    rows = (*asked, *_places(desk, course, choice, t))
    return Block(t("You can call"), told, rows, t("How to reach them"))


def _who_to_call(desk: Desk, course: Course, choice: PaperChoice, t: Texts) -> Agreed | None:
    actor = choice.words(RESPONSIBLE, course.handover.responsible_actor).strip()
    if not actor:
        return None
    service = _service_of_responsible(desk, course)
    reached = choice.words(f"{service.id}{REACHED}", service.contact_details).strip() if service else ""
    who = t("{who}, {reached}", who=actor, reached=reached) if reached else actor
    known = bool(reached) or any(letter.isdigit() for letter in actor)
    return Agreed(t("From now on you can turn to: {who}", who=who), to_write=not known)


def _service_of_responsible(desk: Desk, course: Course) -> Service | None:
    """Return the service that is named as responsible afterwards, the longest name where several fit."""
    actor = course.handover.responsible_actor
    named = [
        one
        for one in list_services(desk)
        if one.name.strip() and re.search(rf"(?<!\w){re.escape(one.name.strip())}(?!\w)", actor, re.IGNORECASE)
    ]
    return max(named, key=lambda one: len(one.name), default=None)


def _services(desk: Desk, course: Course) -> tuple[Service, ...]:
    """Return the services of what goes on, and of what is under way, once each."""
    every = standing_activities(current_plan(course.plans))
    used = {a.service for a in every if a.service and (a.goes_on_after or a.status is ActivityStatus.UNDER_WAY)}
    return tuple(service for service in list_services(desk) if service.id in used)


def _places(desk: Desk, course: Course, choice: PaperChoice, t: Texts) -> Iterator[Agreed]:
    responsible = choice.words(RESPONSIBLE, course.handover.responsible_actor).strip()
    told = _service_of_responsible(desk, course) if responsible else None
    for service in _services(desk, course):
        if service == told:
            continue
        name = choice.words(f"{service.id}{SERVICE}", name_on_paper(service, t)).strip()
        if name:
            reached = choice.words(f"{service.id}{REACHED}", service.contact_details).strip()
            yield Agreed(name, reached, to_write=not reached)


def _if_hard(desk: Desk, course: Course, t: Texts) -> tuple[str, ...]:
    return (
        t("It is all right that some days are hard. Call one of those on this page, rather too soon than too late."),
        _way_back(day_to_come_back(desk, course), desk.clock.today(), t),
        t("Are you in danger right now? Then call 112."),
    )


def _way_back(until: date | None, today: date, t: Texts) -> str:
    if until is None:
        return t("You may come back. For three months we can go on from where we are now.")
    if until < today:
        return t("You may come back. Then we begin anew from where you are.")
    return t("You may come back. Until {date} we can go on from where we are now.", date=t.date(until))


def _what_is_kept(desk: Desk, course: Course, t: Texts) -> tuple[str, ...]:
    day = day_of_erasure(desk, course)
    kept = (
        t("What we have written together stays locked until {date}. Then I erase it.", date=t.date(day))
        if day
        else t("What we have written together stays locked for a time. Then I erase it.")
    )
    return (kept, t("Until then you can ask to see it. You can also ask to have it erased before."))
