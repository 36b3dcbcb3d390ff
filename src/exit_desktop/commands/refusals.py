"""What only a command can refuse; everything else is refused by the services."""

from exit_desktop.errors import Failure, mark


class UsageFault(Failure):
    """The command line was not understood; exit code 2."""

    sentence = mark("That could not be understood. “exit-desktop --help” shows how the commands are written.")


class CommandMissing(UsageFault):
    """Options, but no command."""

    sentence = mark("Say which command to run. “exit-desktop --help” lists them.")


class CommandUnknown(UsageFault):
    """No command has this name; values: name."""

    sentence = mark("There is no command “{name}”. “exit-desktop --help” lists them.")


class ArgumentMissing(UsageFault):
    """Something required is left out; values: names."""

    sentence = mark("Something is missing: {names}. Add it and run the command again.")


class ArgumentUnknown(UsageFault):
    """Something that this command does not take; values: names."""

    sentence = mark("This command does not know {names}. Take it out, or look at the command's --help.")


class ArgumentWrong(UsageFault):
    """An option with a value that it cannot take; values: name."""

    sentence = mark("The value of {name} cannot be used. The command's --help shows what it takes.")


class ClearTextNotSaid(UsageFault):
    """The file would be readable by anyone, and nobody said that this is meant."""

    sentence = mark("The file can be read by anyone who gets hold of it. Add --clear-text if that is what you want.")


class WorkerCodeWrong(UsageFault):
    """A code that no card can carry."""

    sentence = mark("The worker's code must have 1 to 12 ordinary characters. Choose another one.")


class TodayOnlyInPractice(Failure):
    """A chosen day is for invented people only."""

    sentence = mark("--today works on practice vaults only. Leave it out: a real vault follows the machine's own date.")


class FileNotReadable(Failure):
    """A file named on the command line; values: file."""

    sentence = mark("The file “{file}” cannot be read. Check its name and place, and try again.")


class NotPlainText(Failure):
    """A file that should hold a passphrase or a key; values: file."""

    sentence = mark("The file “{file}” is not plain text in UTF-8. Save it as UTF-8 and try again.")


class FileStandsThere(Failure):
    """What is hard to make again is not written over; values: file."""

    sentence = mark("“{file}” is already there. Choose another name, or add --force to write over it.")


class InsideTheVault(Failure):
    """A file was to be written among the files of the vault."""

    sentence = mark("The folder of the vault is for the vault alone. Choose another place for the file.")


class NoFolderForFile(Failure):
    """The folder of a file to be written; values: file."""

    sentence = mark("There is no folder for “{file}” where you want it. Make the folder first, or choose another.")


class FileNotWritable(Failure):
    """A file to be written, in a folder that is there; values: file."""

    sentence = mark("“{file}” cannot be written there. Choose another place for it.")


class NobodyToAsk(Failure):
    """No passphrase file, and no terminal to ask at."""

    sentence = mark("There is no terminal to type the passphrase in. Use --passphrase-file instead.")


class NotTheSame(Failure):
    """A new passphrase typed twice, differently."""

    sentence = mark("The two passphrases are not the same. Run the command again and type the new one twice.")


class AnonymousNeverWhole(Failure):
    """An anonymous course is shared coded or not at all (model 16)."""

    sentence = mark("An anonymous course is never shared whole. Choose “coded” or “nothing”.")


class VaultNotWell(Failure):
    """The health check found something; values: found."""

    sentence = mark("The vault is not as it should be: {found}. Leave the folder as it is and open your newest backup.")


class PackagesRefused(Failure):
    """Some of the packages could not be taken in; values: refused, of."""

    sentence = mark("Of the packages, {refused} of {of} were refused. What is said of each tells why.")


class DataFolderNotUsable(Failure):
    """The folder of the run can be neither made nor written."""

    sentence = mark("The folder for the program's own files cannot be used. Choose another with --data-dir.")


class SheetNotInForce(Failure):
    """The keys are new, the sheet is not: its file opens nothing yet; values: file."""

    sentence = mark(
        "The vault has new keys, but the sheet before it still holds: “{file}” opens nothing. Destroy that file, see "
        "that the disk has room, and run the command again."
    )


class SheetElsewhere(Failure):
    """All is done, but the sheet could not take the place of the old file; values: file."""

    sentence = mark(
        "The vault has new keys and a new recovery sheet. It could not take the old file's place and stands in "
        "“{file}”: keep that one, and destroy the old one."
    )


class Unexpected(Failure):
    """A bug."""

    sentence = mark("Something unexpected happened, and the command stopped. What was saved before is safe. Try again.")
