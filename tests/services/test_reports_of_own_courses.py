"""The report over the vault's own courses: counted anew where they changed, with the choices that the vault keeps."""

import threading
from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest

from evaluation.coded_people import held_row
from exit_desktop.domain.answers import Answer, Respondent
from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.contacts import WorkKind
from exit_desktop.domain.courses import Course
from exit_desktop.domain.not_started import Enquiry
from exit_desktop.domain.scoring import AREA_KEYS, ImprovementRule
from exit_desktop.domain.submissions import Part, Submission, SubmissionKind
from exit_desktop.errors import InstrumentMissing
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.exchange.canonical import canonical_json
from exit_desktop.exchange.coded import code_course
from exit_desktop.exchange.units import UnitKind, parse_line, read_unit
from exit_desktop.services.bundles import FORMS
from exit_desktop.services.counted import count_own, keep_counted_of_held, keep_counted_of_received
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.reports import (
    exact_report,
    read_report_rule,
    read_threshold,
    save_report_rule,
    save_threshold,
)
from exit_desktop.services.settings import change_worker
from exit_desktop.services.vaults import WorkerDetails
from exit_desktop.vault.not_started_rows import delete_enquiry, write_enquiry
from support.courses import make_course, uid
from support.enquiries import about

START = date(2026, 7, 2)
TODAY = ReportChoices(date(2026, 11, 23))


