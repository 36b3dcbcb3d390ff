"""What the window tells stays told: a warning that comes between gives its place back."""

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.system.language import Texts
from exit_desktop.ui.messages import Message, MessageBar


@pytest.fixture
def bar(qtbot: QtBot, t: Texts) -> MessageBar:
    made = MessageBar(t)
    qtbot.addWidget(made)
    return made


def test_a_warning_gives_its_place_back_to_what_stood_there(bar: MessageBar) -> None:
    bar.show_message(Message("The disk is full.", wants=True))
    bar.warn("Locks in 20 seconds.")
    assert bar.text == "Locks in 20 seconds."
    bar.stop_warning()
    assert bar.text == "The disk is full."


def test_the_act_of_a_message_comes_back_with_it(bar: MessageBar) -> None:
    done: list[str] = []
    bar.show_message(Message("Deleted.", act_text="Undo", act=lambda: done.append("undone")))
    bar.warn("Locks in 20 seconds.")
    bar.stop_warning()
    bar.do_act()
    assert done == ["undone"]


def test_a_warning_over_nothing_leaves_nothing(bar: MessageBar) -> None:
    bar.warn("Locks in 20 seconds.")
    bar.stop_warning()
    assert bar.text == ""


def test_what_is_told_meanwhile_stands_when_the_warning_is_over(bar: MessageBar) -> None:
    bar.warn("Locks in 20 seconds.")
    bar.show_message(Message("The backup is done."))
    bar.warn("Locks in 19 seconds.")
    bar.stop_warning()
    assert bar.text == "The backup is done."
