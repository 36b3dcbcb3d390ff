"""A report of one date says the same whenever it is made: what was dated or finished later is not seen."""

from dataclasses import replace
from datetime import date, timedelta

from evaluation.asking_tables import cell, counts, mean_of, report_of
from evaluation.coded_people import START, at_start, form, hold, reading, star, who5
from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.submissions import MadeBy
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.exchange.coded import CodedReplan
from exit_desktop.services.desk import Desk
from exit_desktop.services.reports import exact_report

M02 = Occasion.M02
TWO = START + timedelta(60)


def test_what_comes_later_does_not_change_an_earlier_date(desk: Desk) -> None:
    made = at_start(1)
    made.submissions.append(reading(TWO, M02, life_situation=star(6)))
    early = report_of(desk, made, on=TWO)
    made.submissions.append(reading(TWO + timedelta(3), M02, life_situation=star(9)))
    made.submissions.append(form("ongoing_form", TWO + timedelta(3), M02, plan_exists=True))
    assert report_of(desk, made, on=TWO) == early
    later = report_of(desk, made, on=TWO + timedelta(3))
    assert mean_of(later.tables["F5.6"], "ten_areas", "m02") == 9


def test_a_sitting_is_known_from_the_day_it_was_finished(desk: Desk) -> None:
    made = at_start(1)
    finished = replace(reading(TWO, M02, life_situation=star(6)), finished_on=TWO + timedelta(5))
    made.submissions.append(finished)
    for on, count in ((TWO + timedelta(4), 0), (TWO + timedelta(5), 1)):
        assert cell(report_of(desk, made, on=on).tables["3.2"], "life_situation", "m02").count == count


def test_the_newest_held_counts_even_where_an_older_one_was_finished_after_it(desk: Desk) -> None:
    made = at_start(1)
    made.submissions.append(replace(reading(TWO, M02, life_situation=star(6)), finished_on=TWO + timedelta(9)))
    made.submissions.append(reading(TWO + timedelta(2), M02, life_situation=star(8)))
    assert mean_of(report_of(desk, made).tables["F5.6"], "ten_areas", "m02") == 8


def test_a_newer_star_without_who5_does_not_hide_an_older_who5(desk: Desk) -> None:
    made = at_start(1)
    made.submissions.append(reading(TWO, M02, life_situation=star(6), who5=who5(10)))
    made.submissions.append(reading(TWO + timedelta(2), M02, life_situation=star(8)))
    report = report_of(desk, made)
    assert mean_of(report.tables["F5.1"], "who5_index", "m02") == 40
    assert mean_of(report.tables["F5.6"], "ten_areas", "m02") == 8


def test_a_draft_an_extra_and_what_the_worker_made_alone_never_count(desk: Desk) -> None:
    made = at_start(1)
    one = reading(TWO, M02, life_situation=star(6))
    made.submissions.append(replace(one, finished_on=None))
    made.submissions.append(replace(one, occasion=Occasion.EXTRA))
    made.submissions.append(replace(one, made_by=MadeBy.WORKER_ALONE))
    assert counts(report_of(desk, made).tables["3.2"], "m02") == {}


def test_a_course_counts_from_its_start(desk: Desk) -> None:
    made = at_start(1)
    assert report_of(desk, made, on=START - timedelta(1)).registered == 0
    assert report_of(desk, made, on=START).people == 1


def test_a_newer_revision_takes_the_place_and_a_deleted_course_is_gone(desk: Desk) -> None:
    made = at_start(1)
    report_of(desk, made)
    made.submissions.append(reading(TWO, M02, life_situation=star(6)))
    hold(desk, [made.coded(revision=2)])
    report = exact_report(desk, ReportChoices(date(2027, 1, 1)), lambda: None)
    assert (report.people, cell(report.tables["3.2"], "life_situation", "m02").count) == (1, 1)
    with desk.vault.writing() as connection:
        connection.execute("DELETE FROM held_course")
        left = connection.execute("SELECT count(*) FROM counted_sheet").fetchone()[0]
    assert left == 0


def test_a_re_plan_moves_what_is_due_from_the_day_it_was_made(desk: Desk) -> None:
    made = at_start(1)
    made.replans = (CodedReplan(TWO, TWO - timedelta(30), 30),)
    before, after = TWO - timedelta(1), TWO + timedelta(10)
    assert counts(report_of(desk, made, on=before).tables["3.2b"], "m02") == {"missed": 1}
    assert counts(report_of(desk, made, on=after).tables["3.2b"], "m02") == {"not_yet": 1}
