"""What Windows tells a window: sleep, the lock of the session, another user, a display that goes off.

Written after Microsoft's pages on WM_POWERBROADCAST, WM_WTSSESSION_CHANGE and RegisterPowerSettingNotification, and
reviewed; not tried on Windows yet. Where a call fails, idle time and the jump of the clock are left.
"""

from __future__ import annotations

import ctypes
import sys
from uuid import UUID

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject, Signal

from exit_desktop.ui.lock_reason import LockReason

POWER_BROADCAST, SESSION_CHANGE = 0x0218, 0x02B1
SUSPENDS, POWER_SETTING = 0x0004, 0x8013
_AWAY = {
    0x2: LockReason.USER,  # WTS_CONSOLE_DISCONNECT
    0x4: LockReason.USER,  # WTS_REMOTE_DISCONNECT
    0x7: LockReason.SCREEN,  # WTS_SESSION_LOCK
}
# GUID_CONSOLE_DISPLAY_STATE
DISPLAY_STATE = UUID("6fe69556-704a-47a0-8f24-c28d936fda47").bytes_le


class Message(ctypes.Structure):
    """The head of Windows' MSG, as far as it is read here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_void_p),
    )


class PowerSetting(ctypes.Structure):
    """Windows' POWERBROADCAST_SETTING with a value of four bytes."""

    _fields_ = (("setting", ctypes.c_ubyte * 16), ("length", ctypes.c_uint32), ("value", ctypes.c_uint32))


def reason_in(message: Message) -> LockReason | None:
    """Return why this message asks for a lock; None if it does not."""
    if message.message == SESSION_CHANGE:
        return _AWAY.get(message.wparam)
    if message.message != POWER_BROADCAST:
        return None
    if message.wparam == SUSPENDS:
        return LockReason.SLEEP
    if message.wparam == POWER_SETTING and message.lparam:
        setting = PowerSetting.from_address(message.lparam)
        if bytes(setting.setting) == DISPLAY_STATE and setting.value == 0:
            return LockReason.SCREEN
    return None


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, signs: WindowsSigns) -> None:
        super().__init__()
        self._signs = signs

    def nativeEventFilter(self, _kind: object, message: object) -> tuple[bool, int]:
        """Read the message and let it pass."""
        reason = reason_in(Message.from_address(int(message)))  # type: ignore[call-overload]  # an address
        if reason is not None:
            self._signs.told.emit(reason)
        return False, 0


class WindowsSigns(QObject):
    """Emits `told(reason)` for the window with this system handle."""

    told = Signal(object)

    def __init__(self, handle: int) -> None:
        super().__init__()
        self._filter = _Filter(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, 0)
            setting = (ctypes.c_ubyte * 16)(*DISPLAY_STATE)
            ctypes.windll.user32.RegisterPowerSettingNotification(handle, ctypes.byref(setting), 0)
