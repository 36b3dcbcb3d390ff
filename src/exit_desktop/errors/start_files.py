"""What a file of running courses is refused for, as a whole."""

from exit_desktop.errors.family import Failure, mark


class StartFileEmpty(Failure):
    """There is no row beneath the names of the columns."""

    sentence = mark("There is nothing in this file. Write one line for each course beneath the names of the columns.")


class StartFileTooLarge(Failure):
    """More than is read at once; values: most (MB), rows."""

    sentence = mark("The file is too large. At most {most} MB and {rows} lines are read at once; divide it in two.")


class StartFileNotText(Failure):
    """A spreadsheet, a picture or a damaged file."""

    sentence = mark(
        "This file is no plain table. Open it in your spreadsheet and save it as CSV, then choose that file."
    )


class StartFileUnknown(Failure):
    """The first line does not name the columns that are needed."""

    sentence = mark(
        "The first line does not name the columns that are needed. Save an empty file here to see what they are called."
    )


class StartFileColumnTwice(Failure):
    """Two columns have one meaning; values: column."""

    sentence = mark("The column “{column}” stands there twice. Take one of them out, then choose the file again.")


class StartFileQuoteOpen(Failure):
    """A quotation mark is out of place; values: row."""

    sentence = mark(
        "Near row {row} a quotation mark is out of place, so that the rest cannot be read. Put it right, then choose "
        "the file again."
    )


class StartChangedMeanwhile(Failure):
    """A citizen was written since the preview was made."""

    sentence = mark("Something was written here in the meantime, so nothing came in. Choose the file again.")
