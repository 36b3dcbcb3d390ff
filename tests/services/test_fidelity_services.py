"""What does not fit is kept with its reason, undone, dumped and loaded; the caseload says the same as its courses."""

import threading
from datetime import date
from pathlib import Path

import pytest

from exit_desktop.domain.calendar import CourseState
from exit_desktop.domain.contacts import ContactState, Minutes, WorkEntry, WorkKind
from exit_desktop.domain.courses import Course
from exit_desktop.domain.findings import Standing
from exit_desktop.domain.indicators import Indicator
from exit_desktop.domain.method_figures import Expectations
from exit_desktop.errors import ReasonMissing, TextTooLong
from exit_desktop.services.caseload import read_caseload
from exit_desktop.services.contacts import record_contact, record_own_hours
from exit_desktop.services.courses import list_courses, load_course, register_citizen, start_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.dumps import dump_vault, load_dump
from exit_desktop.services.fidelity import (
    course_findings,
    expect_again,
    read_caseload_findings,
    read_expectations,
    save_expectations,
    set_aside,
    tally,
)
from exit_desktop.services.invention.citizens import invent_citizens
from exit_desktop.services.settings import change_worker
from exit_desktop.services.time_spent import read_time
from exit_desktop.services.undoing import UndoStack, undo_change
from exit_desktop.services.vaults import WorkerDetails
from exit_desktop.vault.settings import save_setting
from support.courses import TODAY, make_contact, uid

START = date(2026, 7, 2)


def begun(desk: Desk, alias: str = "Mågen") -> Course:
    """A course that has started."""
    return start_course(desk, register_citizen(desk, alias), START)


def standing(desk: Desk, course: Course, indicator: Indicator) -> Standing:
    """How one indicator of a course stands."""
    return next(one.standing for one in course_findings(desk, course) if one.indicator is indicator)


def test_a_reason_is_kept_changed_and_taken_back(desk: Desk) -> None:
    course = set_aside(desk, begun(desk), Indicator.COMMUNITY, "  Tør ikke gå ud 🌧  ")
    assert load_course(desk, course.id).not_suitable[0].reason == "Tør ikke gå ud 🌧"
    first = course.not_suitable[0].id
    course = set_aside(desk, course, Indicator.COMMUNITY, "Bor på et herberg")
    assert [(one.id, one.reason) for one in course.not_suitable] == [(first, "Bor på et herberg")]
    assert standing(desk, course, Indicator.COMMUNITY) is Standing.NOT_SUITABLE
    course = expect_again(desk, course, Indicator.COMMUNITY)
    assert load_course(desk, course.id).not_suitable == ()


@pytest.mark.parametrize(("words", "failure"), [(" \n ", ReasonMissing), ("x" * 10_000, TextTooLong)])
def test_without_a_reason_or_with_too_many_words_nothing_is_written(
    desk: Desk, words: str, failure: type[Exception]
) -> None:
    course = begun(desk)
    with pytest.raises(failure):
        set_aside(desk, course, Indicator.LENGTH, words)
    assert load_course(desk, course.id).revision == course.revision


def test_the_same_again_writes_nothing(desk: Desk) -> None:
    course = set_aside(desk, begun(desk), Indicator.LENGTH, "Flyttede")
    assert set_aside(desk, course, Indicator.LENGTH, "Flyttede") is course
    assert expect_again(desk, course, Indicator.SUPPORTS) is course


def test_undo_takes_a_reason_back(desk: Desk) -> None:
    before, stack = begun(desk), UndoStack()
    after = set_aside(desk, before, Indicator.LENGTH, "Flyttede")
    stack.keep(before, after)
    assert undo_change(desk, after, stack).not_suitable == ()


def test_a_reason_goes_along_in_dump_and_load(desk: Desk, tmp_path: Path) -> None:
    course = set_aside(desk, begun(desk), Indicator.LENGTH, "Flyttede")
    dump_vault(desk, tmp_path / "dump")
    lines = (tmp_path / "dump").read_text("utf-8")
    taken_back = expect_again(desk, course, Indicator.LENGTH)
    raised = lines.replace(f'"revision":{course.revision}', f'"revision":{taken_back.revision + 1}')
    (tmp_path / "dump").write_text(raised, "utf-8")
    assert load_dump(desk, tmp_path / "dump").replaced == 1
    assert load_course(desk, course.id).not_suitable == course.not_suitable


