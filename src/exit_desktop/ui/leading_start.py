"""Connects bringing in a file with the rest of the window: it opens over whatever is shown and ends at the citizens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from exit_desktop.ui.work_area import WorkArea


def bring_in_courses(area: WorkArea) -> None:
    """Ask for the files; not in café view, where the preview would show who else comes here."""
    from exit_desktop.ui.csv_start.start_dialog import StartDialog  # noqa: PLC0415 - once in a vault's life

    session = area.session
    if area.in_cafe_view:
        session.say(session.t("Café view hides the list. F8 shows it again."))
        return
    dialog = StartDialog(session, area.window())
    dialog.came_in.connect(lambda: area.do(ActId.CITIZENS))
    dialog.open()
