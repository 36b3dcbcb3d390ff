"""What a file of open lines is refused for."""

from exit_desktop.errors.family import Failure, mark


class DumpLineWrong(Failure):
    """A line of a dump cannot be read; values: line."""

    sentence = mark(
        "Line {line} of the file cannot be read, and nothing was loaded. Put the line right or take it out."
    )


class InstrumentDiffers(Failure):
    """A version of a form that is held here with another meaning; values: instrument, version."""

    sentence = mark("The form “{instrument}” in the file means something else here. Load the file into a new vault.")


class DumpLineNewer(Failure):
    """A line of a newer program; values: line, unit."""

    sentence = mark("Line {line} ({unit}) comes from a newer version of Forløb. Update the program, then load again.")
