"""Answers about an enquiry that did not become a course."""

from exit_desktop.domain.answers import Answer, AnswerState, Respondent, Value
from exit_desktop.domain.not_started import NOT_STARTED


def about(question: str, value: Value = None, state: AnswerState = AnswerState.ANSWERED) -> Answer:
    """The worker's answer to one question."""
    worker = Respondent.WORKER
    return Answer(instrument=NOT_STARTED, version=1, question=question, respondent=worker, state=state, value=value)


HELPED_ON = (
    about("heard_from", "ngo"),
    about("gender", "woman"),
    about("citizenship", "danish"),
    about("reason", "single_issue_advice"),
    about("referred_on", True),
    about("referred_to", ("job_centre", "kc")),
)
