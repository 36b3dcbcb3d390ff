"""What keeps something from going to another person."""

from exit_desktop.errors.family import Failure, mark


class WordsDiffer(Failure):
    """The words typed are not those of the card."""

    sentence = mark("Those are not the card's words. Let its owner read them out again, face to face or by phone.")


class OwnCard(Failure):
    """The card is the worker's own."""

    sentence = mark("That is your own card. Ask the other person for theirs.")


class CardNotConfirmed(Failure):
    """Nothing is sealed to somebody whose words were never typed."""

    sentence = mark("This contact card is not confirmed yet. Type its words first, then try again.")


class NothingMayLeave(Failure):
    """No course may leave; values: names of those not asked."""

    sentence = mark("Nothing may leave yet. Ask what may be shared, then try again. Not asked: {names}.")


class NothingToSend(Failure):
    """Nobody said yes to sharing, and nobody is left to ask."""

    sentence = mark("Nothing is to be sent: none of the citizens wants to share with the coordinator.")


class NoYesToThem(Failure):
    """The receiver is no coordinator, and no citizen said yes to them by name."""

    sentence = mark("Nothing is to be sent: no citizen has said yes to this receiver. Write the yes under Details.")


class ConsentEmpty(Failure):
    """A yes without to whom, or without what."""

    sentence = mark("Write to whom, and what may be shared.")


class AnonymousStays(Failure):
    """An anonymous course is written into no case elsewhere (model 16)."""

    sentence = mark("This course is anonymous: nothing of it is written into a journal elsewhere.")
