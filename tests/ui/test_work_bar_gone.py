"""Work whose page is gone before it ends."""

from threading import Event

from pytestqt.qtbot import QtBot

from exit_desktop.ui.jobs import Job
from exit_desktop.ui.session import Session
from exit_desktop.ui.widgets.work_bar import WorkBar


def test_it_ends_without_a_word(session: Session, qtbot: QtBot) -> None:
    begun, go_on = Event(), Event()
    told: list[object] = []
    bar = WorkBar(session)

    def work(job: Job) -> object:
        begun.set()
        go_on.wait(10)
        return job

    bar.start("Looking", work, told.append)
    assert begun.wait(10)
    session.jobs.stop_all()
    bar.deleteLater()
    with qtbot.waitSignal(bar.destroyed):
        pass
    with qtbot.waitSignal(session.jobs.busy_changed):
        go_on.set()
    assert told == []
