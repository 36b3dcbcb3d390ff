"""A course in which every field of a citizen's holds a word of its own, so that a test can look for each of them."""

from dataclasses import replace
from datetime import date, time

from exit_desktop.domain.answers import Answer, AnswerState, EarlierAnswer, Respondent
from exit_desktop.domain.calendar import (
    Calendar,
    Closing,
    ClosingKind,
    ClosingReason,
    Pause,
    PauseReason,
    Phase,
    Replan,
    StartCorrection,
    Transition,
)
from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Minutes, Party, PlaceKind, WorkKind
from exit_desktop.domain.courses import (
    CameThrough,
    Consent,
    Course,
    HowGiven,
    Milestone,
    MilestoneKind,
    Orientation,
    Retention,
    Sharing,
    TargetGroup,
)
from exit_desktop.domain.expectations import Expected, Gate, GateReason
from exit_desktop.domain.indicators import Indicator, NotSuitable
from exit_desktop.domain.network import Handover, NetworkMeeting, NetworkPerson, SupportTask, TaskHolder
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer, Focus, FocusArea, PlanVersion, Wish
from exit_desktop.domain.submissions import Part, Submission, SubmissionKind
from support.courses import make_course, uid

START = date(2026, 2, 2)
PLANTED = (
    "Mågen",
    "vurderingsord",
    "hasteord",
    "rettelsesord",
    "omplanord",
    "faseord",
    "pausenote",
    "slutnote",
    "milepælsord",
    "gemmegrund",
    "stedord",
    "medord",
    "samtalenote",
    "alenenote",
    "begrundelsesord",
    "ønskeord",
    "gøreord",
    "aktørord",
    "aftaleord",
    "evalueringsord",
    "rolleord",
    "navneord",
    "vidensord",
    "personnote",
    "opgaveord",
    "gikord",
    "mødefolk",
    "mødenote",
    "langtidsord",
    "ansvarsord",
    "modtagerord",
    "delingsord",
    "svarnote",
    "ændringsgrund",
    "lågeord",
    "passerord",
)
LATER = "bin-ord"


def crowded_course(alias: str = "Mågen", number: int = 1) -> Course:
    """The course; every word of PLANTED stands in it, each in another field."""
    base = make_course(alias, number, START)
    return replace(
        base,
        calendar=_calendar(number),
        sharing=Sharing.CODED,
        orientation=Orientation(CameThrough.NGO, TargetGroup.INSIDE, "vurderingsord", "hasteord"),
        submissions=(_reading(number),),
        plans=(_plan(number),),
        contacts=_contacts(number),
        network=(NetworkPerson(_id(number, 60), "rolleord", "navneord", True, 3, "vidensord", "personnote"),),
        handover=_handover(number),
        consents=(
            Consent(_id(number, 70), HowGiven.PAPER, "modtagerord", "delingsord", START, date(2026, 5, 5)),
            Consent(_id(number, 71), HowGiven.SHARING, "", "coded", START),
        ),
        milestones=(Milestone(_id(number, 72), START, MilestoneKind.MOVED, "milepælsord"),),
        retention=Retention(date(2027, 9, 1), "gemmegrund"),
        gate_reasons=(GateReason(_id(number, 73), Gate.TO_TWO, Expected.NETWORK_BEGUN, "lågeord", START),),
        not_suitable=(NotSuitable(_id(number, 74), Indicator.FOCUS_AREAS, "passerord", START),),
    )


def _id(number: int, part: int) -> str:
    return uid(number * 1000 + 100 + part)


def _calendar(n: int) -> Calendar:
    return Calendar(
        date(2026, 1, 5),
        START,
        transitions=(Transition(_id(n, 1), Phase.TWO, date(2026, 6, 2), "faseord"),),
        replans=(Replan(_id(n, 2), START, START, 7, "omplanord"),),
        pauses=(Pause(_id(n, 3), date(2026, 3, 1), date(2026, 3, 9), PauseReason.HOSPITAL, "pausenote"),),
        closings=(
            Closing(_id(n, 4), date(2026, 8, 1), ClosingKind.EARLY, ClosingReason.OTHER, "slutnote", date(2026, 8, 9)),
        ),
        corrections=(StartCorrection(_id(n, 5), date(2026, 2, 1), START, "rettelsesord"),),
    )


def _contacts(n: int) -> tuple[Contact, ...]:
    minutes = (Minutes(WorkKind.TRANSPORT, 25),)
    return (
        Contact(
            _id(n, 10),
            date(2026, 2, 9),
            time(10, 30),
            place=PlaceKind.OUT,
            place_words="stedord",
            with_whom="medord",
            minutes=minutes,
            note="samtalenote",
        ),
        Contact(_id(n, 11), date(2026, 3, 9), kind=ContactKind.PHONE, party=Party.ALONE, note="alenenote"),
        Contact(_id(n, 12), date(2026, 4, 9), state=ContactState.DID_NOT_COME),
    )


def _plan(n: int) -> PlanVersion:
    activity = Activity(
        _id(n, 20),
        "gøreord",
        Doer.ACTOR,
        "aktørord",
        by=date(2026, 4, 1),
        at=time(9, 15),
        status=ActivityStatus.DONE,
        agreement="aftaleord",
        evaluation="evalueringsord",
        evaluated_on=date(2026, 4, 2),
        goes_on_after=True,
    )
    wish = Wish(_id(n, 21), "ønskeord", (activity,))
    focus = Focus(_id(n, 22), FocusArea.HOUSING, Phase.ONE, "begrundelsesord", (wish,))
    return PlanVersion(_id(n, 23), 1, START, (focus,), date(2026, 5, 1), True)


def _handover(n: int) -> Handover:
    task = SupportTask(_id(n, 30), "opgaveord", TaskHolder.SHARED, _id(n, 60), START, START, "gikord")
    meeting = NetworkMeeting(_id(n, 31), START, "mødefolk", "mødenote")
    return Handover((task,), (meeting,), "langtidsord", "ansvarsord")


def _reading(n: int) -> Submission:
    earlier = (EarlierAnswer(3, AnswerState.ANSWERED, date(2026, 2, 10), "ændringsgrund"),)
    answers = (
        Answer(instrument="life_situation", version=1, question="money", value=7, note="svarnote", earlier=earlier),
        Answer(instrument="life_situation", version=1, question="money", value=9, respondent=Respondent.WORKER),
        Answer(instrument="selling", version=1, question="goal", value="better_conditions"),
    )
    parts = (Part("life_situation", 1), Part("selling", 1))
    return Submission(_id(n, 40), SubmissionKind.READING, START, finished_on=START, parts=parts, answers=answers)
