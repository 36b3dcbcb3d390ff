"""What stands in the way of a backup or of a restore."""

from exit_desktop.errors.family import Failure, mark

# Making one


class BackupStopped(Failure):
    """The copy was given up because the vault was locked, or because somebody asked for it."""

    sentence = mark("The backup was stopped and does not count. Your notes and the earlier backups are as they were.")


class BackupNoRoom(Failure):
    """The disk of the vault has no room for another copy of it; values: megabytes."""

    sentence = mark(
        "There is no room for a backup on this computer: {megabytes} MB must be free. Your notes are safe. Make room, "
        "or make the backup on a stick."
    )


class BackupNotTrue(Failure):
    """What was written is not what was copied: the disk or the stick writes wrongly."""

    sentence = mark(
        "The new backup could not be read again as it was written, so it does not count. The earlier ones are kept. "
        "Make one in another place today: this disk may be failing."
    )


class SecondPlaceFull(Failure):
    """The stick or network drive has no room."""

    sentence = mark(
        "The other place is full, and the backup has no room there. What was there before is kept. Make room on it, or "
        "choose another place."
    )


class SecondPlaceGone(Failure):
    """The stick was pulled out, or the network drive does not answer."""

    sentence = mark(
        "The other place cannot be reached any more. What was half written there does not count. Put the stick back "
        "in, or choose another place."
    )


class SecondPlaceReadOnly(Failure):
    """Nothing may be written there."""

    sentence = mark(
        "Nothing may be written in the other place. No backup was made there. Take away its write protection, or "
        "choose another place."
    )


class SecondPlaceInside(Failure):
    """The other place lies in the vault's own folder: it would be lost with it."""

    sentence = mark("That folder is part of the vault and would be lost with it. Choose a stick or another drive.")


# Reading one


class NoBackupHere(Failure):
    """The folder is no backup, and holds none."""

    sentence = mark("There is no backup in this folder. Choose the folder or the stick where your backups lie.")


class NothingToTry(Failure):
    """No backup lies beside the vault on which the way back could be tried."""

    sentence = mark(
        "There is no backup on this computer to try it on yet. Make one on the page Safety, then try again."
    )


class BackupOfOlderSheet(Failure):
    """The sheet is the one in force, but the newest backup was made before it and opens with an older one."""

    sentence = mark(
        "Your sheet is the right one for the vault, but the newest backup was made before it and opens with an older "
        "sheet. Make a backup on the page Safety, then try again."
    )


class BackupDamaged(Failure):
    """The backup is not as it was when it was made and tested."""

    sentence = mark("This backup is damaged and was not used. Your vault is as it was. Take the next older backup.")


class BackupGone(Failure):
    """A backup that was listed cannot be read any more: the stick was pulled out, or the drive does not answer."""

    sentence = mark(
        "This backup cannot be reached any more. Your vault is as it was. Put the stick back in and look again, or "
        "take a backup from another place."
    )


class OlderKeysStay(Failure):
    """New keys hold, but backups that the earlier ones open could not be removed, or no new one could be made."""

    sentence = mark(
        "The keys of now hold, but older backups on this computer that open with the earlier ones are still there. "
        "Make room on the disk and remove them on the page Safety."
    )


class NoBackupWhole(Failure):
    """None of several backups can be used."""

    sentence = mark(
        "None of the backups here can be used. Your vault is as it was. Look for a backup in another place, such as a "
        "stick."
    )


class BackupIsNewer(Failure):
    """A later program made this backup."""

    sentence = mark("This backup was made by a newer version of the program. Install the newest version and try again.")


class ThisIsABackup(Failure):
    """A backup was opened as if it were a vault."""

    sentence = mark("This is a backup, and it stays as it is. Restore it first; then it becomes a vault to work in.")


class OtherVaultThere(Failure):
    """The backup belongs to another vault than the one that it should replace."""

    sentence = mark(
        "The vault in that folder is another one than the one in the backup. Nothing was replaced. Choose an empty "
        "folder."
    )
