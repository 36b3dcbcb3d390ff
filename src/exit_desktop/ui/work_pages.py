"""Makes the pages beside the course when they are first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.ui.help.help_page import HelpPage, HelpTab
from exit_desktop.ui.settings.safety_page import SafetyPage
from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.ui.session import Session
    from exit_desktop.ui.shortcuts import Acts


def make_page(act: ActId, session: Session, acts: Acts) -> QWidget:
    """Return the page that an act of the rail leads to."""
    if act is ActId.TODAY:
        from exit_desktop.ui.today.today_page import TodayPage  # noqa: PLC0415 - with the first vault

        return TodayPage(session)
    if act is ActId.OVERVIEW:
        from exit_desktop.ui.overview.overview_page import OverviewPage  # noqa: PLC0415 - not before it is wanted

        return OverviewPage(session)
    if act is ActId.HOURS:
        from exit_desktop.ui.hours.hours_page import HoursPage  # noqa: PLC0415 - not before it is wanted

        page = HoursPage(session, session.desk)
        page.load()
        return page
    if act is ActId.SERVICES:
        from exit_desktop.ui.directory.directory_page import DirectoryPage  # noqa: PLC0415 - not before it is wanted

        return DirectoryPage(session)
    if act is ActId.SHARING:
        from exit_desktop.ui.sharing.page import SharingPage  # noqa: PLC0415 - keys and seals, not before they are wanted

        sharing = SharingPage(session, session.desk)
        sharing.open_lines.file_wanted.connect(acts.action(ActId.BRING_IN).trigger)
        return sharing
    return HelpPage(session, acts) if act is ActId.HELP else SafetyPage(session)


def show_shortcuts(page: QWidget) -> None:
    """Show the sheet of shortcuts on the help page."""
    if isinstance(page, HelpPage):
        page.show_tab(HelpTab.SHORTCUTS)
