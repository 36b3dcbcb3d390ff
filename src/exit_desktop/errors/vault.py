"""What stands in the way of a vault: opening it, keeping it, holding it."""

from exit_desktop.errors.family import Failure, mark

# The vault: opening it


class NoVaultHere(Failure):
    """The folder holds no key file and no database."""

    sentence = mark("There is no vault in this folder. Choose another folder, or make a new vault.")


class VaultExists(Failure):
    """A new vault was asked for where files of one already stand."""

    sentence = mark("There is already a vault in this folder. Open it, or choose an empty folder for the new one.")


class WrongPassphrase(Failure):
    """The key file is whole, and the passphrase does not open it."""

    sentence = mark("That is not the passphrase of this vault. Try again, or open it with the recovery sheet.")


class RecoveryKeyMistyped(Failure):
    """The recovery key's own check letters do not agree."""

    sentence = mark("There is a typing error in the recovery key. Compare each group with the sheet and try again.")


class WrongRecoveryKey(Failure):
    """The recovery key is well formed, and is not the one of this vault; values: number, the one on the right sheet."""

    sentence = mark(
        "This recovery sheet does not open this vault. Find the sheet that says file {number}; if there are several, "
        "try the newest first."
    )


class KeyFileDamaged(Failure):
    """Neither copy of the key file is whole."""

    sentence = mark("The key file of this vault is damaged. Copy vault.keys from your newest backup into the folder.")


class VaultDamaged(Failure):
    """The key is right and the database does not answer to it, or is not whole."""

    sentence = mark("The database of this vault is damaged. Restore the newest backup; leave this folder as it is.")


class VaultIsNewer(Failure):
    """A later program wrote this vault."""

    sentence = mark(
        "This vault was written by a newer version of the program. Install the newest version and open it again."
    )


class DiskFull(Failure):
    """The disk has no room, or does not take what is written."""

    sentence = mark("The disk is full or does not answer. Nothing saved is lost. Make room on the disk and try again.")


class FolderNotWritable(Failure):
    """The files of the vault cannot be written or opened."""

    sentence = mark(
        "The program may not write in the folder of this vault. Give yourself the right to, or move the folder."
    )


class VaultBusy(Failure):
    """Another connection holds the file."""

    sentence = mark("The vault is busy with something else. Wait a moment and try again.")


class TooLittleMemory(Failure):
    """The passphrase needs 256 MiB of memory to be tried."""

    sentence = mark("There is too little free memory to open the vault. Close some other programs and try again.")


class EngineTooOld(Failure):
    """The database engine carries a fault that can destroy data."""

    sentence = mark("A part of the program is too old to be safe. Install the program again.")


# The vault: told after it was opened, nothing is refused


class VaultLostRows(Failure):
    """The number of the last commit beside the vault is higher than the one inside it."""

    sentence = mark(
        "What you saved last is missing, perhaps after a power cut. Look at your newest notes and write it again."
    )


class FolderIsOlderCopy(Failure):
    """The number of the last commit in the settings folder is higher than the one in the whole vault folder."""

    sentence = mark(
        "This is an older copy of the vault than the one last used on this computer. Write nothing in it yet: look for "
        "the newer folder, or restore the newest backup."
    )


class KeyFileHealed(Failure):
    """One copy of the key file was broken and was made again from the other."""

    sentence = mark("One copy of the key file was broken and has been repaired. Make a backup today.")


class DraftsLost(Failure):
    """The file of unfinished texts could not be read and was laid aside."""

    sentence = mark("Unfinished texts could not be read and are gone. Everything you saved is still here.")


# The vault: its passphrase


class WeakPassphrase(Failure):
    """The passphrase would be guessed."""

    sentence = mark("This passphrase is too easy to guess. Take the five words that the program proposes.")


# The vault: held elsewhere


class AlreadyOpen(Failure):
    """Another window or command of this program holds the vault."""

    sentence = mark("This vault is already open in another window or command. Close it there and try again.")
