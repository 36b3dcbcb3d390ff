"""A reading as a worker takes it: one key for each answer."""

from dataclasses import dataclass

from support.journey import Worker, is_chosen, open_tab

LIFE = {"da": "Livssituation", "en": "Life situation"}
WHO5 = {"da": "Trivsel (WHO-5)", "en": "Well-being (WHO-5)"}


@dataclass(frozen=True)
class Answers:
    """A reading as its paper says it: ten digits (0 is ten), five digits, then goal and selling questions as keys."""

    areas: str
    who5: str
    rest: str


def take_reading(worker: Worker, answers: Answers, begin: str = "Begin a reading") -> None:
    """Fill a reading in with one key for each answer, and finish it."""
    begin_reading(worker, begin)
    worker.screen.type(answers.areas)
    worker.sees(part_done(worker, LIFE, 10, 10))
    worker.screen.type(answers.who5)
    worker.sees(part_done(worker, WHO5, 5, 5))
    worker.screen.type(answers.rest)
    if not worker.screen.shows(worker.t("Everything has been asked.")):
        worker.screen.key("Return")
    worker.sees_words("Everything has been asked.")
    finish_reading(worker)


def begin_reading(worker: Worker, begin: str = "Begin a reading") -> None:
    """Open a reading and let it hear one key for each answer."""
    open_tab(worker, "Readings")
    worker.press(begin, "push button")
    worker.screen.find(worker.t("Stop here for today"), "push button")
    type_in(worker)


def type_in(worker: Worker) -> None:
    """Let the part of the reading that is open hear one key for each answer, from its first question on."""
    if is_chosen(worker, "Type in from paper"):
        worker.press("Type in from paper", "check box")
    worker.press("Type in from paper", "check box")
    worker.screen.wait_for(lambda: _on_an_answer(worker), "the keyboard in the first question")


def _on_an_answer(worker: Worker) -> bool:
    here = worker.screen.focused(wait=0.1)
    return here is not None and here.role == "check box" and bool(here.description)


def finish_reading(worker: Worker) -> None:
    """Say that the reading is done; the keyboard stands on the button already."""
    worker.screen.key("space")
    worker.sees_words("Begin a reading")


def part_done(worker: Worker, titles: dict[str, str], done: int, asked: int) -> str:
    """Return what the part of a reading is called while so much of it is answered."""
    return f"{titles[worker.t.language]}  {worker.t('{done} of {asked}', done=done, asked=asked)}"
