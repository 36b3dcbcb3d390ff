"""What is kept in one course, entry by entry, in plain words to the citizen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from exit_desktop.charts.network_words import TIES
from exit_desktop.domain.consents import is_to_coordinator
from exit_desktop.domain.contacts import Contact
from exit_desktop.domain.courses import Consent, Course, Sharing
from exit_desktop.domain.network import NetworkPerson, SupportTask
from exit_desktop.domain.plans import Activity, Doer, PlanVersion, Wish
from exit_desktop.paper.record import Entry, Row
from exit_desktop.services import stored_words as words
from exit_desktop.services.labels import (
    ACTIVITY_STATUSES,
    CONTACT_KINDS,
    FOCUS_AREAS_ON_PAPER,
    HOW_GIVEN,
    MILESTONE_KINDS,
    PHASES,
    WORK_KINDS,
)
from exit_desktop.system.language import Texts

NOTHING = ""


def rows(*pairs: tuple[str, str]) -> tuple[Row, ...]:
    """Return a row for each label with something to say."""
    return tuple(Row(text.strip(), label) for label, text in pairs if text.strip())


def day(t: Texts, on: date | None) -> str:
    """Return a date, or nothing."""
    return t.date(on) if on else NOTHING


def moment(t: Texts, on: date, at: time | None) -> str:
    """Return a date with its time of day where there is one."""
    return t("{day} at {time}", day=t.date(on), time=t.time(at)) if at else t.date(on)


def contact_entry(contact: Contact, t: Texts) -> Entry:
    """Return a contact: when, how and with whom, what became of it, and the note."""
    when = moment(t, contact.on, contact.at)
    head = f"{when} · {t(CONTACT_KINDS[contact.kind])} {t(words.PARTIES[contact.party])}"
    place = [t(words.PLACES[contact.place]) if words.PLACES[contact.place] else "", contact.place_words.strip()]
    minutes = (
        t("{what} {count} min", what=t(WORK_KINDS[one.kind]), count=t.number(one.minutes)) for one in contact.minutes
    )
    others = contact.with_whom.strip()
    facts = (
        t(words.CONTACT_STATES[contact.state]),
        ": ".join(part for part in place if part),
        t("Others who took part: {whom}", whom=others) if others else "",
        ", ".join(minutes),
    )
    return Entry(head, rows((NOTHING, " · ".join(part for part in facts if part)), (NOTHING, contact.note)))


def person_entry(person: NetworkPerson, t: Texts) -> Entry:
    """Return somebody around the citizen."""
    head = t("{role}, {name}", role=person.role, name=person.name) if person.name else person.role
    half = t("Professional") if person.professional else t("Private")
    return Entry(
        head,
        rows(
            (t("Kind"), half),
            (t("How close"), t(TIES[person.strength])),
            (t("Knows about"), person.knows),
            (t("Note"), person.note),
        ),
    )


def task_entry(task: SupportTask, people: tuple[NetworkPerson, ...], t: Texts) -> Entry:
    """Return a support task and who has it."""
    taker = next((person for person in people if person.id == task.taker), None)
    return Entry(
        task.what,
        rows(
            (t("Who has it"), t(words.HOLDERS[task.holder])),
            (t("Who takes over"), taker.name or taker.role if taker else ""),
            (t("Handed over on"), day(t, task.moved_on)),
            (t("Tried out on"), day(t, task.tried_out_on)),
            (t("How it went"), task.how_it_went),
        ),
    )


def network_entries(course: Course, t: Texts) -> Iterator[Entry]:
    """Yield the people, the tasks, the meetings with them and what is to come afterwards."""
    yield from (person_entry(person, t) for person in course.network)
    yield from (task_entry(task, course.network, t) for task in course.handover.tasks)
    for meeting in course.handover.meetings:
        told = rows((t("Who came"), meeting.who_came), (t("Note"), meeting.note))
        yield Entry(t("Network meeting {date}", date=t.date(meeting.on)), told)
    afterwards = rows(
        (t("Long-term plan"), course.handover.long_term_plan),
        (t("Who is responsible then"), course.handover.responsible_actor),
    )
    if afterwards:
        yield Entry(t("The time afterwards"), afterwards)


def consent_entry(consent: Consent, t: Texts) -> Entry:
    """Return a yes: to whom, what, from when, and when it was taken back."""
    ends = (t("Ends, or taken back"), day(t, consent.withdrawn_on))
    since = (t("From"), day(t, consent.given_on))
    if is_to_coordinator(consent):
        what = next((t(text) for code, text in words.SHARING.items() if code == consent.what), consent.what)
        return Entry(t("The coordinator"), rows((t("What"), what), since, ends))
    how = (t("How you said yes"), t(HOW_GIVEN[consent.kind]))
    return Entry(consent.with_whom, rows((t("What"), consent.what), since, how, ends))


def sharing_entry(course: Course, t: Texts) -> Entry:
    """Return what the coordinator may see now."""
    anonymous = t("Yes. It is written into no case elsewhere") if course.anonymous else t("No")
    told = rows(
        (t("What the coordinator may see"), t(words.SHARING[course.sharing])),
        (t("Anonymous course"), anonymous),
        (t("Code of your course"), course.wire_code if course.sharing in (Sharing.CODED, Sharing.FULL) else ""),
    )
    return Entry(t("Right now"), told)


def milestone_entries(course: Course, t: Texts) -> Iterator[Entry]:
    """Yield the days that changed something."""
    for one in course.milestones:
        yield Entry(f"{t.date(one.on)} · {t(MILESTONE_KINDS[one.kind])}", rows((NOTHING, one.words)))


@dataclass(frozen=True, slots=True)
class PlanReader:
    """The words of a paper, and what the services of a plan are called on it."""

    t: Texts
    services: dict[str, str]

    def version(self, plan: PlanVersion) -> Iterator[Entry]:
        """Yield a version of the plan: what it is, then each wish with what is to be done."""
        t = self.t
        kept = t(words.FROZEN_BY[plan.frozen_by]) if plan.frozen_by else ""
        took = {None: "", True: t("Yes"), False: t("No")}[plan.citizen_took_part]
        told = rows(
            (t("Begun on"), day(t, plan.opened_on)),
            (t("Kept as it was on"), ", ".join(part for part in (day(t, plan.frozen_on), kept) if part)),
            (t("Look at it again on"), day(t, plan.review_on)),
            (t("You took part"), took),
        )
        yield Entry(t("Version {number}", number=plan.number), told)
        for focus in plan.focuses:
            area = f"{t(FOCUS_AREAS_ON_PAPER[focus.area])} · {t(PHASES[focus.phase])}"
            if focus.why or not focus.wishes:
                yield Entry(area, rows((t("Why"), focus.why)))
            for wish in focus.wishes:
                yield self.wish(area, wish)

    def wish(self, area: str, wish: Wish) -> Entry:
        """Return a wish with its activities under it."""
        done = tuple(row for activity in wish.activities for row in self.activity(activity))
        return Entry(area, (*rows((self.t("What you wish"), wish.words)), *done))

    def activity(self, activity: Activity) -> tuple[Row, ...]:
        """Return one thing to do and what is written about it."""
        t = self.t
        when = moment(t, activity.by, activity.at) if activity.by else ""
        who = activity.actor if activity.who is Doer.ACTOR and activity.actor else t(words.DOERS[activity.who])
        facts = (who, self.services.get(activity.service or "", ""), when, t(ACTIVITY_STATUSES[activity.status]))
        under = [", ".join(part for part in facts if part.strip())]
        if activity.agreement.strip():
            under.append(t("Agreement: {words}", words=activity.agreement.strip()))
        if activity.evaluation.strip() or activity.evaluated_on:
            went = f"{day(t, activity.evaluated_on)} {activity.evaluation}".strip()
            under.append(t("How it went: {words}", words=went))
        if activity.goes_on_after:
            under.append(t("Goes on after the course"))
        return (Row("\n".join(under), activity.what.strip() or t("To do")),)
