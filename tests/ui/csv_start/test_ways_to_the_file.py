"""Where a worker finds it: by a word in the palette, in the menu, under sharing; not while somebody sits beside."""

import pytest
from PySide6.QtWidgets import QDialog

from exit_desktop.ui.csv_start.start_dialog import StartDialog
from exit_desktop.ui.palette.entries import find_entries
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.work_area import WorkArea
from support.open_window import Opened, dozen, opened
from support.places_to_go import DIALOGS, close_dialogs, dialog_over, press, settle

__all__ = ["dozen", "opened"]
IN_CAFE = "Café view hides the list. F8 shows it again."


def by_palette(work: WorkArea) -> QDialog:
    find_entries(work.go_to_entries(), "csv")[0].go()
    return dialog_over(work.window())


def by_sharing(work: WorkArea) -> QDialog:
    work.acts.action(ActId.SHARING).trigger()
    for words in ("Open lines", "Bring in courses from a file …"):
        press(work, words)
    return dialog_over(work.window())


def test_everyday_words_and_sharing_lead_there(opened: Opened) -> None:
    for way in (by_palette, by_sharing):
        assert isinstance(way(opened.work), StartDialog)
        close_dialogs(opened.window)


def test_in_cafe_view_no_other_names_are_shown(opened: Opened) -> None:
    heard: list[str] = []
    opened.work.session.told.connect(lambda message: heard.append(message.text))
    opened.work.acts.action(ActId.CAFE).trigger()
    assert opened.work.in_cafe_view
    opened.work.acts.action(ActId.BRING_IN).trigger()
    settle()
    with pytest.raises(LookupError):
        dialog_over(opened.window)
    assert heard == [IN_CAFE]


def test_afterwards_the_citizens_are_shown(opened: Opened) -> None:
    dialog = next(place for place in DIALOGS if place.name == "bring-in").go(opened.work)
    assert isinstance(dialog, StartDialog)
    dialog.act.click()
    settle()
    assert [entry.text for entry in find_entries(opened.work.go_to_entries(), "Tjald")] == ["Tjald"]
    assert opened.work.list_shown
