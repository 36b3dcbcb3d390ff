"""What Linux tells over D-Bus: sleep, the lock of the session, another user, a screen that goes dark.

Desktops differ; each name here is one that at least one of them sends. Where none is sent (some window managers send
nothing), idle time and the jump of the clock are left.
"""

from __future__ import annotations

import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusVariant

from exit_desktop.ui.lock_reason import LockReason

_LOGIN = "org.freedesktop.login1"
_MANAGER = "/org/freedesktop/login1"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SCREEN_SAVERS = tuple(
    f"org.{name}.ScreenSaver" for name in ("freedesktop", "gnome", "cinnamon", "mate", "xfce", "kde")
)
_ANSWER_WITHIN_MS = 500


class LinuxSigns(QObject):
    """Emits `told(reason)`; without a bus it stays silent."""

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._mine = ""
        self._listen(QDBusConnection.sessionBus(), QDBusConnection.systemBus())

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:
        """Hear that the machine goes to sleep, or wakes."""
        if begins:
            self.told.emit(LockReason.SLEEP)

    @Slot(bool)
    def dark(self, on: bool) -> None:
        """Hear that the screen saver came, or went."""
        if on:
            self.told.emit(LockReason.SCREEN)

    @Slot()
    def session_locked(self) -> None:
        """Hear that the session is to be locked."""
        self.told.emit(LockReason.SCREEN)

    @Slot()
    def session_changed(self) -> None:
        """Ask whether another user's session came in front of this one, or the screen of this one was locked."""
        if self._property("Active") is False:
            self.told.emit(LockReason.USER)
        elif self._property("LockedHint") is True:
            self.told.emit(LockReason.SCREEN)

    def _property(self, name: str) -> object:
        found = next(iter(_ask(self._mine, f"{_PROPERTIES}.Get", f"{_LOGIN}.Session", name)), None)
        return found.variant() if isinstance(found, QDBusVariant) else None

    def _listen(self, session: QDBusConnection, system: QDBusConnection) -> None:
        for name in _SCREEN_SAVERS:
            session.connect("", "", name, "ActiveChanged", self, _slot("dark(bool)"))
        if not system.isConnected():
            return
        # From the login manager alone: on this bus anybody may say anything.
        system.connect(_LOGIN, _MANAGER, f"{_LOGIN}.Manager", "PrepareForSleep", self, _slot("sleeps(bool)"))
        # Other people's sessions on the same machine are no concern of this one.
        self._mine = _session_path()
        if self._mine:
            system.connect(_LOGIN, self._mine, f"{_LOGIN}.Session", "Lock", self, _slot("session_locked()"))
            system.connect(_LOGIN, self._mine, _PROPERTIES, "PropertiesChanged", self, _slot("session_changed()"))


def _slot(name: str) -> bytes:
    # Typed as bytes, but only the text that SLOT gives is taken.
    return SLOT(name)  # type: ignore[return-value]


def _session_path() -> str:
    """Return where the login manager tells about this session; empty where it does not know one."""
    for session in (os.environ.get("XDG_SESSION_ID"), "auto"):
        for path in _ask(_MANAGER, f"{_LOGIN}.Manager.GetSession", session) if session else ():
            return path.path() if isinstance(path, QDBusObjectPath) else str(path)
    return ""


def _ask(path: str, method: str, *arguments: str) -> list[object]:
    """Return what the login manager answers within half a second, else nothing."""
    interface, _, name = method.rpartition(".")
    message = QDBusMessage.createMethodCall(_LOGIN, path, interface, name)
    message.setArguments(list(arguments))
    answer = QDBusConnection.systemBus().call(message, QDBus.CallMode.Block, _ANSWER_WITHIN_MS)
    return answer.arguments() if answer.type() is QDBusMessage.MessageType.ReplyMessage else []
