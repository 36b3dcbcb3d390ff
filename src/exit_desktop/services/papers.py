"""Papers that leave the program in clear text: the plan, the citizen's sheet, blank readings, the key sheet.

They are made in memory. A paper shows no alias unless ticked, and where a line gives away what the programme is, the
worker has decided what to do with it before (`PaperChoice`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from exit_desktop.charts.curve import draw_curve
from exit_desktop.charts.drawing import Size
from exit_desktop.charts.star import StarArea, StarView, draw_star
from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.contacts import Contact, next_planned
from exit_desktop.domain.courses import Course
from exit_desktop.domain.planning import freeze_plan
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer, FrozenBy, PlanVersion, current_plan
from exit_desktop.instruments.definition import Instrument, Kind
from exit_desktop.paper.fonts import measure
from exit_desktop.paper.plan import PlanActivity, PlanArea, PlanView
from exit_desktop.paper.plan import print_plan as plan_paper
from exit_desktop.paper.recovery import RecoveryView, print_recovery_sheet
from exit_desktop.paper.sheet import CURVE_WIDTH, STAR_WIDTH, SheetRow, SheetView, print_sheet
from exit_desktop.services.charting import area_keys, curve_view, star_view
from exit_desktop.services.desk import Act, Desk, commit_course, log_use
from exit_desktop.services.giveaway import GiveawayLine, find_giveaways, read_words
from exit_desktop.services.labels import FOCUS_AREAS_ON_PAPER
from exit_desktop.services.paper_lines import ALIAS, CONTACT, SERVICE, contact_line, is_printed, plan_lines
from exit_desktop.services.scores import LIFE_SITUATION, StarReading, read_scores
from exit_desktop.services.service_list import list_services, name_on_paper
from exit_desktop.system.language import Texts
from exit_desktop.vault.settings import read_setting, save_setting

STAR_HEIGHT, CURVE_HEIGHT = 330.0, 150.0


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """What the worker chose for a paper; `left_out` and `reworded` name lines by their place (an id)."""

    large: bool = False
    with_alias: bool = False
    left_out: frozenset[str] = frozenset()
    reworded: Mapping[str, str] = field(default_factory=dict, repr=False)

    def words(self, place: str, text: str) -> str:
        """Return what is printed for a line: as said, other words, or nothing."""
        return "" if place in self.left_out else self.reworded.get(place, text)


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What the citizen's sheet shows; the risk line and its words only where ticked."""

    with_alias: bool = False
    with_risk: bool = False
    left_out: frozenset[str] = frozenset()


def giveaways(desk: Desk, course: Course, with_alias: bool = False) -> tuple[GiveawayLine, ...]:
    """Return the lines of the plan's paper in which a word of the give-away list stands."""
    return find_giveaways(plan_lines(desk, course, with_alias), read_words(desk))


def plan_pdf(desk: Desk, course: Course, choice: PaperChoice, t: Texts) -> bytes:
    """Return the plan as a PDF, blank paper when there is none yet."""
    plan = current_plan(course.plans)
    today = desk.clock.today()
    following = next_planned(course.contacts, today)
    services = {service.id: name_on_paper(service, t) for service in list_services(desk)}
    areas = _areas(plan, services, choice, t) if plan else ()
    view = PlanView(
        made_on=(plan.frozen_on or today) if plan and areas else None,
        review_on=plan.review_on if plan else None,
        areas=areas,
        next_meeting=_next_meeting(following, choice, t) if following else "",
        contact=choice.words(CONTACT, contact_line(desk)),
        alias=choice.words(ALIAS, course.citizen.alias) if choice.with_alias else None,
    )
    return plan_paper(view, t, choice.large)


def _areas(plan: PlanVersion, services: Mapping[str, str], choice: PaperChoice, t: Texts) -> tuple[PlanArea, ...]:
    areas: list[PlanArea] = []
    for focus in plan.focuses:
        label = t(FOCUS_AREAS_ON_PAPER[focus.area])
        for wish in focus.wishes:
            words = choice.words(wish.id, wish.words)
            rows = tuple(row for a in wish.activities if (row := _activity(a, services, choice, t)))
            if words.strip() or rows:
                areas.append(PlanArea(label, (words,) if words.strip() else (), rows))
                label = ""
    return tuple(areas)


def _activity(activity: Activity, services: Mapping[str, str], choice: PaperChoice, t: Texts) -> PlanActivity | None:
    what = choice.words(activity.id, activity.what).strip()
    if not what or not is_printed(activity):
        return None
    place = choice.words(f"{activity.id}{SERVICE}", services.get(activity.service or "", "")).strip()
    who = _actor(activity, place, choice, t) if activity.who is Doer.ACTOR else _who(activity.who, place, t)
    return PlanActivity(what, who, _when(activity, t), activity.status is ActivityStatus.DONE)


def _actor(activity: Activity, place: str, choice: PaperChoice, t: Texts) -> str:
    return choice.words(f"{activity.id}/who", activity.actor).strip() or place or t("someone else")


def _who(doer: Doer, place: str, t: Texts) -> str:
    who = {Doer.CITIZEN: t("you"), Doer.WORKER: t("I help"), Doer.TOGETHER: t("you and I, together")}[doer]
    return t("{who}, at {place}", who=who, place=place) if place else who


def _when(activity: Activity, t: Texts) -> str:
    if activity.by is None:
        return ""
    if activity.at is None:
        return t.date(activity.by, "day")
    return t("{date} at {time}", date=t.date(activity.by, "day"), time=t.time(activity.at))


