"""What keeps a paper from being printed."""

from exit_desktop.errors.family import Failure, mark


class NoPrinter(Failure):
    """The computer knows no printer."""

    sentence = mark("This computer knows no printer. Connect one, or save the paper as PDF and print it elsewhere.")


class PaperStopped(Failure):
    """The worker stopped the making of a paper."""

    sentence = mark("Stopped. Nothing was printed or saved. Press again when you want it.")


class PrinterRefused(Failure):
    """The printer did not take the pages."""

    sentence = mark("The printer did not take the paper. See that it is on and has paper, then print again.")
