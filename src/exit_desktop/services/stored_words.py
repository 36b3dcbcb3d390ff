"""What is kept about a citizen, said to the citizen: "you" and "I" where the worker's screens say who."""

from exit_desktop.domain.calendar import ClosingReason
from exit_desktop.domain.contacts import ContactState, Party, PlaceKind
from exit_desktop.domain.courses import Sharing
from exit_desktop.domain.network import TaskHolder
from exit_desktop.domain.plans import Doer, FrozenBy
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.services.desk import Act
from exit_desktop.services.labels import CLOSING_REASONS
from exit_desktop.system.language import mark

PARTIES = {
    Party.CITIZEN: mark("with you"),
    Party.NETWORK: mark("with people around you"),
    Party.PROFESSIONAL: mark("with a professional"),
    Party.ALONE: mark("on my own, for you"),
}
CONTACT_STATES = {
    ContactState.PLANNED: mark("Planned"),
    ContactState.HELD: mark("Took place"),
    ContactState.DID_NOT_COME: mark("We did not meet"),
    ContactState.CANCELLED_BY_CITIZEN: mark("You called it off"),
    ContactState.CANCELLED_BY_US: mark("I called it off"),
    ContactState.NO_ANSWER: mark("No answer"),
}
PLACES = {
    PlaceKind.NONE: "",
    PlaceKind.OUT: mark("Out"),
    PlaceKind.HOME: mark("Where you live"),
    PlaceKind.OFFICE: mark("At our office"),
    PlaceKind.SERVICE: mark("At a service or authority"),
    PlaceKind.OTHER: mark("Somewhere else"),
}
DOERS = {
    Doer.CITIZEN: mark("you"),
    Doer.WORKER: mark("I help"),
    Doer.TOGETHER: mark("you and I, together"),
    Doer.ACTOR: mark("someone else"),
}
HOLDERS = {
    TaskHolder.WORKER: mark("I help"),
    TaskHolder.SHARED: mark("you and I, together"),
    TaskHolder.CITIZEN: mark("you"),
    TaskHolder.NETWORK: mark("the people around you"),
}
SHARING = {
    Sharing.NOT_ASKED: mark("Nothing. You have not been asked yet"),
    Sharing.NOTHING: mark("Nothing. You have said no"),
    Sharing.CODED: mark("Numbers and ticks under a code, none of your words"),
    Sharing.FULL: mark("All of it"),
}
CLOSINGS = {
    **CLOSING_REASONS,
    ClosingReason.CITIZENS_WISH: mark("You wished to stop"),
    ClosingReason.LOST_CONTACT: mark("We lost contact, or you moved"),
    ClosingReason.DID_NOT_WISH: mark("You did not wish a course"),
}
SUBMISSIONS = {
    SubmissionKind.READING: mark("Your answers"),
    SubmissionKind.START_FORM: mark("Form at the start"),
    SubmissionKind.ONGOING_FORM: mark("Form on the way"),
    SubmissionKind.CLOSING_FORM: mark("Form at the end"),
    SubmissionKind.REGISTRATION: mark("What you told at the start"),
    SubmissionKind.NOT_STARTED: mark("A question that did not become a course"),
}
FROZEN_BY = {
    FrozenBy.PRINT: mark("kept as it was when it was printed"),
    FrozenBy.EVALUATION: mark("kept as it was when we looked at it"),
    FrozenBy.TRANSITION: mark("kept as it was at a new phase"),
    FrozenBy.EXPORT: mark("kept as it was when it was sent"),
}
LEFT_BY = {
    Act.PRINTED: mark("Printed"),
    Act.SAVED_PDF: mark("Saved as a paper file"),
    Act.EXPORTED: mark("Sent or saved"),
    Act.COPIED: mark("Copied"),
    Act.DUMPED: mark("Saved as open lines"),
}
WHOLE_VAULT = "vault"
LEFT_WHAT = {
    "plan": mark("your plan"),
    "sheet": mark("your sheet"),
    "network": mark("your network"),
    "stored": mark("what is stored about you"),
    "consent": mark("a yes to sharing"),
    "journal": mark("text for a journal"),
    "before": mark("what is worth reading before a meeting"),
    WHOLE_VAULT: mark("everything that I have here"),
    str(Sharing.CODED): mark("numbers and ticks under a code, in a package"),
    str(Sharing.FULL): mark("all of it, in a package"),
}
SOMETHING = mark("a part of it")
