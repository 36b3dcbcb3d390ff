"""The signs of the system that the program runs on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.ui.lock_signs.linux import LinuxSigns
    from exit_desktop.ui.lock_signs.mac import MacSigns
    from exit_desktop.ui.lock_signs.windows import WindowsSigns


def listen_to_system(window: QWidget) -> LinuxSigns | MacSigns | WindowsSigns:
    """Return what tells, by `told(reason)`, that the system is left alone; keep it for as long as it is to be heard."""
    if sys.platform == "win32":
        from exit_desktop.ui.lock_signs.windows import WindowsSigns  # noqa: PLC0415 - only there

        return WindowsSigns(int(window.winId()))
    if sys.platform == "darwin":
        from exit_desktop.ui.lock_signs.mac import MacSigns  # noqa: PLC0415 - only there

        return MacSigns()
    from exit_desktop.ui.lock_signs.linux import LinuxSigns  # noqa: PLC0415 - only there

    return LinuxSigns()
