"""The usage log in everyday words: what was done, with what, and with whose course."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from exit_desktop.services.desk import Act
from exit_desktop.system.language import Texts, mark

ACTS = {
    Act.OPENED: mark("Opened"),
    Act.CREATED: mark("Written for the first time"),
    Act.CHANGED: mark("Changed"),
    Act.UNDONE: mark("Undone"),
    Act.PRINTED: mark("Printed"),
    Act.SAVED_PDF: mark("Saved as a paper file"),
    Act.EXPORTED: mark("Sent or saved"),
    Act.COPIED: mark("Copied"),
    Act.DUMPED: mark("Saved as open lines"),
    Act.LOADED: mark("Brought in"),
    Act.DELETED: mark("Deleted"),
    Act.PURGED: mark("Removed from the print queue"),
    Act.SHOWN: mark("Shown to other programs"),
}
# Written by the vault itself, not by somebody at a desk.
_BY_ITSELF = {"keys_renewed": mark("Keys renewed"), "restored": mark("Restored from a backup")}
KINDS = {
    "course": mark("the course"),
    "citizen": mark("what the citizen is called"),
    "orientation": mark("the orientation"),
    "start": mark("the start of the course"),
    "transition": mark("a new phase"),
    "gate": mark("a reason for going on"),
    "replan": mark("a new plan of dates"),
    "pause": mark("a pause"),
    "closing": mark("the end of the course"),
    "retention": mark("how long it is kept"),
    "milestone": mark("an event"),
    "not_suitable": mark("what does not fit here"),
    "undo": mark("the last change"),
    "contact": mark("a contact"),
    "activity": mark("an activity"),
    "plan": mark("the plan"),
    "reading": mark("a reading"),
    "registration": mark("the registration"),
    "start_form": mark("the start form"),
    "ongoing_form": mark("the ongoing form"),
    "closing_form": mark("the closing form"),
    "not_started": mark("an enquiry that did not become a course"),
    "network_person": mark("somebody in the network"),
    "support_task": mark("a task in the network"),
    "network_meeting": mark("a network meeting"),
    "handover": mark("the handover"),
    "consent": mark("a yes to sharing"),
    "sharing": mark("what may be shared"),
    "coded": mark("numbers and ticks under a code, in a package"),
    "full": mark("all of it, in a package"),
    "sheet": mark("the citizen's sheet"),
    "network": mark("the network on paper"),
    "goodbye": mark("the paper for the time afterwards"),
    "stored": mark("all that is stored about the citizen"),
    "journal": mark("text for a journal"),
    "before": mark("what is worth reading before a meeting"),
    "caseload": mark("the caseload"),
    "blank_form": mark("an empty form"),
    "blank_reading": mark("empty questions"),
    "blank_not_started": mark("an empty form for an enquiry"),
    "safety_note": mark("the safety note"),
    "bin": mark("something that was deleted, put back"),
    "own_hours": mark("hours without a citizen"),
    "worker": mark("who works here"),
    "guarded_words": mark("words that the program watches for"),
    "card": mark("a contact card"),
    "package": mark("a package"),
    "receipt": mark("a receipt"),
    "identity": mark("your own keys"),
    "service": mark("a service"),
    "services": mark("the list of services"),
    "from_file": mark("courses from a file"),
    "vault": mark("everything in this vault"),
    "machine": mark("which computer the vault belongs to"),
    "backup": mark("a backup in another place"),
    "trial": mark("a backup, with the recovery sheet, to try it"),
    "passphrase": mark("the passphrase"),
    "recovery_sheet": mark("the recovery sheet"),
    "report": mark("a report, with small numbers hidden"),
    "usage_log": mark("this log"),
    "spool": mark("copies of what was printed"),
    "screen": mark("the window"),
    "whole": mark("the log held together until then"),
    "broken": mark("the log did not hold together before that"),
}


@dataclass(frozen=True, slots=True)
class LogNames:
    """What the courses that are here are called now, and the number of every course that was ever written of."""

    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    numbers: Mapping[str, int] = field(default_factory=dict)


def act_words(act: str, t: Texts) -> str:
    """Return what was done."""
    words = {**{str(key): words for key, words in ACTS.items()}, **_BY_ITSELF}.get(act)
    return t(words) if words else t("Something else was done")


def what_words(kind: str, t: Texts) -> str:
    """Return with what it was done; of a kind with numbers behind it the kind alone."""
    words = KINDS.get(kind.partition(" ")[0])
    return t(words) if words else t("something else")


def about_words(course_id: str | None, names: LogNames, t: Texts, named: bool = True) -> str:
    """Return whose course it was, or that it is erased, with its number if that is known; `named`: with the name."""
    if course_id is None:
        return ""
    known = names.numbers.get(course_id)
    number = t("no. {number}", number=t.number(known)) if known else ""
    erased = course_id not in names.names
    name = t("a course that has been erased") if erased else names.names[course_id] if named else ""
    return t("{name}, {number}", name=name, number=number) if name and number else name or number