def test_the_caseload_finds_what_each_course_finds(desk: Desk) -> None:
    for course in invent_citizens(14, 7, TODAY):
        commit_course(desk, None, course, "citizen")
    found = read_caseload_findings(desk)
    assert len(found) > 8
    for one in found:
        assert one.findings == course_findings(desk, load_course(desk, one.course_id))


def test_a_tally_has_its_own_denominator(desk: Desk) -> None:
    first = set_aside(desk, begun(desk), Indicator.SUPPORTS, "Har ingen")
    begun(desk, "Ravnen")
    sums = {one.indicator: one for one in tally(read_caseload_findings(desk))}
    assert [one.course_id for one in sums[Indicator.SUPPORTS].not_suitable] == [first.id]
    assert (sums[Indicator.SUPPORTS].as_expected, sums[Indicator.SUPPORTS].open) == (0, 1)
    assert [one.alias for one in sums[Indicator.PLAN_IN_TIME].otherwise] == ["Mågen", "Ravnen"]


def test_reading_stops_when_it_is_asked_to(desk: Desk) -> None:
    begun(desk)
    with pytest.raises(KeyboardInterrupt):
        read_caseload_findings(desk, lambda _number: (_ for _ in ()).throw(KeyboardInterrupt))


def test_others_read_while_the_courses_are_read(desk: Desk) -> None:
    begun(desk)
    waited = []

    def look(_number: int) -> None:
        other = threading.Thread(target=lambda: list_courses(desk))
        other.start()
        other.join(timeout=5)
        waited.append(other.is_alive())

    read_caseload_findings(desk, look)
    assert waited == [False]


def test_a_few_courses_at_a_time_are_all_of_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for alias in ("Alken", "Mågen", "Ravnen", "Ørnen", "Ærfuglen"):
        begun(desk, alias)
    whole = read_caseload_findings(desk)
    monkeypatch.setattr("exit_desktop.services.fidelity._AT_A_TIME", 2)
    assert read_caseload_findings(desk) == whole
    assert len(whole) == 5


def test_only_the_figures_of_a_source_are_held_to(desk: Desk) -> None:
    chosen = Expectations(4, (1, 3), 20)
    save_expectations(desk, chosen)
    assert read_expectations(desk) == chosen
    with desk.vault.writing() as connection:
        for name in ("method_community", "method_areas", "method_caseload"):
            save_setting(connection, name, "7")
    assert read_expectations(desk) == Expectations()


def test_an_empty_vault_carries_nobody(desk: Desk) -> None:
    assert (read_caseload(desk).courses, read_caseload_findings(desk), read_time(desk)) == ((), (), ())


def test_the_caseload_tells_who_is_quiet_and_what_is_next(desk: Desk) -> None:
    change_worker(desk, WorkerDetails("K7", weekly_minutes=30 * 60))
    course = record_contact(desk, begun(desk), make_contact(1, date(2026, 11, 1)))
    record_contact(desk, course, make_contact(2, date(2026, 11, 1), state=ContactState.DID_NOT_COME))
    caseload = read_caseload(desk)
    (one,) = caseload.courses
    assert (one.quiet_days, one.last_contact_on, one.state) == (22, date(2026, 11, 1), CourseState.ACTIVE)
    assert (caseload.most, one.code) == (8, course.wire_code)
    assert one.due_on is not None


def test_hours_are_counted_by_month_and_kind_plans_left_out(desk: Desk) -> None:
    course = record_contact(desk, begun(desk), make_contact(1, date(2026, 11, 3)))
    transport = (Minutes(WorkKind.TRANSPORT, 30),)
    course = record_contact(desk, course, make_contact(2, date(2026, 9, 30), minutes=transport))
    course = record_contact(desk, course, make_contact(3, date(2026, 11, 30), state=ContactState.PLANNED))
    record_contact(desk, course, make_contact(4, date(2025, 11, 30)))
    record_own_hours(desk, WorkEntry(uid(7), date(2026, 11, 4), "outreach", 90))
    months = read_time(desk)
    assert [(one.first.month, one.citizens_total, one.own_total) for one in months] == [
        (9, 30, 0),
        (10, 0, 0),
        (11, 45, 90),
    ]
    assert dict(months[0].with_citizens) == {WorkKind.TRANSPORT: 30}
