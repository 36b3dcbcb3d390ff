"""Tells on the page of safety what was erased here, and whether an erasure waits to be finished."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from exit_desktop.services.erasing import ErasedLine, Reason, is_erasure_unfinished, list_erased
from exit_desktop.ui.settings.state_rows import StateRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.system.language import Texts
    from exit_desktop.ui.session import Session


def erased_row(session: Session, page: QWidget) -> StateRow:
    """Tell what is left of erased courses: how many, why, and the month of the last; and what is still to be done."""
    from exit_desktop.ui.course.erasing.erasing import finish_cut_off  # noqa: PLC0415 - when it is wanted

    t, name = session.t, session.t("What was erased")
    if is_erasure_unfinished(session.vault):
        words = t("An erasure was cut off: backups on this computer still hold what was erased in the vault.")
        return StateRow(name, words, True, t("Finish it now"), partial(finish_cut_off, page, session))
    return StateRow(name, erased_words(list_erased(session.desk), t))


def erased_words(lines: tuple[ErasedLine, ...], t: Texts) -> str:
    """Return what stays of erased courses, the newest of which comes first."""
    if not lines:
        return t("Nothing so far.")
    wished = sum(line.reason is Reason.WISH for line in lines)
    said = []
    if wished:
        said.append(t.plural("{count} course on the citizen's wish.", "{count} courses on the citizens' wish.", wished))
    if kept := len(lines) - wished:
        said.append(
            t.plural(
                "{count} course that had been kept long enough.",
                "{count} courses that had been kept long enough.",
                kept,
            )
        )
    month = date.fromisoformat(f"{lines[0].month}-01")
    said.append(t("Last in {month}. Nothing else is kept of them.", month=t.date(month, "month")))
    return " ".join(said)
