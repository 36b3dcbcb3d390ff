"""What the place of a vault does not allow: a disk that cannot be written, one elsewhere, one without room."""

from exit_desktop.errors.family import Failure, mark


class OnlyForReading(Failure):
    """Something was to be changed in a vault whose disk cannot be written."""

    sentence = mark(
        "The disk of this vault can only be read, so nothing is changed. "
        "Copy the folder to this computer to write in it."
    )


class UnfinishedOnReadOnly(Failure):
    """A disk that cannot be written holds a vault that was not closed to the end."""

    sentence = mark(
        "This vault was not closed to the end, and its disk can only be read. "
        "Nothing is lost: copy the whole folder to this computer and open it there."
    )


class OlderOnReadOnly(Failure):
    """A disk that cannot be written holds a vault of an earlier version."""

    sentence = mark(
        "This vault is from an earlier version of the program, and its disk can only be read. "
        "Copy the folder to this computer and open it there."
    )


class TooLittleRoom(Failure):
    """A large piece of work was not begun, for the disk has too little room; `needed` is in megabytes."""

    sentence = mark(
        "There is too little room on the disk, so it was not begun and nothing is changed. "
        "Make another {needed} MB free and try again."
    )


class PlaceIsElsewhere(Failure):
    """A new vault was to stand on a disk of another computer."""

    sentence = mark(
        "This folder lies on another computer, where a vault may break when the network does. "
        "Choose a folder on this computer."
    )


class PlaceInsideVault(Failure):
    """A vault was to be moved into its own folder, which is removed afterwards."""

    sentence = mark(
        "That folder lies inside the folder of the vault, so the vault was not moved. It is where it was. "
        "Choose a folder outside of it."
    )


class VaultMoved(Failure):
    """The folder is what a move left behind that was cut off at its end; `place` is where the vault is."""

    sentence = mark("This vault was moved, and is whole in its new place: {place}. Open it there.")


class MoveCutOff(Failure):
    """A move was cut off before the new folder was whole; the vault lies where it was."""

    sentence = mark("The move of the vault was cut off. It lies here whole, as before; move it again if you like.")


class NotMoved(Failure):
    """The vault could not be copied whole to its new place."""

    sentence = mark("The vault was not moved: the copy did not turn out whole. It is where it was; try another place.")


class FolderFromElsewhere(Failure):
    """The vault was last opened on another computer; told where nobody can be asked."""

    sentence = mark(
        "This vault was last used on another computer. Write in one of the two only; open it in the window and say "
        "whether it was moved or copied."
    )
