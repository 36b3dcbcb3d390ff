"""The words for what the domain counts with: one name per thing on screen, on paper and in commands."""

from exit_desktop.domain.calendar import ClosingKind, ClosingReason, CourseState, Occasion, PauseReason, Phase
from exit_desktop.domain.contacts import ContactKind, ContactState, Party, PlaceKind, WorkKind
from exit_desktop.domain.courses import CameThrough, HowGiven, MilestoneKind, Sharing, TargetGroup
from exit_desktop.domain.directory import AnonymousAccess, ServiceKind
from exit_desktop.domain.due import DueKind
from exit_desktop.domain.expectations import Expected, Gate
from exit_desktop.domain.network import TaskHolder
from exit_desktop.domain.plans import ActivityStatus, Doer, FocusArea
from exit_desktop.domain.scoring import ChangeClass, Improvement
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.system.language import mark

PHASES = {
    Phase.ORIENTATION: mark("Orientation"),
    Phase.ONE: mark("Phase 1"),
    Phase.TWO: mark("Phase 2"),
    Phase.THREE: mark("Phase 3"),
}
STATES = {
    CourseState.ORIENTATION: mark("Orientation"),
    CourseState.ACTIVE: mark("Under way"),
    CourseState.PAUSED: mark("Pause"),
    CourseState.CLOSED: mark("Closed"),
}
OCCASIONS = {
    Occasion.M00: mark("start"),
    Occasion.M02: mark("2 months"),
    Occasion.M04: mark("4 months"),
    Occasion.M06: mark("6 months"),
    Occasion.M08: mark("8 months"),
    Occasion.M10: mark("10 months"),
    Occasion.END: mark("closing"),
    Occasion.EXTRA: mark("extra"),
}
FORMS = {
    SubmissionKind.START_FORM: mark("Start form"),
    SubmissionKind.ONGOING_FORM: mark("Ongoing form"),
    SubmissionKind.CLOSING_FORM: mark("Closing form"),
}
PAUSE_REASONS = {
    PauseReason.HOSPITAL: mark("Hospital"),
    PauseReason.PRISON: mark("Prison"),
    PauseReason.ABROAD: mark("Abroad"),
    PauseReason.OTHER: mark("Something else"),
}
CLOSING_KINDS = {
    ClosingKind.FULL: mark("Ran its time"),
    ClosingKind.EARLY: mark("Ended before time"),
    ClosingKind.NOT_STARTED: mark("Not started"),
}
CLOSING_REASONS = {
    ClosingReason.NO_LONGER_NEEDED: mark("We agreed that it is no longer needed"),
    ClosingReason.CITIZENS_WISH: mark("The citizen wished to stop"),
    ClosingReason.LOST_CONTACT: mark("We lost contact, or the citizen moved"),
    ClosingReason.DID_NOT_WISH: mark("The citizen did not wish a course"),
    ClosingReason.OUTSIDE_TARGET_GROUP: mark("Outside the target group"),
    ClosingReason.SINGLE_ISSUE_ADVICE: mark("Needed advice on one matter only"),
    ClosingReason.SUPPORTED_ELSEWHERE: mark("Already has support elsewhere"),
    ClosingReason.OTHER: mark("Something else"),
}
CONTACT_KINDS = {
    ContactKind.MEETING: mark("Meeting"),
    ContactKind.PHONE: mark("Phone"),
    ContactKind.TEXT: mark("Text message"),
    ContactKind.MAIL: mark("E-mail"),
    ContactKind.OTHER: mark("Other"),
}
PARTIES = {
    Party.CITIZEN: mark("With the citizen"),
    Party.NETWORK: mark("With the network"),
    Party.PROFESSIONAL: mark("With a professional"),
    Party.ALONE: mark("On my own"),
}
CONTACT_STATES = {
    ContactState.PLANNED: mark("Planned"),
    ContactState.HELD: mark("Took place"),
    ContactState.DID_NOT_COME: mark("Did not come"),
    ContactState.CANCELLED_BY_CITIZEN: mark("The citizen cancelled"),
    ContactState.CANCELLED_BY_US: mark("We cancelled"),
    ContactState.NO_ANSWER: mark("No answer"),
}
PLACES = {
    PlaceKind.NONE: mark("No place"),
    PlaceKind.OUT: mark("Out: café, walk, on the way"),
    PlaceKind.HOME: mark("At the citizen's home"),
    PlaceKind.OFFICE: mark("At our office"),
    PlaceKind.SERVICE: mark("At a service or authority"),
    PlaceKind.OTHER: mark("Somewhere else"),
}
WORK_KINDS = {
    WorkKind.PRACTICAL: mark("Practical tasks"),
    WorkKind.SOCIAL_SUPPORT: mark("Social support"),
    WorkKind.COORDINATION: mark("Coordination"),
    WorkKind.TRANSPORT: mark("Transport"),
    WorkKind.SPARRING: mark("Peer sparring"),
    WorkKind.OTHER: mark("Other activities"),
}
SHARING = {
    Sharing.NOT_ASKED: mark("Not asked yet"),
    Sharing.NOTHING: mark("Nothing"),
    Sharing.CODED: mark("Coded: answers, dates and counts, no words"),
    Sharing.FULL: mark("The whole course"),
}
HOW_GIVEN = {
    HowGiven.TALK: mark("Said in a talk"),
    HowGiven.PAPER: mark("Signed on paper"),
    HowGiven.MESSAGE: mark("Written in a message"),
    HowGiven.OTHER: mark("In another way"),
}
CAME_THROUGH = {
    CameThrough.NOT_ASKED: mark("Not asked yet"),
    CameThrough.OWN_INITIATIVE: mark("Own initiative"),
    CameThrough.NGO: mark("An NGO"),
    CameThrough.KC_PROSTITUTION: mark("KC Prostitution"),
    CameThrough.CMM: mark("Centre against Human Trafficking"),
    CameThrough.MUNICIPAL_ACTOR: mark("Someone in the municipality"),
    CameThrough.OTHER: mark("Other"),
}
TARGET_GROUPS = {
    TargetGroup.NOT_CHECKED: mark("Not checked yet"),
    TargetGroup.INSIDE: mark("The method fits"),
    TargetGroup.OUTSIDE: mark("The method does not fit"),
    TargetGroup.UNSURE: mark("Not sure yet"),
}
MILESTONE_KINDS = {
    MilestoneKind.MOVED: mark("Moved"),
    MilestoneKind.JOB: mark("Job or education"),
    MilestoneKind.HOSPITAL: mark("Hospital"),
    MilestoneKind.COURT: mark("Court"),
    MilestoneKind.OTHER: mark("Other"),
}
DUE_KINDS = {
    DueKind.MEETING: mark("meeting"),
    DueKind.READING: mark("reading"),
    DueKind.TRANSITION: mark("next phase"),
    DueKind.END: mark("closing"),
    DueKind.ACTIVITY: mark("deadline in the plan"),
    DueKind.REVIEW: mark("look at the plan"),
    DueKind.FORM: mark("form"),
    DueKind.HANDOVER: mark("handover of a task"),
}
FOCUS_AREAS = {
    FocusArea.FINANCES: mark("Finances"),
    FocusArea.HOUSING: mark("Housing"),
    FocusArea.NETWORK: mark("Social network"),
    FocusArea.MENTAL_HEALTH: mark("Mental health"),
    FocusArea.PHYSICAL_HEALTH: mark("Physical health"),
    FocusArea.SUBSTANCE_MISUSE: mark("Alcohol and drugs"),
    FocusArea.EDUCATION_WORK: mark("Education and work"),
    FocusArea.DAILY_ACTIVITIES: mark("Daily activities"),
}
FOCUS_AREAS_ON_PAPER = {
    FocusArea.FINANCES: mark("Money"),
    FocusArea.HOUSING: mark("Home"),
    FocusArea.NETWORK: mark("People around me"),
    FocusArea.MENTAL_HEALTH: mark("How I feel"),
    FocusArea.PHYSICAL_HEALTH: mark("My body"),
    FocusArea.SUBSTANCE_MISUSE: mark("Habits"),
    FocusArea.EDUCATION_WORK: mark("School and work"),
    FocusArea.DAILY_ACTIVITIES: mark("Everyday life"),
}
DOERS = {
    Doer.CITIZEN: mark("The citizen"),
    Doer.WORKER: mark("Me"),
    Doer.TOGETHER: mark("Together"),
    Doer.ACTOR: mark("Someone else"),
}
ACTIVITY_STATUSES = {
    ActivityStatus.PLANNED: mark("To do"),
    ActivityStatus.UNDER_WAY: mark("Begun"),
    ActivityStatus.DONE: mark("Done"),
    ActivityStatus.DROPPED: mark("Not any more"),
}
TASK_HOLDERS = {
    TaskHolder.WORKER: mark("Me"),
    TaskHolder.SHARED: mark("Together"),
    TaskHolder.CITIZEN: mark("The citizen"),
    TaskHolder.NETWORK: mark("The network"),
}
SERVICE_KINDS = {
    ServiceKind.ADVICE: mark("advice"),
    ServiceKind.LEGAL_AID: mark("legal aid"),
    ServiceKind.DOCTOR: mark("doctor"),
    ServiceKind.HEALTH_CHECK: mark("health check"),
    ServiceKind.PSYCHOLOGIST: mark("psychologist"),
    ServiceKind.TALKS: mark("talks"),
    ServiceKind.TREATMENT: mark("treatment"),
    ServiceKind.GROUP: mark("group"),
    ServiceKind.CRISIS_CENTRE: mark("crisis centre"),
    ServiceKind.HOUSING_HELP: mark("help to find a home"),
    ServiceKind.HOUSING_SUPPORT: mark("support at home"),
    ServiceKind.CONTACT_PERSON: mark("contact person"),
    ServiceKind.JOB_CENTRE: mark("job centre"),
    ServiceKind.STUDY_GUIDANCE: mark("study guidance"),
    ServiceKind.EXERCISE: mark("exercise"),
    ServiceKind.LEISURE: mark("leisure"),
}
ANONYMOUS_ACCESS = {
    AnonymousAccess.NOT_KNOWN: mark("Not known"),
    AnonymousAccess.YES: mark("Yes, without a name"),
    AnonymousAccess.NO: mark("No, a name is needed"),
}
CHANGE_CLASSES = {
    ChangeClass.REGRESSION: mark("Harder than at the start"),
    ChangeClass.NO_CHANGE: mark("About the same as at the start"),
    ChangeClass.MODERATE: mark("Some progress"),
    ChangeClass.SUBSTANTIAL: mark("Substantial progress"),
}
IMPROVEMENTS = {
    Improvement.IMPROVED: mark("Well-being has really improved since the start"),
    Improvement.NOT_IMPROVED: mark("Well-being is about as at the start"),
    Improvement.AT_CEILING: mark("Well-being was already near the top at the start"),
}
LOWER_WELLBEING = mark("Well-being is lower than at the start")


