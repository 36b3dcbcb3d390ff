"""Which of the messages that Windows sends ask for a lock; read from memory laid out as Windows does."""

import ctypes

import pytest

from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.lock_signs.windows import DISPLAY_STATE, Message, PowerSetting, reason_in

POWER, SESSION = 0x0218, 0x02B1


@pytest.mark.parametrize(
    ("message", "wparam", "reason"),
    [
        (POWER, 0x4, LockReason.SLEEP),
        (POWER, 0x12, None),
        (SESSION, 0x7, LockReason.SCREEN),
        (SESSION, 0x8, None),
        (SESSION, 0x2, LockReason.USER),
        (SESSION, 0x4, LockReason.USER),
        (SESSION, 0x1, None),
        (0x0200, 0x7, None),
    ],
)
def test_sleep_lock_and_switch(message: int, wparam: int, reason: LockReason | None) -> None:
    assert reason_in(Message(None, message, wparam, None)) is reason


@pytest.mark.parametrize(("value", "reason"), [(0, LockReason.SCREEN), (1, None), (2, None)])
def test_a_display_that_goes_off(value: int, reason: LockReason | None) -> None:
    setting = PowerSetting((ctypes.c_ubyte * 16)(*DISPLAY_STATE), 4, value)
    assert reason_in(Message(None, POWER, 0x8013, ctypes.addressof(setting))) is reason


def test_another_setting_says_nothing() -> None:
    setting = PowerSetting((ctypes.c_ubyte * 16)(*bytes(16)), 4, 0)
    assert reason_in(Message(None, POWER, 0x8013, ctypes.addressof(setting))) is None