def _next_meeting(contact: Contact, choice: PaperChoice, t: Texts) -> str:
    day = t.date(contact.on, "weekday")
    place = choice.words(f"{contact.id}/place", contact.place_words)
    if contact.at is None:
        return t("{day}, {place}", day=day, place=place) if place else day
    time = t.time(contact.at)
    if place:
        return t("{day} at {time}, {place}", day=day, time=time, place=place)
    return t("{day} at {time}", day=day, time=time)


def record_plan_paper(desk: Desk, course: Course, act: Act) -> Course:
    """Write that the plan was printed or saved; its version becomes fast."""
    after = freeze_plan(course, FrozenBy.PRINT, desk.clock.today())
    if after is not course:
        return commit_course(desk, course, after, "plan", act)
    log_use(desk, act, "plan", course.id)
    return course


def sheet_pdf(desk: Desk, course: Course, choice: SheetChoice, t: Texts) -> bytes:
    """Return the citizen's sheet: star and well-being curve on one page, paper to write on when there is no reading."""
    scores = read_scores(desk.catalogue, course)
    instrument = desk.catalogue.get(LIFE_SITUATION)
    shown = _two(scores.stars)
    drawn = _with_paper_labels(star_view(instrument, shown, t, choice.left_out), instrument, choice.left_out, t)
    curve = curve_view(scores.wellbeing, course.milestones, t, choice.with_risk)
    view = SheetView(
        made_on=desk.clock.today(),
        changes=tuple(area_words(scores.changes, instrument, choice.left_out, t)),
        rows=_rows(instrument, shown, choice.left_out, t),
        star=draw_star(drawn, Size(STAR_WIDTH, STAR_HEIGHT), t, measure) if shown else None,
        curve=draw_curve(curve, Size(CURVE_WIDTH, CURVE_HEIGHT), t, measure) if scores.wellbeing else None,
        risk_words=t("Under 50 can mean a risk of stress or depression.") if choice.with_risk else "",
        contact=contact_line(desk),
        alias=course.citizen.alias if choice.with_alias else None,
    )
    return print_sheet(view, t)


def sheet_areas(desk: Desk, t: Texts) -> dict[str, str]:
    """Return the areas that a sheet can show, in order, each with its label for paper."""
    questions = desk.catalogue.get(LIFE_SITUATION).questions
    return {question.key: question.paper.of(t.language) for question in questions if question.kind is Kind.SCALE}


def _two(stars: tuple[StarReading, ...]) -> tuple[StarReading, ...]:
    """Return the start (or the oldest) and the newest star."""
    if len(stars) < 2:
        return stars
    start = next((star for star in stars if star.occasion is Occasion.M00), stars[0])
    return (start, stars[-1])


def _with_paper_labels(view: StarView, instrument: Instrument, left_out: frozenset[str], t: Texts) -> StarView:
    """Return the star with the labels for paper, the same as in the table beside it."""
    questions = (instrument.question(key) for key in area_keys(instrument) if key not in left_out)
    labels = [question.paper.of(t.language) for question in questions if question]
    return replace(view, areas=tuple(StarArea(label, label) for label in labels))


def _rows(
    instrument: Instrument, shown: tuple[StarReading, ...], left_out: frozenset[str], t: Texts
) -> tuple[SheetRow, ...]:
    keys = [key for key in area_keys(instrument) if key not in left_out] if shown else []
    start = shown[0].values if len(shown) > 1 else {}
    return tuple(
        SheetRow(question.paper.of(t.language), _figure(start.get(key)), _figure(shown[-1].values.get(key)))
        for key in keys
        if (question := instrument.question(key))
    )


def _figure(value: int | None) -> str:
    return "" if value is None else str(value)


def area_words(
    changes: Mapping[str, int | None], instrument: Instrument, left_out: frozenset[str], t: Texts
) -> list[str]:
    """Return the change since the start in words, an area a line, those that changed most first."""
    told = [(change, key) for key, change in changes.items() if change and key not in left_out]
    told.sort(key=lambda pair: -abs(pair[0]))
    return [_change_words(change, key, instrument, t) for change, key in told]


def _change_words(change: int, key: str, instrument: Instrument, t: Texts) -> str:
    question = instrument.question(key)
    area = question.paper.of(t.language) if question else key
    if change > 0:
        return t.plural(
            "{area}: {count} step up since the start", "{area}: {count} steps up since the start", change, area=area
        )
    return t.plural(
        "{area}: {count} step down since the start", "{area}: {count} steps down since the start", -change, area=area
    )


def record_paper(desk: Desk, course: Course | None, kind: str, act: Act) -> None:
    """Write that another paper was printed or saved."""
    log_use(desk, act, kind, course.id if course else None)


def is_understood(desk: Desk, way: Act) -> bool:
    """Return whether the worker has understood what stays where when a paper is printed or saved."""
    with desk.vault.reading() as connection:
        return read_setting(connection, f"understood/{way}") is not None


def remember_understood(desk: Desk, way: Act) -> None:
    """Explain this way out of the program no more."""
    with desk.vault.writing() as connection:
        save_setting(connection, f"understood/{way}", "yes")


def recovery_sheet_pdf(recovery_key: str, vault_number: str, today: date, t: Texts) -> bytes:
    """Return the key sheet: eight groups in large letters under a neutral title."""
    return print_recovery_sheet(RecoveryView(tuple(recovery_key.split("-")), today, vault_number), t)
