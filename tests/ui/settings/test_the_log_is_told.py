"""The page of safety itself says when the usage log does not hold together."""

from pytestqt.qtbot import QtBot

from exit_desktop.services.courses import register_citizen
from exit_desktop.services.desk import Act, Desk, log_use
from exit_desktop.ui.session import Session
from exit_desktop.ui.settings.log_teller import LogTeller


def looked(session: Session, qtbot: QtBot) -> LogTeller:
    made = LogTeller(session, lambda: None)
    with qtbot.waitSignal(made.changed):
        made.look()
    return made


def test_a_log_that_holds_together_wants_nothing(session: Session, desk: Desk, qtbot: QtBot) -> None:
    assert not LogTeller(session, lambda: None).row().known
    row = looked(session, qtbot).row()
    assert row.known and not row.wants and row.act_text == "Read the log"


def test_a_broken_chain_is_worth_doing_something_about(session: Session, desk: Desk, qtbot: QtBot) -> None:
    course = register_citizen(desk, "Kvartsfalk")
    log_use(desk, Act.OPENED, "course", course.id)
    with desk.vault.writing() as connection:
        connection.execute("DELETE FROM usage_log WHERE id = 1")
    row = looked(session, qtbot).row()
    assert row.wants and "does not hold together" in row.state and row.act is not None