def sitting(number: int, on: date, occasion: Occasion, score: int) -> Submission:
    answers = tuple(Answer(instrument="life_situation", version=1, question=area, value=score) for area in AREA_KEYS)
    parts = (Part("life_situation", 1, on),)
    kind = SubmissionKind.READING
    return Submission(uid(number), kind, on, occasion, finished_on=on, parts=parts, answers=answers)


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course with a life situation at the start."""
    made = replace(make_course(), submissions=(sitting(501, START, Occasion.M00, 5),))
    return commit_course(desk, None, made, "citizen")


def go_on() -> None:
    """Nobody stops."""


def test_only_what_changed_is_counted_anew(desk: Desk, course: Course) -> None:
    assert count_own(desk, go_on) == 1
    assert count_own(desk, go_on) == 0
    later = sitting(502, START + timedelta(60), Occasion.M02, 7)
    commit_course(desk, course, replace(course, submissions=(*course.submissions, later)), "reading")
    assert exact_report(desk, TODAY, go_on).tables["F5.6p"].cells[2][0].total == 2
    assert count_own(desk, go_on) == 0


def test_another_code_or_town_counts_for_the_courses_too(desk: Desk, course: Course) -> None:
    assert exact_report(desk, replace(TODAY, workers=("K7",)), go_on).people == 1
    change_worker(desk, WorkerDetails("K8", "Aarhus"))
    assert exact_report(desk, replace(TODAY, workers=("K7",)), go_on).people == 0
    assert exact_report(desk, TODAY, go_on).tables["4.1"].rows == ("Aarhus",)


def test_an_own_course_that_is_held_too_counts_once(desk: Desk, course: Course) -> None:
    coded = code_course(course, desk.catalogue, "K7", "Odense")
    with desk.vault.writing() as connection:
        keep_counted_of_held(connection, held_row(connection, coded), coded)
    assert exact_report(desk, TODAY, go_on).registered == 1


def test_own_enquiries_are_counted_and_forgotten(desk: Desk) -> None:
    enquiry = Enquiry(uid(77), date(2026, 10, 4), "Odense", (about("gender", "woman"),))
    with desk.vault.writing() as connection:
        write_enquiry(connection, enquiry)
    assert exact_report(desk, TODAY, go_on).enquiries == 1
    with desk.vault.writing() as connection:
        write_enquiry(connection, replace(enquiry, answers=(about("gender", "man"),), revision=2))
    assert [row[0].count for row in exact_report(desk, TODAY, go_on).tables["4.2a"].cells] == [0, 1, 0]
    with desk.vault.writing() as connection:
        delete_enquiry(connection, enquiry.id)
    assert exact_report(desk, TODAY, go_on).enquiries == 0


def test_a_report_can_be_stopped(desk: Desk, course: Course) -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        exact_report(desk, TODAY, stop)
    assert exact_report(desk, TODAY, go_on).people == 1


def test_the_window_reads_while_a_report_is_made(desk: Desk, course: Course) -> None:
    waiting = []

    def look() -> None:
        with desk.vault.reading() as connection:
            connection.execute("SELECT count(*) FROM course").fetchone()

    def others_read() -> None:
        other = threading.Thread(target=look, daemon=True)
        other.start()
        other.join(timeout=5)
        waiting.append(other.is_alive())

    exact_report(desk, TODAY, others_read)
    assert len(waiting) >= 3
    assert not any(waiting)


def test_an_empty_vault_has_every_table(desk: Desk) -> None:
    report = exact_report(desk, TODAY, go_on)
    assert (report.people, report.enquiries) == (0, 0)
    assert not any(cell.count for table in report.tables.values() for row in table.cells for cell in row)


def test_rule_and_threshold_are_kept_in_the_vault(desk: Desk) -> None:
    assert (read_report_rule(desk), read_threshold(desk)) == (ImprovementRule.TEN_PERCENT, 5)
    save_report_rule(desk, ImprovementRule.TEN_POINTS)
    save_threshold(desk, 2)
    assert read_report_rule(desk) is ImprovementRule.TEN_POINTS
    assert read_threshold(desk) == exact_report(desk, TODAY, go_on).threshold == 3


@pytest.mark.parametrize(("left_out", "told"), [((), 21), (("hours_other",), None)])
def test_the_coded_form_tells_the_sum_of_its_hours(desk: Desk, left_out: tuple[str, ...], told: int | None) -> None:
    keys = [f"hours_{kind.value}" for kind in WorkKind]
    answers = tuple(
        Answer(instrument="ongoing_form", version=1, question=key, respondent=Respondent.WORKER, value=number)
        for number, key in enumerate(keys, 1)
        if key not in left_out
    )
    on, parts = START + timedelta(60), (Part("ongoing_form", 1, START),)
    kind = SubmissionKind.ONGOING_FORM
    form = Submission(uid(503), kind, on, Occasion.M02, finished_on=on, parts=parts, answers=answers)
    coded = code_course(replace(make_course(), submissions=(form,)), desk.catalogue, "K7", "Odense")
    assert coded.submissions[0].hours == told
    assert all(isinstance(one.value, str) for one in coded.submissions[0].parts[0].answers)


def test_a_coded_course_of_the_first_form_is_read_still(desk: Desk, course: Course) -> None:
    body = msgspec.to_builtins(code_course(course, desk.catalogue, "K7", "Odense"))
    for one in body["submissions"]:
        del one["hours"]
    line = canonical_json({"unit": UnitKind.COURSE_CODED.value, "schema": 1, "body": {**body, "schema": 1}})
    unit = read_unit(parse_line(line, 1), FORMS)
    assert unit.body.submissions[0].hours is None  # type: ignore[attr-defined]  # a coded course


def test_what_is_received_counts_whole_or_coded(desk: Desk) -> None:
    whole = replace(make_course(), submissions=(sitting(501, START, Occasion.M00, 5),))
    coded = code_course(whole, desk.catalogue, "B2", "Vejle")
    unknown = replace(whole, submissions=(replace(whole.submissions[0], parts=(Part("life_situation", 99),)),))
    with desk.vault.writing() as connection:
        row = held_row(connection, coded)
        keep_counted_of_received(connection, desk, row, whole, ("B2", "Vejle"))
        first = connection.execute("SELECT measure, occasion, since, codes FROM counted_sheet").fetchall()
        keep_counted_of_received(connection, desk, row, coded, ("", ""))
        assert connection.execute("SELECT measure, occasion, since, codes FROM counted_sheet").fetchall() == first
        with pytest.raises(InstrumentMissing):
            keep_counted_of_received(connection, desk, row, unknown, ("B2", "Vejle"))
    assert exact_report(desk, replace(TODAY, projects=("Vejle",)), go_on).people == 1
