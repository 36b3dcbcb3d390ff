"""What keeps an erasure from its end."""

from exit_desktop.errors.family import Failure, mark


class ErasureNotFinished(Failure):
    """The rows are erased, and an older piece of the disk or a backup may still hold them."""

    sentence = mark(
        "It is erased in the vault, but not yet in older pieces of the file and in the backups on this computer. "
        "Make room on the disk; the next opening offers to finish it."
    )


class BackupsNotRemoved(Failure):
    """A backup of before an erasure could not be removed from the disk."""

    sentence = mark(
        "It is erased in the vault, but older backups on this computer could not be removed. "
        "Close other programs that read them; the next opening tries again."
    )


class NotTheWord(Failure):
    """The word that confirms a great erasure was not the one asked for."""

    sentence = mark("That is not the word that is asked for, so nothing is erased. Write it as it stands above.")


class VaultNotErased(Failure):
    """The folder of a vault could not be taken out of the way to be erased."""

    sentence = mark(
        "The folder of the vault could not be erased. It is as it was: close other programs that use it, and try again."
    )
