"""Writing a contact with the keyboard alone: the order of the fields, what is told, and where the keyboard goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from exit_desktop.domain.contacts import PlaceKind
from exit_desktop.ui.course.contacts.tab import ContactsTab
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.telling import Message


@pytest.fixture
def told(work: CourseWork) -> list[str]:
    """What the message bar is handed."""
    heard: list[str] = []

    def hear(message: Message) -> None:
        heard.append(message.text)

    work.session.told.connect(hear)
    return heard


def write(tab: ContactsTab, words: str) -> None:
    tab.begin_contact()
    tab.composer.form.note.setPlainText(words)
    QTest.keyClick(tab.composer.form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_tab_goes_through_the_fields_as_they_are_read(tab: ContactsTab) -> None:
    tab.begin_contact()
    form = tab.composer.form
    form.place.set_value(next(kind for kind in form.place._labels if kind is not PlaceKind.NONE))
    form.place.currentIndexChanged.emit(form.place.currentIndex())
    wanted = [form.kind, form.note, form.on, form.at, form.place, form.place_words, form.with_whom, form.minutes]
    met: list[QWidget] = []
    part = tab.composer.nextInFocusChain()
    while part is not None and part is not tab.composer:
        met += [one for one in wanted if part is one or one.isAncestorOf(part)]
        part = part.nextInFocusChain()
    assert list(dict.fromkeys(met)) == wanted


def test_a_contact_that_is_added_is_told(tab: ContactsTab, told: list[str]) -> None:
    write(tab, "Gik en tur")
    assert told == ["Added: the contact of 23 November."]


def test_the_keyboard_goes_to_the_line_that_was_added(tab: ContactsTab) -> None:
    write(tab, "Gik en tur")
    assert tab.window().focusWidget() is tab.log.entries()[0].line


def test_undo_says_what_it_took_back(tab: ContactsTab, work: CourseWork, told: list[str]) -> None:
    write(tab, "Gik en tur")
    work.undo()
    assert told[-1] == "Undone: the contact of 23 November."


def test_the_words_of_a_contact_that_was_taken_back_wait_in_its_fields(tab: ContactsTab, work: CourseWork) -> None:
    write(tab, "Gik en tur")
    work.undo()
    assert tab.composer.form.note.text() == "Gik en tur"
    assert work.session.drafts.text(tab.composer.place)


def test_words_that_are_being_written_are_not_written_over(tab: ContactsTab, work: CourseWork) -> None:
    write(tab, "Gik en tur")
    tab.begin_contact()
    tab.composer.form.note.setPlainText("Noget andet")
    work.undo()
    assert tab.composer.form.note.text() == "Noget andet"


def test_a_change_that_is_taken_back_is_told_as_a_change(tab: ContactsTab, work: CourseWork, told: list[str]) -> None:
    write(tab, "Gik en tur")
    entry = tab.log.open_contact(tab.log.entries()[0].contact.id)
    assert entry is not None and entry.editor is not None
    entry.editor.form.note.setPlainText("Gik en lang tur")
    entry.editor.save()
    work.undo()
    assert told[-1] == "Undone: the last change of the contact of 23 November."
