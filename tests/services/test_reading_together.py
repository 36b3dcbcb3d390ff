"""What the citizen says at the screen is one change of the course."""

from dataclasses import replace

import pytest

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.submissions import MadeBy
from exit_desktop.errors import AnswerFault, NotPossibleNow
from exit_desktop.services.courses import load_course, register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.readings import begin_reading, change_reading, find_submission, finish_reading
from exit_desktop.services.together import save_together
from support.courses import TODAY

MONEY = Answer(instrument="life_situation", version=1, question="money", value=4)


def test_a_first_answer_is_one_change(desk: Desk) -> None:
    begun, key = begin_reading(desk, register_citizen(desk, "Mågen"), TODAY)
    alone = change_reading(desk, begun, key, replace(find_submission(begun, key), made_by=MadeBy.WORKER_ALONE))
    course = save_together(desk, alone, key, MONEY)
    reading = find_submission(load_course(desk, course.id), key)
    assert (course.revision, reading.made_by, [a.value for a in reading.answers]) == (
        alone.revision + 1,
        MadeBy.TOGETHER,
        [4],
    )


def test_an_empty_answer_is_taken_out_in_one_change(desk: Desk) -> None:
    begun, key = begin_reading(desk, register_citizen(desk, "Mågen"), TODAY)
    said = save_together(desk, begun, key, MONEY)
    course = save_together(desk, said, key, replace(MONEY, value=None))
    assert (course.revision, find_submission(course, key).answers) == (said.revision + 1, ())


def test_what_cannot_be_an_answer_changes_nothing(desk: Desk) -> None:
    begun, key = begin_reading(desk, register_citizen(desk, "Mågen"), TODAY)
    with pytest.raises(AnswerFault):
        save_together(desk, begun, key, replace(MONEY, value=99))
    done = finish_reading(desk, begun, key)
    with pytest.raises(NotPossibleNow):
        save_together(desk, done, key, replace(MONEY, value=None))
    assert load_course(desk, done.id) == done
