"""The caseload as a whole: who is where, who has gone quiet, what is next, and the worker's hours."""

from exit_desktop.domain.caseload import Carried, Caseload, in_reading_order
from exit_desktop.domain.today import is_quiet, quiet_since
from exit_desktop.services.desk import Desk
from exit_desktop.services.fidelity import read_expectations
from exit_desktop.services.today import rules_of
from exit_desktop.vault.course_list import read_course_rows, read_wire_codes
from exit_desktop.vault.settings import read_settings
from exit_desktop.vault.today_rows import read_open_courses
from exit_desktop.vault.worker import read_worker


def read_caseload(desk: Desk) -> Caseload:
    """Return every course that is not closed, by phase and alias, and the hours it is carried on."""
    today = desk.clock.today()
    with desk.vault.reading() as connection:
        rules = rules_of(read_settings(connection))
        rows = {row.course_id: row for row in read_course_rows(connection, today)}
        open_courses = read_open_courses(connection, today).values()
        codes, worker = read_wire_codes(connection), read_worker(connection)
    carried = []
    for one in open_courses:
        row = rows[one.course_id]
        quiet = (today - quiet_since(one)).days if is_quiet(one, rules, today) else None
        since = one.start_on or one.orientation_on
        seen = (row.state, one.phase, since, one.last_contact_on, quiet)
        due = (row.due_on, row.due_kind, row.begun_on)
        carried.append(Carried(one.course_id, one.alias, codes[one.course_id], *seen, *due))
    return Caseload(in_reading_order(carried), worker.weekly_minutes if worker else 0, read_expectations(desk))
