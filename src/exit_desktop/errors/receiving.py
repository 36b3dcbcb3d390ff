"""What keeps a package that came, or the answer to one, from being used."""

from exit_desktop.errors.family import Failure, mark


class TooMuchWaiting(Failure):
    """No further package of senders who are not confirmed is kept; values: most, megabytes."""

    sentence = mark(
        "Too much waits already from senders who are not confirmed (at most {most} packages, {megabytes} MB). "
        "Confirm their cards or let some go, then open this package again."
    )


class NothingToReceipt(Failure):
    """Every package that came from a confirmed sender has its receipt."""

    sentence = mark("There is nothing to write a receipt for: every package from a confirmed sender has one.")


class PackageGone(Failure):
    """The package is not among those that came or wait."""

    sentence = mark("That package is not here any more. Look at the list again.")


class ConflictSettled(Failure):
    """One of the two writings is gone, or somebody has chosen."""

    sentence = mark("That conflict is not there any more: something newer came, or somebody chose. Look again.")


class ReceiptCodeMistyped(Failure):
    """The letters cannot be a receipt code."""

    sentence = mark("That is not a receipt code: a letter is wrong or missing. Let it be read out again, 12 letters.")


class ReceiptCodeUnknown(Failure):
    """A code of no package that was sent from here."""

    sentence = mark(
        "This receipt code belongs to no package that was sent from here. "
        "Ask which package it is for, and by whom that was sent."
    )


class CardWithdrawn(Failure):
    """The words are right, but this card was withdrawn for good."""

    sentence = mark("This contact card has been withdrawn for good. Ask its owner for a new card.")


class SenderUnknown(Failure):
    """Nobody's card here has this id."""

    sentence = mark("There is no contact card of this sender here. Look at the list of cards again.")
