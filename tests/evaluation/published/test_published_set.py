"""The made-up set of 68 citizens and 38 enquiries says what the midterm note printed, figure by figure."""

import io
from fractions import Fraction

import pytest

from evaluation.published.courses import (
    catalogue,
    published_courses,
    published_enquiries,
    without_a_start,
)
from evaluation.published.figures import (
    MEANS,
    MEETINGS,
    NEEDS_MET,
    OTHER_CONTACT,
    SHARES,
    Mean,
    Share,
)
from evaluation.published.plain_count import COURSES, answers, mean, ongoing, share
from exit_desktop.domain.courses import Course
from exit_desktop.domain.not_started import Enquiry
from exit_desktop.instruments.engine import asked_answers, visible_questions
from exit_desktop.services.dump_lines import read_lines, write_line


def half_up(number: Fraction) -> int:
    return int((2 * number + 1) // 2)


def named(figure: Share | Mean) -> str:
    return f"{figure.table}-{figure.row}-{figure.column}"


@pytest.mark.parametrize("figure", SHARES, ids=named)
def test_a_count_of_the_note_and_its_per_cent(figure: Share) -> None:
    assert share(figure.table, figure.row, figure.column) == (figure.count, figure.answered)
    if figure.printed is not None and not _other_reading(figure):
        assert half_up(Fraction(100 * figure.count, figure.answered)) == figure.printed


def _other_reading(figure: Share) -> bool:
    """Return whether the printed per cent cannot come from the N that the set holds to."""
    return (figure.table, figure.row) in {
        ("4.7b", "lodging"),
        ("4.9", "wants_help_finances"),
        ("4.10a", "selling_sex"),
    }


@pytest.mark.parametrize("figure", [one for one in SHARES if one.printed and _other_reading(one)], ids=named)
def test_what_is_printed_against_its_own_n_cannot_be(figure: Share) -> None:
    could = {half_up(Fraction(100 * count, figure.answered)) for count in range(figure.answered + 1)}
    assert figure.printed not in could
    assert figure.reading


@pytest.mark.parametrize("figure", MEANS, ids=named)
def test_a_mean_of_the_note(figure: Mean) -> None:
    made, people = mean(figure.table, figure.row, figure.column)
    tenfold = 1 if figure.whole else 10
    assert (Fraction(half_up(made * tenfold), tenfold), people) == (figure.printed, figure.answered)


@pytest.mark.parametrize(
    ("question", "figures"), [("meetings_frequency", MEETINGS), ("other_contact_frequency", OTHER_CONTACT)]
)
def test_how_many_were_in_touch_once_a_week_or_more(
    question: str, figures: dict[str, tuple[str, int, int, int]]
) -> None:
    for occasion, (_, often, answered, printed) in figures.items():
        several, weekly = (ongoing(question, row, occasion) for row in ("several_a_week", "weekly"))
        assert (several[0] + weekly[0], weekly[1]) == (often, answered)
        assert half_up(Fraction(100 * often, answered)) == printed


def test_needs_were_met_for_more_than_half() -> None:
    counted = {row: ongoing("needs_met", row, "m06") for row in NEEDS_MET}
    assert counted == {row: (count, 39) for row, count in NEEDS_MET.items()}


def test_forty_people_were_paid_at_75_measurements() -> None:
    paid = [
        course.id
        for course in COURSES
        for occasion in ("m00", "m02", "m04", "m06")
        if answers(course, "selling", occasion).get("paid_last_month") is True
    ]
    assert (len(set(paid)), len(paid)) == (40, 75)


def test_the_set_is_68_courses_three_without_a_start_and_38_enquiries() -> None:
    assert (len(published_courses()), len(without_a_start()), len(published_enquiries())) == (68, 3, 38)
    assert not any(one.course.submissions for one in without_a_start())


def test_every_document_goes_through_a_dump_unchanged() -> None:
    bodies: list[Course | Enquiry] = [
        *(one.course for one in (*published_courses(), *without_a_start())),
        *published_enquiries(),
    ]
    lines = b"".join(write_line(body) for body in bodies)
    assert [body for _, body in read_lines(io.BytesIO(lines))] == bodies


def test_no_answer_stands_where_nothing_was_asked_and_none_is_unknown_to_the_instrument() -> None:
    for course in COURSES:
        for submission in course.submissions:
            for part in submission.parts:
                instrument = catalogue().get(part.instrument, part.version)
                asked = {q.key for q in visible_questions(instrument, asked_answers(instrument, submission))}
                given = [a for a in submission.answers if a.instrument == part.instrument]
                assert {answer.question for answer in given} <= asked
                for answer in given:
                    question = instrument.question(answer.question)
                    options = {option.key for option in question.options} if question else set()
                    assert not isinstance(answer.value, tuple) or set(answer.value) <= options
