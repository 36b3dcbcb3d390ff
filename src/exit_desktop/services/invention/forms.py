"""The forms of an invented course: what the worker knew at each reading, by the threads that all of it is told by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from exit_desktop.domain.answers import Answer, Respondent, Value, source_of
from exit_desktop.domain.calendar import Occasion, standing_closing
from exit_desktop.domain.forms import form_of
from exit_desktop.domain.plans import FocusArea
from exit_desktop.domain.submissions import Part, Submission, SubmissionKind, finished_readings
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.engine import visible_questions
from exit_desktop.services.invention.seeds import workday
from exit_desktop.services.invention.storylines import THREADS
from exit_desktop.services.prefill import prefill, with_sources, write_by_itself
from exit_desktop.system.resources import resource_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from exit_desktop.domain.courses import Course
    from exit_desktop.instruments.definition import Question
    from exit_desktop.services.invention.story import Story

_FIXED = 1
_DEGREES = ("high", "some", "little", "not_at_all")
_SERVICES = {
    "debt": "financial_advice",
    "roof": "housing_support",
    "lease": "housing_support",
    "circle": "network_groups",
    "anxiety": "psychologist",
    "sleep": "psychiatric_treatment",
    "body": "somatic_treatment",
    "smoke": "social_drug_treatment",
    "drink": "social_drug_treatment",
    "school": "education_guidance",
    "job": "job_coaching",
    "days": "exercise",
}
_DIFFICULTIES = {
    "anxiety": "stress_anxiety",
    "sleep": "sleeplessness",
    "smoke": "from_substances",
    "drink": "from_substances",
}
_WORKED_ON = {
    FocusArea.FINANCES: "finances_debt",
    FocusArea.HOUSING: "housing",
    FocusArea.MENTAL_HEALTH: "treatment",
    FocusArea.EDUCATION_WORK: "education_work",
    FocusArea.DAILY_ACTIVITIES: "leisure",
}


@cache
def _catalogue() -> Catalogue:
    return Catalogue(resource_folder("instruments"))


@dataclass(frozen=True, slots=True)
class _Moment:
    """What can be known of a citizen on one date."""

    story: Story
    on: date

    @property
    def threads(self) -> tuple[str, ...]:
        return self.story.line.threads

    @property
    def done(self) -> float:
        return self.story.progress(self.on)

    def has(self, *threads: str) -> bool:
        """Return whether one of these threads is in the story."""
        return any(thread in self.threads for thread in threads)

    def late(self, *threads: str) -> bool:
        """Return whether one of these threads has come further than its beginning."""
        return any(t in self.threads and self.story.stage(t, self.on) in ("work", "steady") for t in threads)

    def always(self, what: str, chance: float) -> bool:
        """Return the same yes or no on every date."""
        return Random(f"{self.story.began}/{self.threads}/{what}").random() < chance  # noqa: S311 - practice is repeated


def invent_forms(story: Story, course: Course) -> tuple[Submission, ...]:
    """Return the forms of a course until today: one beside most readings, the last now and then not made yet."""
    told = course
    for number, (occasion, on) in enumerate(_days(story, course)):
        kind = form_of(occasion)
        skipped = kind is SubmissionKind.ONGOING_FORM and (number + len(story.line.threads)) % 5 == 0
        if not skipped:
            made = _form(story, told, Submission(story.id(), kind, on, occasion))
            told = replace(told, submissions=(*told.submissions, made))
    if story.situation.draft:
        told = replace(told, submissions=(*told.submissions, _draft(story, told)))
    return told.submissions[len(course.submissions) :]


def _days(story: Story, course: Course) -> list[tuple[Occasion, date]]:
    days: dict[Occasion, date] = {}
    for reading in finished_readings(course.submissions):
        on = workday(reading.held_on + timedelta(days=story.rng.randrange(0, 4)))
        if reading.occasion not in (None, Occasion.EXTRA, Occasion.END) and on <= story.last_day:
            days[reading.occasion] = on
    ended = standing_closing(course.calendar)
    if ended is not None:
        days[Occasion.END] = ended.on
    return list(days.items())


def _form(story: Story, course: Course, bare: Submission) -> Submission:
    form = _begun(course, bare)
    answers = _answers(story, course, form)
    part = replace(form.parts[0], answered_on=form.held_on)
    return replace(form, finished_on=form.held_on, parts=(part,), answers=answers)


def _draft(story: Story, course: Course) -> Submission:
    """Return the form that the worker began some days ago and left after its first sections."""
    on = workday(story.today - timedelta(days=3))
    form = _begun(course, Submission(story.id(), SubmissionKind.ONGOING_FORM, on, Occasion.M06))
    answers = _answers(story, course, form)[:6]
    return replace(form, parts=(replace(form.parts[0], answered_on=on),), answers=answers)


def _begun(course: Course, bare: Submission) -> Submission:
    blank = replace(bare, language=course.citizen.language, parts=(Part(bare.kind.value, _FIXED),))
    return write_by_itself(_catalogue(), course, blank)


def _answers(story: Story, course: Course, form: Submission) -> tuple[Answer, ...]:
    instrument = _catalogue().get(form.kind.value, _FIXED)
    proposals = prefill(_catalogue(), course, form)
    moment = _Moment(story, form.held_on)
    given: dict[str, Answer] = {}
    for question in instrument.questions:
        known = proposals.get(question.key)
        counted = known is not None and question.computed != "latest_form"
        value = known.value if known is not None and counted else _value(moment, question)
        if value is not None:
            given[question.key] = Answer(
                instrument=instrument.id,
                version=_FIXED,
                question=question.key,
                respondent=Respondent.WORKER,
                value=value,
                source=source_of(value, None),
            )
    asked = {question.key for question in visible_questions(instrument, given)}
    return tuple(with_sources((answer for key, answer in given.items() if key in asked), proposals))


def _value(moment: _Moment, question: Question) -> Value:
    key = question.key
    for beginning, rule in _BY_BEGINNING.items():
        if key.startswith(beginning):
            return rule(moment, key.removeprefix(beginning))
    found = _RULES.get(key)
    return found(moment) if found else None


def _services(moment: _Moment) -> Value:
    attached = {_SERVICES[t] for t in moment.threads if t in _SERVICES and moment.late(t)}
    options = _options("services_now")
    return tuple(one for one in options if one in attached) or ("none",)


def _options(key: str) -> tuple[str, ...]:
    question = _catalogue().get("start_form", _FIXED).question(key)
    return tuple(option.key for option in question.options) if question else ()


def _income(moment: _Moment) -> Value:
    wage = moment.has("job") and moment.done > 0.6
    student = moment.has("school") and moment.done > 0.5
    selling = moment.always("selling", moment.story.line.paid) and moment.done < 0.5
    own = ("wage",) if wage else ("student_grant",) if student else ("cash_benefit",)
    return (*own, "selling_sex") if selling else own


def _employment(moment: _Moment) -> Value:
    if moment.has("job"):
        return "employed" if moment.done > 0.6 else "activation" if moment.done > 0.35 else "unemployed"
    if moment.has("school") and moment.done > 0.5:
        return "in_education"
    return "on_sick_leave" if moment.has("anxiety", "body", "drink") else "unemployed"


def _housing(moment: _Moment) -> Value:
    if moment.has("roof"):
        return "rented" if moment.done > 0.55 else "shelter" if moment.done > 0.25 else "with_acquaintances"
    return "rented"


def _trouble(moment: _Moment, *threads: str) -> Value:
    """Return how hard something is: less with every month where a thread is about it, little where none is."""
    if not moment.has(*threads):
        return "not_at_all" if moment.done > 0.4 else "little"
    return _DEGREES[min(3, int(moment.done * 3.6))]


def _difficulties(moment: _Moment) -> Value:
    there = {_DIFFICULTIES[t] for t in moment.threads if t in _DIFFICULTIES}
    if moment.always("double_life", 0.4):
        there.add("double_life")
    return tuple(one for one in _options("mental_difficulties") if one in there) or ("none",)


def _debt(moment: _Moment, whom: str) -> Value:
    chance = {"bank": 0.6, "consumer_credit": 0.7, "public": 0.8, "friends_family": 0.3}.get(whom, 0.12)
    return moment.always(f"debt_to_{whom}", chance)


def _knows(moment: _Moment, who: str) -> Value:
    if (who == "partner" and not moment.always("partner", 0.27)) or (
        who == "children" and not moment.always("children", 0.44)
    ):
        return None
    return moment.always(f"knows_{who}", {"partner": 0.74, "friends": 0.6}.get(who, 0.38))


def _misuse(moment: _Moment, kind: str) -> Value:
    if kind == "alcohol":
        return moment.has("drink")
    return moment.has("smoke") if kind == "cannabis" else moment.always("hard_drugs", 0.2)


def _wants(moment: _Moment, area: str) -> Value:
    ours = any(THREADS[thread].area.value == area for thread in moment.threads)
    return ours or (moment.done < 0.3 and moment.always(f"wants_{area}", 0.35))


def _met(moment: _Moment, area: str) -> Value:
    if moment.done < 0.05:
        return None
    ours = any(THREADS[thread].area.value == area for thread in moment.threads)
    return _DEGREES[max(0, 2 - int(moment.done * 3) - ours)]


def _activities(moment: _Moment) -> Value:
    done = {_WORKED_ON[THREADS[t].area] for t in moment.threads if THREADS[t].area in _WORKED_ON}
    question = _catalogue().get("ongoing_form", _FIXED).question("activities_worked_on")
    options = tuple(option.key for option in question.options) if question else ()
    done |= {"social_support_talks", "contact_to_services"}
    return tuple(one for one in options if one in done)


_BY_BEGINNING = {
    "debt_to_": _debt,
    "knows_": _knows,
    "misuse_": _misuse,
    "wants_help_": _wants,
    "need_met_": _met,
}
_RULES: dict[str, Callable[[_Moment], Value]] = {
    "services_now": _services,
    "income_source": _income,
    "has_debt": lambda m: m.has("debt", "budget") or m.always("has_debt", 0.6),
    "employment": _employment,
    "housing": _housing,
    "trouble_paying_housing": lambda m: _trouble(m, "roof", "lease", "budget", "debt"),
    "weak_network": lambda m: _trouble(m, "family", "circle", "days"),
    "partner": lambda m: m.always("partner", 0.27),
    "children": lambda m: m.always("children", 0.44),
    "mental_difficulties": _difficulties,
    "in_mental_treatment": lambda m: m.late("anxiety", "sleep"),
    "physical_problem": lambda m: m.has("body"),
    "misuse": lambda m: m.has("smoke", "drink"),
    "activities_worked_on": _activities,
    "needs_met": lambda m: "high" if m.done > 0.4 else "some",
    "goal_reached": lambda m: "high" if m.done > 0.9 else "some" if m.done > 0.6 else "little",
    "long_term_plan": lambda m: m.done > 0.8,
    "responsible_actor": lambda m: m.done > 0.8,
    "responsible_actor_kind": lambda m: "housing_support" if m.has("roof", "lease") else "municipal_worker",
}
