"""Makes the pages beside the course when they are first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from exit_desktop.ui.session import Session
    from exit_desktop.ui.shortcuts import Acts


def make_page(act: ActId, session: Session, acts: Acts) -> QWidget:
    """Return the page that an act of the rail leads to."""
    return _MAKERS[act](session, acts)


def show_shortcuts(page: QWidget) -> None:
    """Show the sheet of shortcuts on the help page."""
    from exit_desktop.ui.help.help_page import HelpPage, HelpTab  # noqa: PLC0415 - not before it is wanted

    if isinstance(page, HelpPage):
        page.show_tab(HelpTab.SHORTCUTS)


def _today(session: Session, _acts: Acts) -> QWidget:
    from exit_desktop.ui.today.today_page import TodayPage  # noqa: PLC0415 - with the first vault

    return TodayPage(session)


def _overview(session: Session, _acts: Acts) -> QWidget:
    from exit_desktop.ui.overview.overview_page import OverviewPage  # noqa: PLC0415 - not before it is wanted

    return OverviewPage(session)


def _hours(session: Session, _acts: Acts) -> QWidget:
    from exit_desktop.ui.hours.hours_page import HoursPage  # noqa: PLC0415 - not before it is wanted

    page = HoursPage(session, session.desk)
    page.load()
    return page


def _services(session: Session, _acts: Acts) -> QWidget:
    from exit_desktop.ui.directory.directory_page import DirectoryPage  # noqa: PLC0415 - not before it is wanted

    return DirectoryPage(session)


def _sharing(session: Session, acts: Acts) -> QWidget:
    from exit_desktop.ui.sharing.page import SharingPage  # noqa: PLC0415 - keys and seals, not before they are wanted

    sharing = SharingPage(session, session.desk)
    sharing.open_lines.file_wanted.connect(acts.action(ActId.BRING_IN).trigger)
    return sharing


def _usage_log(session: Session, acts: Acts) -> QWidget:
    from exit_desktop.ui.usage_log.log_page import LogPage  # noqa: PLC0415 - not before it is wanted

    log = LogPage(session)
    log.left.connect(acts.action(ActId.SAFETY).trigger)
    return log


def _safety(session: Session, acts: Acts) -> QWidget:
    from exit_desktop.ui.settings.safety_page import SafetyPage  # noqa: PLC0415 - not before it is wanted

    safety = SafetyPage(session)
    safety.act_wanted.connect(lambda wanted: acts.action(wanted).trigger())
    return safety


def _help(session: Session, acts: Acts) -> QWidget:
    from exit_desktop.ui.help.help_page import HelpPage  # noqa: PLC0415 - not before it is wanted

    return HelpPage(session, acts)


_MAKERS: dict[ActId, Callable[[Session, Acts], QWidget]] = {
    ActId.TODAY: _today,
    ActId.OVERVIEW: _overview,
    ActId.HOURS: _hours,
    ActId.SERVICES: _services,
    ActId.SHARING: _sharing,
    ActId.USAGE_LOG: _usage_log,
    ActId.SAFETY: _safety,
    ActId.HELP: _help,
}
