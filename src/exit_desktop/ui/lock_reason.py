"""Why the vault was locked."""

from enum import Enum


class LockReason(Enum):
    """The lock page says it."""

    ASKED = "asked"
    IDLE = "idle"
    FAULT = "fault"
    SLEEP = "sleep"
    SCREEN = "screen"
    USER = "user"
    CLOCK = "clock"
    HIDDEN = "hidden"
    KEYS = "keys"
