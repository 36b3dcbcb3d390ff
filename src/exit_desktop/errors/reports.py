"""Failures of the evaluation report."""

from exit_desktop.errors.family import Failure, mark


class ReportOfPartOfAQuarter(Failure):
    """Two periods a few days apart would tell, taken from each other, of those who began in between."""

    sentence = mark(
        "A report covers whole quarters, so that nobody can be recognised from two of them. "
        "Let the period begin on the first day of a quarter, and end on the last day of one."
    )
