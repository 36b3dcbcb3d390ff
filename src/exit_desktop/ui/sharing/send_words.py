"""What the ticks of a sending come to, in words, and why nothing can be sealed where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.services.sending import ExportPreview, Receiver, StaysReason, UnitKind

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.sharing.leaving_model import LeavingModel


def why_not_words(preview: ExportPreview, ticks: LeavingModel, to: Receiver, t: Texts) -> str:
    """Return why what is ticked cannot be sealed for a receiver; nothing where it can."""
    if ticks.ticked or ticks.with_enquiries or only_to_delete(preview):
        return ""
    may_leave = any(one.alias for one in preview.leaving)
    if not to.coordinates and not may_leave:
        return t("No citizen has said yes to this receiver. Ask them, and write the yes under Details.")
    if may_leave:
        return t("Nobody is ticked. Tick at least one citizen.")
    if any(one.reason is StaysReason.NOT_ASKED for one in preview.staying):
        return t("Nothing may leave yet. Ask each citizen what may be shared, and write it under Details.")
    return t("Nothing is to be sent: no citizen here shares with the coordinator.")


def only_to_delete(preview: ExportPreview) -> bool:
    """Return whether a package asks to delete, and nothing else could go along: it is sent all the same."""
    kinds = {one.kind for one in preview.leaving}
    return UnitKind.TOMBSTONE in kinds and kinds <= {UnitKind.TOMBSTONE, UnitKind.WORKER}


def summary_words(preview: ExportPreview, ticks: LeavingModel, t: Texts) -> str:
    """Return how many citizens and enquiries leave, how many stay, and in how many packages."""
    leave, stay = len(ticks.ticked), len(preview.staying) + ticks.left_out
    sentences = [t.plural("{count} citizen leaves.", "{count} citizens leave.", leave)]
    if ticks.with_enquiries:
        count = sum(one.kind is UnitKind.NOT_STARTED for one in preview.leaving)
        sentences.append(
            t.plural(
                "{count} enquiry without a course goes along.", "{count} enquiries without a course go along.", count
            )
        )
    sentences.append(t.plural("{count} stays here.", "{count} stay here.", stay))
    if gone := sum(one.kind is UnitKind.TOMBSTONE for one in preview.leaving):
        sentences.append(
            t.plural("{count} course is to be deleted there.", "{count} courses are to be deleted there.", gone)
        )
    if leave and not ticks.left_out:
        sentences.append(t.plural("{count} package.", "{count} packages.", preview.packages))
    elif leave:
        sentences.append(t.plural("{count} package at most.", "{count} packages at most.", preview.packages))
    return " ".join(sentences)
