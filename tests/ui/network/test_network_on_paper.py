"""The way from the tab to the kitchen table: the preview, its options, the file and the log."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import NetworkPerson
from exit_desktop.services import network
from exit_desktop.services.desk import Act, Desk
from exit_desktop.services.papers import remember_understood
from exit_desktop.services.vaults import read_log
from exit_desktop.ui.course.network.tab import NetworkTab
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.papers import leaving
from exit_desktop.ui.papers.lines_choice import How
from exit_desktop.ui.papers.network_options import NetworkOptions
from exit_desktop.ui.papers.preview import PaperPreview
from support.courses import uid

TELLING = NetworkPerson(uid(62), "gammel kunde")


def put_telling(desk: Desk, course: Course) -> Course:
    return network.put_person(desk, course, TELLING)


@pytest.fixture
def preview(full: NetworkTab, work: CourseWork) -> Iterator[PaperPreview]:
    """The preview of a network with a role that gives away; saving is understood."""
    remember_understood(work.desk, Act.SAVED_PDF)
    work.change(put_telling)
    full.map.print.click()
    (made,) = (one for one in full.window().findChildren(QDialog) if isinstance(one, PaperPreview))
    yield made
    made.reject()


def options(preview: PaperPreview) -> NetworkOptions:
    assert isinstance(preview.side, NetworkOptions)
    return preview.side


def shown(preview: PaperPreview) -> str:
    preview.make()
    return preview.pages.accessibleDescription()


def test_names_and_alias_come_only_with_a_tick(preview: PaperPreview) -> None:
    side = options(preview)
    assert not any(name in shown(preview) for name in ("Lise", "Mågen"))
    side.names.setChecked(True)
    side.alias.setChecked(True)
    assert all(name in shown(preview) for name in ("Lise", "Mågen"))


def test_nothing_leaves_before_each_line_is_decided(
    preview: PaperPreview, work: CourseWork, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "kort.pdf"
    monkeypatch.setattr(leaving, "ask_where", lambda *_: path)
    preview.save.click()
    assert not path.exists()
    options(preview).lines.choices[TELLING.id].ways[How.LEFT_OUT].setChecked(True)
    assert "kunde" not in shown(preview)
    preview.save.click()
    newest = read_log(work.desk.vault, 1)[0]
    assert (path.exists(), newest.act, newest.kind) == (True, Act.SAVED_PDF, "network")


def test_the_file_is_called_something_neutral(
    preview: PaperPreview, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(leaving, "ask_where", lambda *given: asked.append(str(given[-1])))
    options(preview).lines.choices[TELLING.id].ways[How.AS_SAID].setChecked(True)
    preview.save.click()
    assert asked == ["mit-kort.pdf"]
