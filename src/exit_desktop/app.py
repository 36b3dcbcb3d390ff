"""Composition root of the window: builds everything once and hands it to constructors.

Start and stop are lists of named steps, so that a test can take them one by one without a window.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from types import TracebackType

from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from exit_desktop.errors import Failure
from exit_desktop.services.telling import sentence_of
from exit_desktop.system.clock import Clock
from exit_desktop.system.language import Texts
from exit_desktop.system.launch import WindowOptions
from exit_desktop.system.paths import NEUTRAL_NAME, Places, find_places
from exit_desktop.system.preferences import Preferences, read_preferences
from exit_desktop.system.resources import resource_folder
from exit_desktop.ui.collecting import Collector
from exit_desktop.ui.frame import Frame, Parts
from exit_desktop.ui.jobs import Jobs
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.start.chooser import VaultChoice
from exit_desktop.ui.start.start_area import Practice, StartArea, StartWith
from exit_desktop.ui.theme import Theme

KEY_FILE = "vault.keys"


@dataclass
class Start:
    """What the steps have made so far."""

    options: WindowOptions
    places: Places | None = None
    preferences: Preferences = field(default_factory=Preferences)
    found: StartWith = field(default_factory=lambda: StartWith(()))
    frame: Frame | None = None
    window: MainWindow | None = None
    open_files: list[Callable[[], None]] = field(default_factory=list)
    fault_told: bool = False


Steps = tuple[Callable[[Start], None], ...]


def run_window(options: WindowOptions) -> int:
    """Open the window and return the exit code when it is closed."""
    start = Start(options)
    try:
        for step in BEFORE_QT:
            step(start)
        app = make_application()
        for build in WITH_QT:
            build(start, app)
        code = app.exec()
    except Failure as failure:
        sys.stderr.write(sentence_of(failure, Texts(start.preferences.language)) + "\n")
        return 1
    stop(start)
    return code


def find_folders(start: Start) -> None:
    """Find or make the folders of this run."""
    start.places = find_places(start.options.data_dir)


def read_settings(start: Start) -> None:
    """Read the settings; the command line's language holds for this run only."""
    start.preferences = read_preferences(_places(start).preferences)
    if start.options.language is not None:
        start.preferences = replace(start.preferences, language=start.options.language)


def look_for_vaults(start: Start) -> None:
    """Find out which vaults stand here, by the presence of their key file alone."""
    places = _places(start)
    last = start.preferences.last_vault
    if last is not None and not (last / KEY_FILE).exists():
        last = None
    # One with a dot before its name is being erased or moved.
    here = [one for one in sorted(places.data_dir.iterdir()) if not one.name.startswith(".")]
    folders = [one for one in here if (one / KEY_FILE).exists()]
    folders += [last] if last is not None and last not in folders else []
    options = start.options
    practice = Practice(options.citizens, options.seed) if options.practice else None
    start.found = StartWith(tuple(VaultChoice(one, one.name) for one in folders), last, practice)


def make_application() -> QApplication:
    """Return Qt's application under its neutral name."""
    QApplication.setApplicationName(NEUTRAL_NAME)
    QApplication.setApplicationDisplayName("")
    QApplication.setDesktopFileName(NEUTRAL_NAME)
    # As an argument: setStyle() returns the style, and PySide would build a class of 1,000 enum members for it (30 ms).
    return QApplication([NEUTRAL_NAME, "-style", "fusion"])


def build_frame(start: Start, app: QApplication) -> None:
    """Make what stands from start to end."""
    preferences = start.preferences
    start.frame = Frame(
        Parts(
            t=Texts(preferences.language),
            clock=Clock(start.options.today),
            theme=Theme(app, preferences.theme, preferences.scale),
            jobs=Jobs(),
            places=_places(start),
            preferences=preferences,
            seconds=time.monotonic,
        )
    )


def build_window(start: Start, _app: QApplication) -> None:
    """Make the window with its start page."""
    frame = _frame(start)
    start.window = MainWindow(frame, StartArea(frame, start.found))


def show_window(start: Start, _app: QApplication) -> None:
    """Show the window."""
    if start.window is not None:
        start.window.keep_within(start.window.screen().availableGeometry())
        start.window.show()
        _take_in_turns(start, AFTER_PAINT)


def _take_in_turns(start: Start, steps: Steps) -> None:
    """Take a step each time that the window has nothing else to do, so that a key never waits for more than one."""

    def take() -> None:
        try:
            steps[0](start)
        finally:
            # What cannot be done is told where it is missed; the steps after it do not depend on it.
            _take_in_turns(start, steps[1:])

    if steps:
        QTimer.singleShot(0, take)


def close_process(_start: Start) -> None:
    """Close the process against other programs."""
    from exit_desktop.system.hardening import harden  # noqa: PLC0415 - after the first paint

    harden()


