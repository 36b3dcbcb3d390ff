"""What is wrong with the definition of a form, or with an answer to it."""

from exit_desktop.errors.family import Failure, mark


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


class MeaningKept(Failure):
    """A form means something else in this program than where its answers were given; values: instrument, version."""

    sentence = mark(
        "The form “{instrument}” means something else in this program. It is used here as when you answered it; tell "
        "whoever looks after the program."
    )


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
