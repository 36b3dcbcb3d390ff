"""Every way a card or a package can be refused, each with its own code and its own sentence.

`code` is stable and meant for commands and tests; the sentence is for people. None carries text from the refused file,
except numbers and the fixed names of unit kinds.
"""

from typing import ClassVar

from exit_desktop.errors import Failure, mark


class BundleRejected(Failure):
    """A package was refused; nothing of it has been used."""

    code: ClassVar[str] = "rejected"
    sentence = mark("The package cannot be used. Ask the sender to make it again.")


class BundleNotAPackage(BundleRejected):
    code = "not_a_package"
    sentence = mark("This file is not a package from this program. Choose a file that ends in .forloeb.")


class BundleTooLarge(BundleRejected):
    code = "too_large"
    sentence = mark("This package is larger than the program accepts. Ask the sender to send it in smaller parts.")


class BundleCutShort(BundleRejected):
    code = "cut_short"
    sentence = mark("The package is not whole: a part of it was lost on the way. Ask the sender to send it again.")


class BundleDamaged(BundleRejected):
    code = "damaged"
    sentence = mark("The package was damaged on the way, and nothing in it is used. Ask the sender to send it again.")


class BundleUnderPassphrase(BundleRejected):
    code = "under_passphrase"
    sentence = mark(
        "This file is locked with a passphrase and not with a contact card. "
        "Ask the sender to make a package in this program."
    )


class BundleStrangeSeal(BundleRejected):
    code = "strange_seal"
    sentence = mark(
        "This file is sealed in a way that the program does not use. Ask the sender to make a package in this program."
    )


class BundleNotForMe(BundleRejected):
    code = "not_for_me"
    sentence = mark(
        "Your key does not open this package. It may be meant for someone else or for a key you had before. "
        "Give the sender your contact card, and ask for a new package."
    )


class BundleForwarded(BundleRejected):
    code = "forwarded"
    sentence = mark(
        "This package was made for someone else and then passed on to you. "
        "Ask the one who made it to send it to you directly."
    )


class BundleUnknownSender(BundleRejected):
    code = "unknown_sender"
    sentence = mark(
        "You have no contact card from the one who made this package. Get the card first, then open the package again."
    )


class BundleUnconfirmedSender(BundleRejected):
    code = "unconfirmed_sender"
    sentence = mark(
        "You have not confirmed the sender's contact card yet. "
        "Call the sender, type the words of the card, and open the package again."
    )


class BundleRevokedSender(BundleRejected):
    code = "revoked_sender"
    sentence = mark(
        "The sender's key has been withdrawn, and the package is not used. "
        "Ask the sender for a new contact card and a new package."
    )


class BundleForged(BundleRejected):
    code = "forged"
    sentence = mark("The signature is not the sender's. Do not use this package; call the sender and ask about it.")


class BundleNewer(BundleRejected):
    code = "newer_version"
    sentence = mark(
        "The package is made by a newer program (package form {version}). Update this program, then open it again."
    )


class BundleNewerUnit(BundleRejected):
    code = "newer_unit"
    sentence = mark(
        "A part of the package is made by a newer program ({kind}, form {version}). "
        "Update this program, then open it again."
    )


class BundleStrangeHeader(BundleRejected):
    code = "strange_header"
    sentence = mark("The package's own description is not in order, and nothing in it is used. Tell the sender.")


class BundleStrangeContent(BundleRejected):
    code = "strange_content"
    sentence = mark(
        "Line {line} of the package is not as agreed between the programs, and nothing in it is used. Tell the sender."
    )


class SealingRefused(Failure):
    """A package was not made."""

    code: ClassVar[str] = "not_sealed"
    sentence = mark("The package was not made. Choose what to send and to whom again.")


class RecipientsNotPossible(SealingRefused):
    code = "recipients"
    sentence = mark("A package is made for at least one and at most {most} people. Choose again whom it is for.")


class PackageTooLarge(SealingRefused):
    code = "too_much"
    sentence = mark("There is too much for one package. Send fewer courses at a time.")


class CardRejected(Failure):
    """A contact card was refused."""

    code: ClassVar[str] = "card_rejected"
    sentence = mark("The contact card cannot be used. Ask for it again.")


class NotACard(CardRejected):
    code = "not_a_card"
    sentence = mark("This file is not a contact card. Choose the file that you were given as one.")


class CardTooLarge(CardRejected):
    code = "card_too_large"
    sentence = mark("This file is too large to be a contact card. Choose the file that you were given as one.")


class CardDamaged(CardRejected):
    code = "card_damaged"
    sentence = mark("The contact card is not whole. Ask for it again.")


class CardForged(CardRejected):
    code = "card_forged"
    sentence = mark(
        "The contact card was changed after it was made. Do not use it; call the owner and ask for it again."
    )


class CardSuccessionForged(CardRejected):
    code = "card_succession_forged"
    sentence = mark(
        "The card says that it replaces an older one, but the older key did not sign it. Do not use it; call the owner."
    )


class CardNewer(CardRejected):
    code = "card_newer"
    sentence = mark(
        "The contact card is made by a newer program (card form {version}). Update this program, then read it again."
    )
