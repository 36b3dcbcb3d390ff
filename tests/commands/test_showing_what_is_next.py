"""What `show` says of what comes next."""

from datetime import date

from exit_desktop.commands.showing import document_of, lines_of, look_at
from exit_desktop.domain.calendar import Occasion
from exit_desktop.services.caseload import read_caseload
from exit_desktop.services.courses import register_citizen, start_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.readings import begin_reading
from exit_desktop.system.language import Texts
from support.courses import desk
from support.vault_making import real_template, vault

__all__ = ["desk", "real_template", "vault"]
BEGUN = date(2026, 11, 20)


def test_a_reading_under_way_is_told_with_the_day_it_was_begun(desk: Desk) -> None:
    course = start_course(desk, register_citizen(desk, "Tern", "en"), date(2026, 11, 19))
    course, _reading = begin_reading(desk, course, BEGUN, Occasion.M00)
    shown = look_at(desk, course)
    assert "Next: a reading is under way, begun 20 Nov" in lines_of(shown, Texts("en"))
    due = document_of(shown, Texts("en"))["due"]
    assert isinstance(due, dict)
    assert due["begun_on"] == BEGUN


def test_the_caseload_knows_what_is_under_way(desk: Desk) -> None:
    course = start_course(desk, register_citizen(desk, "Tern", "en"), date(2026, 11, 19))
    begin_reading(desk, course, BEGUN, Occasion.M00)
    assert [one.begun_on for one in read_caseload(desk).courses] == [BEGUN]
