"""What is seen while a vault is open: rail, list, course, and the window's message bar. Goes as a whole at lock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from exit_desktop.ui import leading_course, leading_overview, leading_start, leading_today, work_pages, work_services
from exit_desktop.ui.citizens.order import Filter
from exit_desktop.ui.course.return_place import give_keyboard_back, keyboard_place
from exit_desktop.ui.leading_help import HelpWay
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.locking import empty_clipboard
from exit_desktop.ui.messages import announce
from exit_desktop.ui.palette.entries import Entry
from exit_desktop.ui.palette.more_acts import look_entries, other_names
from exit_desktop.ui.presence import Presence
from exit_desktop.ui.shortcuts import ActId, Acts, keys_text
from exit_desktop.ui.work_layout import WorkLayout

if TYPE_CHECKING:
    from exit_desktop.services.vaults import Vault
    from exit_desktop.ui.frame import Frame
    from exit_desktop.ui.screens import Screen
    from exit_desktop.ui.session import Session

# The list is painted by then.
AFTER_PAINT_MS = 150
MANY = 1000
_OF_A_COURSE = (ActId.WRITE_CONTACT, ActId.PRINT_PLAN, ActId.UNDO, ActId.BEFORE)
_PLACES = (
    ActId.TODAY,
    ActId.SERVICES,
    ActId.OVERVIEW,
    ActId.HOURS,
    ActId.SHARING,
    ActId.SAFETY,
    ActId.USAGE_LOG,
    ActId.HELP,
)
# Before a page of the rail in what `place` returns; no course is called so.
_PAGE = "//"


def open_work_area(vault: Vault, frame: Frame, parent: QWidget, left: bytes = b"") -> WorkArea:
    """Return the work area of an open vault; `left` is what `close_down` returned the last time."""
    return WorkArea(work_services.begin_session(vault, frame, left), parent)


class WorkArea(QWidget):
    """Connects rail, list, course, pages and acts; `lock_wanted(reason)`, `hide_wanted`, `quit_wanted` go up."""

    lock_wanted = Signal(object)
    hide_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._course_id = ""
        self._pages: dict[ActId, QWidget] = {}
        self._build()
        self._acts = Acts(self, self._slots(), session.t)
        self._acts.allow_course_acts(False)
        self._rail.fill_menu(self._acts)
        self._load_screens()
        self._connect()
        # Before it is seen: what changes in a window that is shown is laid out once more.
        self._list.begin()
        self._course.say_nobody(self._list.nobody)

    @property
    def acts(self) -> Acts:
        """Every act of the window."""
        return self._acts

    @property
    def list_shown(self) -> bool:
        """Whether the list is in sight, beside the course or over it."""
        return self._middle.list_frame.isVisible()

    @property
    def in_cafe_view(self) -> bool:
        """Whether only the chosen citizen is to be seen."""
        return self.session.cafe

    def begin(self, place: str = "") -> None:
        """Go back to `place`, tell what the opening noticed and begin to watch for idleness."""
        self.return_to(place)
        if not self._course_id and self.current_place is ActId.CITIZENS:
            self._go_first()
        work_services.tell_what_was_noticed(self.session)
        work_services.offer_to_finish_erasing(self.session, self)
        self.presence.begin()
        self._ahead.start()
        work_services.ask_about_place(self.session, self)
        work_services.ask_about_sheet(self.session, self)

    def _prepare(self) -> None:
        # In steps between which the window answers: the first choice then waits for less.
        if self._course.prepare():
            self._ahead.start()

    def _go_first(self) -> None:
        """Show the day."""
        self._middle.give_room(True)
        if not self._middle.folded:
            # Whoever opens the vault looks for somebody: the list does not wait for the day.
            self.repaint()
        if self._list.model.counts[Filter.ALL] > MANY:
            # Ten thousand courses take a moment.
            self._list.focus_search()
            QTimer.singleShot(AFTER_PAINT_MS, self, self._show_day)
        else:
            self._go_to_place(ActId.TODAY)

    def _show_day(self) -> None:
        if self._course_id or self._middle.pages.currentWidget() is not self._still:
            return
        typed = bool(self._list.search.text())
        self._go_to_place(ActId.TODAY)
        if typed and self.list_shown:
            # Somebody looks for a citizen already.
            self._list.search.setFocus()

    def place(self) -> str:
        """Return where the worker is, for `return_to` after a lock in this run; kept in memory only."""
        act = self.current_place
        if act is ActId.TODAY:
            return ""
        if act is not ActId.CITIZENS:
            return f"{_PAGE}{act}:{keyboard_place(self._pages[act], self.window().focusWidget())}"
        inside = self._course.place() if self._course_id else ""
        return f"{self._course_id}/{inside}"

    def return_to(self, place: str) -> None:
        """Go back to where the worker was before the lock."""
        if place.startswith(_PAGE):
            act, _, field = place.removeprefix(_PAGE).partition(":")
            self._go_to_place(ActId(act))
            give_keyboard_back(self._pages[ActId(act)], field)
            return
        course_id, _, inside = place.partition("/")
        if not course_id:
            return
        self._list.choose(course_id)
        if self._course_id == course_id and inside:
            self._course.return_to(inside)

    def close_down(self, reason: LockReason) -> bytes:
        """Drop all that is shown and held; drafts are written first. Return, sealed, those that had no room."""
        self.presence.idle.stop()
        self._ahead.stop()
        self.session.lock_coming.emit()
        self.session.drafts.flush()
        left = work_services.seal_unwritten(self.session)
        self.session.locked.emit(reason)
        for dialog in self.window().findChildren(QDialog):
            dialog.reject()
        for screen in (self._list, self._course, *self._pages.values()):
            cast("Screen", screen).clear()
        self.session.drafts.clear()
        self._messages.clear()
        empty_clipboard()
        self._course_id = ""
        return left

    def retranslate(self) -> None:
        """Speak the language in force, everywhere."""
        self._acts.retranslate()
        self._layout.retranslate()
        for screen in (self._list, self._course, *self._pages.values()):
            cast("Screen", screen).retranslate()

    def go_to_entries(self) -> list[Entry]:
        """Return what the palette can lead to: citizens first (nobody in café view), then acts with their keys."""
        citizens = [] if self.session.cafe else work_services.citizens_for_palette(self.session, self._choose)
        acts = [
            Entry(action.text(), keys_text(action), action.trigger, other_names(act.id, self.session.t))
            for act, action in self._acts
            if action.isEnabled() and act.id is not ActId.GO_TO
        ]
        tabs = [*leading_course.course_tab_entries(self), *leading_overview.tab_entries(self)]
        course = leading_course.in_front(self, self._course.entries())
        return [*citizens, *acts, *tabs, *course, *look_entries(self.session)]

    def _build(self) -> None:
        self._layout = WorkLayout(self, self.session)
        self._help = HelpWay(self)
        self._rail, self._middle, self._messages = self._layout.rail, self._layout.middle, self._layout.messages
        self._ahead = QTimer(self, singleShot=True, interval=AFTER_PAINT_MS)
        self.presence = Presence(self, self.session, self._messages)

    def _load_screens(self) -> None:
        from exit_desktop.ui.citizens.citizen_list import CitizenList  # noqa: PLC0415 - with the first vault
        from exit_desktop.ui.course.course_page import CoursePage  # noqa: PLC0415 - with the first vault

        self._list, self._course = CitizenList(self.session), CoursePage(self.session)
        self._middle.put_list(self._list)
        # In sight until `begin` knows where to go.
        self._still = QWidget()
        self._middle.pages.addWidget(self._still)
        self._middle.pages.addWidget(self._course)

    def _connect(self) -> None:
        self._rail.wanted.connect(self._do)
        self.session.told.connect(self._messages.show_message)
        self.session.language_changed.connect(self.retranslate)
        self._list.chosen.connect(self._show_course)
        self._list.file_wanted.connect(lambda: self._do(ActId.BRING_IN))
        self.session.changed.connect(self._forget_deleted)
        self.session.cafe_changed.connect(self._course.set_cafe_view)
        self.session.guidance_wanted.connect(self._read_on)
        self._ahead.timeout.connect(self._prepare)
        self.presence.lock_wanted.connect(self.lock_wanted)
        self.session.lock_wanted.connect(self.lock_wanted)
        self.presence.hide_wanted.connect(self.hide_wanted)

    def _slots(self) -> dict[ActId, Callable[[], None]]:
        return {
            **{act: partial(self._do_course_act, act) for act in _OF_A_COURSE},
            **{act: partial(self._go_to_place, act) for act in _PLACES},
            ActId.SEARCH: self._search,
            ActId.NEW_CITIZEN: self._begin_citizen,
            ActId.BRING_IN: lambda: leading_start.bring_in_courses(self),
            ActId.GO_TO: self._open_palette,
            ActId.CITIZENS: self._show_citizens,
            ActId.LIST: self._toggle_list,
            ActId.CAFE: self._toggle_cafe,
            ActId.SHORTCUTS: self._show_shortcuts,
            ActId.LOCK: lambda: self.lock_wanted.emit(LockReason.ASKED),
            ActId.HIDE: self.hide_wanted.emit,
            ActId.QUIT: self.quit_wanted.emit,
        }

    def follow(self, course_id: str, place: str) -> None:
        """Open a citizen's course and go to a place in it."""
        self._course.expect(place)
        self._choose(course_id)
        if self._course_id == course_id:
            self._course.follow(place)
        else:
            self._course.expect("")

    def do(self, act: ActId) -> None:
        """Do an act as if its key were pressed."""
        self._do(act)

    def go_back_to(self, act: ActId) -> None:
        """Go to a place of the rail, and to the control there that had the keyboard."""
        self._go_to_place(act)
        page = self._middle.pages.currentWidget()
        control = page.focusWidget() if page is not None else None
        if control is not None:
            control.setFocus()

    def _do(self, act: ActId) -> None:
        self._acts.action(act).trigger()

    def _go_to_place(self, act: ActId) -> None:
        page = self._course if act is ActId.CITIZENS else self._page(act)
        self._middle.pages.setCurrentWidget(page)
        self._middle.give_room(act is not ActId.CITIZENS or bool(self._course_id))
        self._rail.show_place(ActId.SAFETY if act is ActId.USAGE_LOG else act)
        if act is not ActId.CITIZENS:
            if self._middle.folded:
                self._middle.show_list(False)
            page.setFocus()

    @property
    def current_place(self) -> ActId:
        """Which place of the rail is in front."""
        return next((act for act in self._pages if self._at(act)), ActId.CITIZENS)

    def _at(self, act: ActId) -> bool:
        return act in self._pages and self._middle.pages.currentWidget() is self._pages[act]

    def _page(self, act: ActId) -> QWidget:
        if act not in self._pages:
            page = work_pages.make_page(act, self.session, self._acts)
            self._pages[act] = page
            if act is ActId.TODAY:
                leading_today.connect_today(page, self)
            elif act is ActId.OVERVIEW:
                leading_overview.connect_overview(page, self)
            elif act is ActId.HELP:
                self._help.connect_help(page)
            self._middle.pages.addWidget(page)
        return self._pages[act]

    def _show_citizens(self) -> None:
        again = self._middle.pages.currentWidget() is self._course
        self._go_to_place(ActId.CITIZENS)
        if self.session.cafe:
            self._course.take_keyboard()
            return
        if self._middle.folded:
            self._middle.show_list(not (again and self.list_shown))
        if self.list_shown:
            self._list.focus_search()

    def _search(self) -> None:
        if self._bring_list():
            self._list.focus_search()

    def _begin_citizen(self) -> None:
        if self._bring_list():
            self._list.begin_citizen()

    def _bring_list(self) -> bool:
        if self._list_is_hidden():
            return False
        self._go_to_place(ActId.CITIZENS)
        self._middle.show_list(True)
        return True

    def _list_is_hidden(self) -> bool:
        """Say, in café view, that the list stays out of sight: a slip at the table would show who else comes here."""
        if self.session.cafe:
            self.session.say(self.session.t("Café view hides the list. F8 shows it again."))
        return self.session.cafe

    def _toggle_list(self) -> None:
        if not self._list_is_hidden():
            self._middle.toggle_list()
            if self._middle.folded and self.list_shown:
                # What had the keyboard lies under the drawer now.
                self._list.focus_search()

    def _choose(self, course_id: str) -> None:
        self._list.choose(course_id)
        if self._course_id == course_id:
            self._course.take_keyboard()

    def _show_course(self, course_id: str) -> None:
        if course_id != self._course_id:
            # "Undone: …" would stand under the name of somebody else.
            self._messages.pass_on()
        self._course_id = course_id
        self._go_to_place(ActId.CITIZENS)
        self._course.show_course(course_id)
        self._acts.allow_course_acts(True)
        if self._middle.folded:
            self._middle.show_list(False)
            self._course.setFocus()

    def _forget_deleted(self, kind: str, course_id: str) -> None:
        if kind == "course_deleted" and course_id == self._course_id:
            self._course_id = ""
            self._set_cafe(False)
            self._acts.allow_course_acts(False)
            self._go_to_place(ActId.CITIZENS)

    def _do_course_act(self, act: ActId) -> None:
        if self._course_id:
            self._go_to_place(ActId.CITIZENS)
            self._course.do_act(act)

    def _toggle_cafe(self) -> None:
        self._set_cafe(not self.session.cafe)

    def _set_cafe(self, on: bool) -> None:
        if on == self.session.cafe or (on and not self._course_id and not self._at(ActId.TODAY)):
            return
        self._middle.show_list(not on and not self._middle.folded)
        self.session.set_cafe_view(on)
        self._layout.cafe.setVisible(on)
        announce(self, self._layout.cafe.text() if on else self.session.t("Café view has ended."))

    def _open_palette(self) -> None:
        from exit_desktop.ui.palette.palette import Palette  # noqa: PLC0415 - not before it is wanted

        palette = Palette(self, self.session.theme, self.session.t, self.go_to_entries())
        palette.place_over(self.window())
        palette.open()

    def _show_shortcuts(self) -> None:
        self._go_to_place(ActId.HELP)
        work_pages.show_shortcuts(self._page(ActId.HELP))

    def _read_on(self, key: str) -> None:
        self._help.read_on(self._page(ActId.HELP), key)
