"""What became of packages, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from exit_desktop.services.receiving import Outcome
from exit_desktop.ui.telling import sentence_of

if TYPE_CHECKING:
    from exit_desktop.services.receiving import ReceivedPackage, Taken
    from exit_desktop.system.language import Texts

# More are not read out: who misses so many asks for everything anew.
MOST_NUMBERS = 8


def counts_words(one: Taken | ReceivedPackage, t: Texts) -> str:
    """Return what was in a package: "9 courses taken in · 1 was here already"."""
    told = (
        (one.taken, t.plural("{count} course taken in", "{count} courses taken in", one.taken)),
        (one.already, t.plural("{count} was here already", "{count} were here already", one.already)),
        (one.conflicts, t.plural("{count} conflict", "{count} conflicts", one.conflicts)),
        (one.forgotten, t.plural("{count} course deleted", "{count} courses deleted", one.forgotten)),
        (one.enquiries, t.plural("{count} enquiry", "{count} enquiries", one.enquiries)),
        (one.receipts, t.plural("{count} receipt", "{count} receipts", one.receipts)),
    )
    return " · ".join(words for count, words in told if count) or t("nothing new in it")


def missing_words(numbers: Sequence[int], t: Texts) -> str:
    """Return which packages have not come."""
    if not numbers:
        return ""
    if len(numbers) == 1:
        return t("Package {number} is missing.", number=numbers[0])
    shown = ", ".join(map(str, numbers[:MOST_NUMBERS]))
    if len(numbers) > MOST_NUMBERS:
        return t("Packages {numbers} and more are missing.", numbers=shown)
    return t("Packages {numbers} are missing.", numbers=shown)


def whose(code: str, number: int | None, t: Texts) -> str:
    """Return from whom a package is, and its number; nothing where nobody knows."""
    if not code:
        return ""
    return t("{code}, package {number}", code=code, number=number) if number else code


def outcome_words(one: Taken, t: Texts) -> tuple[str, str]:
    """Return what became of a package file, and what wants doing about it."""
    if one.outcome is Outcome.REFUSED:
        return "", sentence_of(one.reason, t) if one.reason else t("This package cannot be used.")
    if one.outcome is Outcome.WAITING:
        return "", t("Waits, unopened, until you have confirmed its sender's card.")
    if one.outcome is Outcome.ALREADY_HERE:
        return t("Was taken in before. Nothing has changed."), missing_words(one.missing, t)
    wants = [missing_words(one.missing, t)]
    if one.outcome is Outcome.CONFLICT:
        wants.insert(0, t("Two writings of the same, and neither is newer: choose one of them."))
    return counts_words(one, t), " ".join(filter(None, wants))


def summary_words(told: Sequence[Taken], t: Texts) -> str:
    """Return what became of all packages of one turn, in short sentences."""
    by = Counter(one.outcome for one in told)
    said = (
        (Outcome.ACCEPTED, t.plural("{count} package taken in.", "{count} packages taken in.", by[Outcome.ACCEPTED])),
        (
            Outcome.CONFLICT,
            t.plural(
                "{count} taken in with a conflict.", "{count} taken in with a conflict in them.", by[Outcome.CONFLICT]
            ),
        ),
        (
            Outcome.ALREADY_HERE,
            t.plural("{count} was taken in before.", "{count} were taken in before.", by[Outcome.ALREADY_HERE]),
        ),
        (
            Outcome.WAITING,
            t.plural(
                "{count} waits for its sender's card.", "{count} wait for their sender's card.", by[Outcome.WAITING]
            ),
        ),
        (Outcome.REFUSED, t("{count} could not be used.", count=by[Outcome.REFUSED])),
    )
    return " ".join(words for outcome, words in said if by[outcome])
