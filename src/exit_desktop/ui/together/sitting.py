"""The reading that is being answered: its questions as they stand now, and every answer written at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exit_desktop.services.readings import change_reading, clear_answer, find_submission, instruments_of
from exit_desktop.services.together import last_time_words, look_back, said_last_time, save_together
from exit_desktop.ui.together.walk import Stop, answer_at, stops_of

if TYPE_CHECKING:
    from exit_desktop.domain.answers import Answer
    from exit_desktop.domain.courses import Course
    from exit_desktop.domain.submissions import Submission
    from exit_desktop.errors import Failure
    from exit_desktop.services.together import Afterwards
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.course.work import CourseWork


class Sitting:
    """One reading under way; acts return the failure that kept them from being written, or None."""

    def __init__(self, work: CourseWork, submission_id: str) -> None:
        self._work, self._id = work, submission_id

    @property
    def over(self) -> bool:
        """Whether the course is gone from the window."""
        return self._work.course is None

    @property
    def submission(self) -> Submission:
        """The reading as it stands now."""
        return find_submission(self._course, self._id)

    def stops(self) -> tuple[Stop, ...]:
        """Return the questions that are asked, given the answers so far."""
        here = self.submission
        return stops_of(instruments_of(self._work.desk, here), here)

    def index(self, stop: Stop) -> int:
        """Return where a stop stands on the way."""
        places = [one.place for one in self.stops()]
        return places.index(stop.place) if stop.place in places else 0

    def answer(self, stop: Stop) -> Answer | None:
        """Return what the citizen has said at a stop."""
        return answer_at(stop, self.submission)

    def last_time(self, stop: Stop, t: Texts) -> str:
        """Return the line about last time; empty if there is none."""
        last = said_last_time(self._course, self.submission, *stop.place)
        return "" if last is None else last_time_words(stop.question, last, self._work.session.today(), t)

    def look_back(self, t: Texts) -> Afterwards:
        """Return then and now."""
        return look_back(self._work.desk, self._course, self.submission, t)

    def save(self, answer: Answer) -> Failure | None:
        """Write an answer."""
        return self._work.try_change(lambda desk, course: save_together(desk, course, self._id, answer))

    def take_back(self, answer: Answer) -> Failure | None:
        """Take an answer out."""
        return self._work.try_change(lambda desk, course: clear_answer(desk, course, self._id, answer))

    def speak(self, language: str) -> Failure | None:
        """Keep the language of the talk."""
        new = replace(self.submission, language=language)
        return self._work.try_change(lambda desk, course: change_reading(desk, course, self._id, new))

    @property
    def _course(self) -> Course:
        course = self._work.course
        if course is None:
            raise RuntimeError("together mode outlived its course")
        return course
