"""What the directory of services refuses."""

from exit_desktop.errors.family import Failure, mark


class ServiceUnnamed(Failure):
    """A service has neither a name nor a kind."""

    sentence = mark("Write a name or a kind first.")


class ServiceInUse(Failure):
    """A plan leads to the service."""

    sentence = mark("A plan leads to this service, so it stays. Choose another one in the plan first.")


class ListUnreadable(Failure):
    """A file is no table of text."""

    sentence = mark("This file cannot be read as a list. Save it as CSV in your spreadsheet, then choose it again.")


class ListTooLong(Failure):
    """A file is larger than any directory; values: most."""

    sentence = mark("The file is too large: a list may have {most} lines. Choose another file.")


class ListWithoutNames(Failure):
    """The first line of a file names no column that holds the names."""

    sentence = mark("The first line of the file has to name the columns, and one of them has to be called “Name”.")