def wellbeing_label(improvement: Improvement, rise: int) -> str:
    """Return the words, in English, for what became of the well-being; `rise` is how much its sum rose since the start.

    A fall is named as one, whatever the rule of improvement says.
    """
    return LOWER_WELLBEING if rise < 0 else IMPROVEMENTS[improvement]


GATES = {
    Gate.TO_TWO: mark("On to phase 2"),
    Gate.TO_THREE: mark("On to phase 3"),
    Gate.CLOSING: mark("The end of the course"),
}
EXPECTATIONS = {
    Expected.NEEDS_MAPPED: mark("The needs are described in every area that you have chosen."),
    Expected.PLAN_TOGETHER: mark("There is a plan, and the citizen took part in making it."),
    Expected.ACTIVITIES_STARTED: mark("The first activities have begun."),
    Expected.AGREEMENTS_MADE: mark("What others are to do is agreed with them."),
    Expected.NETWORK_BEGUN: mark("The map of the network is begun."),
    Expected.READINGS_MADE: mark("The readings of this phase are made."),
    Expected.PLAN_EVALUATED: mark("You have looked at the plan together in this phase."),
    Expected.PLAN_ADJUSTED: mark("The plan was changed where it did not fit, or that was not needed."),
    Expected.NETWORK_OBSERVED: mark("You have seen whether the network carries when you step back."),
    Expected.SERVICES_ATTACHED: mark("The services that are needed have begun."),
    Expected.LAST_READING: mark("The last reading is made."),
    Expected.CLOSING_FORM: mark("The closing form is filled in."),
    Expected.SERVICES_RECORDED: mark("It is written which services go on."),
    Expected.HANDOVER_MEETING: mark("You have met with the network and handed over."),
    Expected.LONG_TERM_PLAN: mark("There is a plan for the time afterwards."),
    Expected.RESPONSIBLE_ACTOR: mark("It is said who is responsible afterwards."),
    Expected.ENDING_TOLD: mark("The course is closed, with a reason if it ends early."),
}
