"""The family of failures that a user can do something about.

Each is raised where it is known and told once at the border (window or command) as one sentence with the next step.
`sentence` is the English source of that sentence in the catalogue, `values` fill its `{names}`. Nothing personal
stands in either.
"""

from typing import ClassVar


def mark(message: str) -> str:
    """Mark a sentence for the catalogue."""
    return message


class Failure(Exception):
    """Something expected went wrong; `sentence` says what happened, what is safe and what to do now."""

    sentence: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        super().__init__(type(self).__name__)
        self.values = values


# ---- instrument definitions and answers ------------------------------------------------------------------------------


class DefinitionFault(Failure):
    """A definition file of a form is not as it should be; values: file, line, word."""

    sentence = mark("{file}, line {line}: something here cannot be read. Put it right, or take the file away.")


class DefinitionUnreadable(DefinitionFault):
    """Not UTF-8, not YAML, empty or far too large."""

    sentence = mark("{file}, line {line}: this cannot be read. Check the line and the ones near it.")


class DefinitionDuplicate(DefinitionFault):
    """A name or key stands twice."""

    sentence = mark("{file}, line {line}: “{word}” stands twice. Keep one of them.")


class DefinitionUnknown(DefinitionFault):
    """A name that means nothing here."""

    sentence = mark("{file}, line {line}: “{word}” means nothing here. Check the spelling, or take the line out.")


class DefinitionMissing(DefinitionFault):
    """Something required is left out."""

    sentence = mark("{file}, line {line}: “{word}” is missing. Add it under this line.")


class DefinitionWrong(DefinitionFault):
    """A value that cannot stand here."""

    sentence = mark("{file}, line {line}: “{word}” cannot stand here. See the page on definition files.")


class DefinitionUnknownQuestion(DefinitionFault):
    """A condition names a question that does not stand before it."""

    sentence = mark("{file}, line {line}: the condition names “{word}”, but no question before it has that key.")


class DefinitionChanged(DefinitionFault):
    """An organisation's own file differs in more than words."""

    sentence = mark("{file}, line {line}: “{word}” differs from the form it replaces. Only the words may be changed.")


class DefinitionFixed(DefinitionFault):
    """The licence of an instrument forbids other words."""

    sentence = mark("{file}, line {line}: the words of “{word}” may not be changed. Take the file away.")


class DefinitionNotOurs(DefinitionFault):
    """An organisation's own file replaces nothing, or its name does not begin with its id."""

    sentence = mark("{file}, line {line}: no form “{word}” for this file to replace. Check its id, version and name.")


class InstrumentMissing(Failure):
    """A form, or a version of it, that this program does not have; values: instrument, version."""

    sentence = mark("The form used here is missing ({instrument}, {version}). Install the newest program.")


class AnswerFault(Failure):
    """An answer that the question cannot take."""

    sentence = mark("This answer does not fit the question. Choose one of the answers shown.")


class AnswerOutOfRange(AnswerFault):
    """A number outside the limits; values: lowest, highest."""

    sentence = mark("Write a whole number from {lowest} to {highest}.")


class AnswerTooLong(AnswerFault):
    """A text beyond the limit; values: limit."""

    sentence = mark("This is too long. Keep it under {limit} characters.")


class AnswerNotPlain(AnswerFault):
    """A text with characters that can be neither shown nor printed."""

    sentence = mark("Some of these characters cannot be shown. Write the text again by hand.")


class AnswerEmpty(AnswerFault):
    """Nothing chosen or written."""

    sentence = mark("There is no answer yet. Choose one, or say why there is none.")


class AnswerNotTogether(AnswerFault):
    """The answer that stands alone, chosen beside another one."""

    sentence = mark("“None of these” cannot stand beside other answers. Choose one or the other.")


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
    """The recovery key is well formed, and is not the one of this vault."""

    sentence = mark("This recovery sheet is not the newest one for this vault. Find the sheet with the latest date.")


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
        "This is an older copy of the vault than the one last used on this computer. Look for the newer folder first."
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


# ---- citizens and courses --------------------------------------------------------------------------------------------


class CourseNotFound(Failure):
    """No course with this id or alias."""

    sentence = mark("No citizen has that name here. Check the spelling, or look in the list.")


class CourseChangedElsewhere(Failure):
    """The rows went on after the screen read them."""

    sentence = mark("This course was changed in the meantime, and your change was not saved. Open the citizen again.")


class AliasEmpty(Failure):
    """An alias needs at least one visible character."""

    sentence = mark("Write what the citizen wants to be called here. It must not be their real name.")


class AliasTooLong(Failure):
    """More than 40 characters; values: most."""

    sentence = mark("The name can have at most {most} characters. Choose a shorter one.")


class AliasTaken(Failure):
    """Another citizen is called so; values: suggestion."""

    sentence = mark("Another citizen is already called that here. You could use “{suggestion}”.")


class DateNotPossible(Failure):
    """A date that cannot be part of the course; values: date."""

    sentence = mark("{date} does not fit the course's other dates. Check the day and the year.")


class NotPossibleNow(Failure):
    """The course does not stand where this act is possible."""

    sentence = mark("That is not possible where the course stands now. Look at the course's timeline first.")


class TextTooLong(Failure):
    """More than a field can keep; values: most."""

    sentence = mark("The text is longer than {most} characters. Shorten it; what you wrote is still in the field.")


class MinutesNotPossible(Failure):
    """Minutes must be between 0 and a day."""

    sentence = mark("The minutes must be a number from 0 to 1440. Correct them and save again.")


# ---- cards and sharing -----------------------------------------------------------------------------------------------


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


# ---- dump and load ---------------------------------------------------------------------------------------------------


class DumpLineWrong(Failure):
    """A line of a dump cannot be read; values: line."""

    sentence = mark(
        "Line {line} of the file cannot be read, and nothing was loaded. Put the line right or take it out."
    )


class DumpLineNewer(Failure):
    """A line of a newer program; values: line, unit."""

    sentence = mark("Line {line} ({unit}) comes from a newer version of Forløb. Update the program, then load again.")


# The window


class DayIsForPractice(Failure):
    """Another day than today was asked for, on a vault of real people."""

    sentence = mark("Another day can only be chosen for practice. Start again without --today to open this vault.")


# ---- papers ----------------------------------------------------------------------------------------------------------


class NoPrinter(Failure):
    """The computer knows no printer."""

    sentence = mark("This computer knows no printer. Connect one, or save the paper as PDF and print it elsewhere.")


class PrinterRefused(Failure):
    """The printer did not take the pages."""

    sentence = mark("The printer did not take the paper. See that it is on and has paper, then print again.")
