"""What each system's print system keeps, and how to turn that off."""

from __future__ import annotations

import sys

from exit_desktop.system.language import mark

_CUPS = mark(
    "The print system of this computer (CUPS) keeps the paper for about a day. When it is printed, the program offers "
    "to remove it. To keep none at all, whoever looks after this laptop writes “PreserveJobFiles No” and "
    "“PreserveJobHistory No” in its file cupsd.conf."
)
_CUPS_SHORT = mark(
    "The print system of this computer (CUPS) keeps a copy of the paper for about a day. Whoever looks after the "
    "laptop can turn that off: “PreserveJobFiles No” in cupsd.conf."
)
_WINDOWS = mark(
    "Windows deletes its copy when it is printed, unless “Keep printed documents” is ticked: it stands in the "
    "printer's properties, under Advanced. Look there once for each printer. Of a queue on a server others decide."
)


def spool_advice(platform: str = sys.platform) -> str:
    """Return the advice for this system (English source)."""
    return _WINDOWS if platform == "win32" else _CUPS


def spool_state(platform: str = sys.platform) -> str:
    """Return the same in fewer words, for where it is only looked up (English source)."""
    return _WINDOWS if platform == "win32" else _CUPS_SHORT
