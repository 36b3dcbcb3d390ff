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
