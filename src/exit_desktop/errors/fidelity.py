"""Failures of the pages on the method."""

from exit_desktop.errors.family import Failure, mark


class ReasonMissing(Failure):
    """That something does not fit is an answer only with its reason."""

    sentence = mark("Write first why it does not fit here. A few words are enough.")
