"""Leads to a text of the guidance among all of them, and back to where the worker was."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.ui.help.help_page import HelpPage
    from exit_desktop.ui.work_area import WorkArea


class HelpWay:
    """Remembers which place of the window a text was asked for from."""

    def __init__(self, area: WorkArea) -> None:
        self._area = area
        self._place = ActId.CITIZENS

    def connect_help(self, page: QWidget) -> None:
        """Let the help page lead back."""
        cast("HelpPage", page).guidance.left.connect(self._go_back)

    def read_on(self, page: QWidget, key: str) -> None:
        """Show a text on the help page."""
        from exit_desktop.ui.help.help_page import HelpPage, HelpTab  # noqa: PLC0415 - not before it is wanted

        if not isinstance(page, HelpPage):
            return
        self._place = self._area.current_place
        self._area.do(ActId.HELP)
        page.show_tab(HelpTab.GUIDANCE)
        page.guidance.read(key, by_link=True)
        page.guidance.take_focus()

    def _go_back(self) -> None:
        self._area.go_back_to(self._place)