def begin_log(start: Start) -> None:
    """Write neutral codes to the log, and unexpected exceptions by their kind and place."""
    from exit_desktop.system import log  # noqa: PLC0415 - after the first paint

    folder = _places(start).runtime_dir
    # On a full or write-protected disk the program works without a log.
    with suppress(OSError):
        start.open_files.append(partial(log.stop_log, log.start_log(folder)))
        start.open_files.append(log.catch_crashes(folder).close)
        log.note(log.Event.STARTED)


def throw_away_here(start: Start) -> None:
    """Let what nobody uses be thrown away again, on this thread only."""
    Collector(start.window)


def catch_faults(start: Start) -> None:
    """Let a bug lock the vault and show a neutral dialog; Qt's warnings go to the log as codes."""
    sys.excepthook = partial(tell_fault, start)
    qInstallMessageHandler(_note_qt)


def watch_for_leaving(start: Start) -> None:
    """Lock when the machine sleeps, its screen is locked, somebody else comes in front, or time has jumped."""
    from exit_desktop.ui.lock_signs.watch import LockWatch  # noqa: PLC0415 - after the first paint

    if start.window is not None:
        LockWatch(start.window).left.connect(start.window.lock_at_once)


def guard_screen(start: Start) -> None:
    """Leave every window out of pictures and shared screens, where the system can do that."""
    from exit_desktop.ui.screen_guard.port import port_of_this_system  # noqa: PLC0415 - after the first paint

    _frame(start).screen.begin(port_of_this_system())


def speak_qt(start: Start) -> None:
    """Let Qt's own texts follow the language, and give the window its icon."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - after the first paint

    from exit_desktop.ui.qt_words import QtWords  # noqa: PLC0415 - QLocale alone costs 20 ms

    if start.window is None:
        return
    words, frame = QtWords(start.window), _frame(start)
    frame.language_changed.connect(lambda: words.use(frame.t.language))
    words.use(frame.t.language)
    start.window.setWindowIcon(QIcon(str(resource_folder("icons") / "forloeb.png")))


def load_ahead(start: Start) -> None:
    """Load what the first unlock needs while the passphrase is being typed."""
    if start.window is None or not start.found.choices or start.found.practice is not None:
        return
    from exit_desktop.ui import ahead  # noqa: PLC0415 - after the first paint

    start.window.start.learn_about_vaults()
    loads = (partial(_load_part, partial(ahead.load, name)) for name in ahead.PARTS)
    _take_in_turns(start, (*loads, _read_tables))


def _load_part(load: Callable[[], None], _start: Start) -> None:
    load()


def _read_tables(start: Start) -> None:
    from exit_desktop.ui import ahead  # noqa: PLC0415 - after the first paint

    ahead.read_tables(_frame(start))


BEFORE_QT: Steps = (find_folders, read_settings, look_for_vaults)
WITH_QT: tuple[Callable[[Start, QApplication], None], ...] = (
    build_frame,
    build_window,
    show_window,
)
# Taken one by one as soon as the first page is painted. The process is closed before any key reaches it.
AFTER_PAINT: Steps = (
    throw_away_here,
    catch_faults,
    close_process,
    guard_screen,
    begin_log,
    watch_for_leaving,
    speak_qt,
    load_ahead,
)


def stop(start: Start) -> None:
    """Lock, end the worker thread, close the log."""
    if start.window is not None:
        start.window.lock(LockReason.ASKED)
    if start.frame is not None:
        start.frame.jobs.close()
    sys.excepthook = sys.__excepthook__
    qInstallMessageHandler(None)
    for close in start.open_files:
        close()


def tell_fault(start: Start, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """Note where a bug rose, without its words; lock the vault; say so in a neutral dialog."""
    from exit_desktop.system import log  # noqa: PLC0415 - after the first paint

    log.note_crash(kind, fault, trace)
    if start.fault_told:
        return
    start.fault_told = True
    # A bug may rise while a part of the window is being thrown away; to lock is to take all of it apart.
    QTimer.singleShot(0, partial(_lock_and_tell, start))


def _lock_and_tell(start: Start) -> None:
    start.fault_told = False
    window, frame = start.window, start.frame
    if window is None or frame is None:
        return
    window.lock(LockReason.FAULT)
    from exit_desktop.ui.fault_dialog import show_fault  # noqa: PLC0415 - hopefully never needed

    show_fault(window, frame.theme, frame.t)


def _note_qt(_kind: object, _context: object, _message: str) -> None:
    from exit_desktop.system import log  # noqa: PLC0415 - after the first paint

    log.note(log.Event.QT_WARNING)


def _places(start: Start) -> Places:
    if start.places is None:
        raise RuntimeError("the folders come first")
    return start.places


def _frame(start: Start) -> Frame:
    if start.frame is None:
        raise RuntimeError("the frame comes first")
    return start.frame
