"""What the work area asks of the services, gathered so that the area itself only shows and connects."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import CourseState
from exit_desktop.errors import Failure, FolderFromElsewhere, FolderIsOlderCopy
from exit_desktop.services import drafts as draft_service
from exit_desktop.services.courses import CourseRow, list_courses
from exit_desktop.services.erasing import is_erasure_unfinished
from exit_desktop.services.places import is_from_elsewhere, place_question
from exit_desktop.services.settings import take_sheet_question
from exit_desktop.services.sitting import clock_is_behind, sit_down
from exit_desktop.system.language import mark
from exit_desktop.system.resources import resource_folder
from exit_desktop.ui.drafting import DraftStore
from exit_desktop.ui.palette.entries import Entry
from exit_desktop.ui.session import Session
from exit_desktop.ui.telling import Message, sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from exit_desktop.services.desk import Desk
    from exit_desktop.services.vaults import Vault
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.frame import Frame

_STATES = {
    CourseState.ORIENTATION: mark("Orientation"),
    CourseState.PAUSED: mark("Paused"),
    CourseState.CLOSED: mark("Closed"),
}


def begin_session(vault: Vault, frame: Frame, left: bytes = b"") -> Session:
    """Return the session of a vault that was just opened; `left` are the sealed texts that the disk did not take."""
    folders = (resource_folder("instruments"), frame.places.data_dir / "instruments")
    desk = sit_down(vault, frame.clock, folders)
    session = Session(desk, frame, draft_store(desk))
    session.drafts.put_back(draft_service.open_left(vault, left))
    return session


def seal_unwritten(session: Session) -> bytes:
    """Return the texts that the disk did not take, sealed; nothing where it took all."""
    return draft_service.seal_left(session.vault, session.drafts.unwritten())


def draft_store(desk: Desk) -> DraftStore:
    """Return how drafts of this vault are kept."""
    return DraftStore(
        read=lambda: {draft.place: draft.body for draft in draft_service.list_drafts(desk.vault)},
        save=lambda place, text: draft_service.keep_draft(desk.vault, place, text, desk.clock.now_utc()),
        drop=lambda place: draft_service.drop_draft(desk.vault, place),
    )


def tell_what_was_noticed(session: Session) -> None:
    """Tell what the opening noticed, once: a clock that stands behind, and what the vault itself found."""
    # Whether a folder was moved or copied is asked in a dialog of its own.
    noticed = [one for one in session.vault.notices if not isinstance(one, FolderFromElsewhere)]
    session.vault.notices.clear()
    said = [words for words in (_clock_words(session), *(sentence_of(one, session.t) for one in noticed)) if words]
    if said:
        # There is room for one message: each would take the place of the one before.
        older = any(isinstance(one, FolderIsOlderCopy) for one in noticed)
        way = (session.t("Lock, and look for a backup"), session.restore_wanted.emit) if older else ("", None)
        session.told.emit(Message("\n".join(said), bool(noticed), *way))


def offer_to_finish_erasing(session: Session, over: QWidget) -> None:
    """Offer to do the rest of an erasure that was cut off."""
    if not is_erasure_unfinished(session.vault):
        return
    from exit_desktop.ui.course.erasing.erasing import finish_cut_off  # noqa: PLC0415 - hardly ever

    words = session.t("An erasure was cut off: backups on this computer still hold what was erased in the vault.")
    session.note(words, session.t("Finish it now"), partial(finish_cut_off, over, session))


def ask_about_place(session: Session, over: QWidget) -> None:
    """Ask what there is to ask about the folder of the vault that was just opened: one question at a time."""
    try:
        elsewhere = is_from_elsewhere(session.desk)
        warned = None if elsewhere else place_question(session.desk)
    except Failure as failure:
        session.tell(failure)
        return
    if elsewhere or warned:
        from exit_desktop.ui.settings.place_dialogs import BetterPlace, MovedOrCopied  # noqa: PLC0415 - hardly ever

        (BetterPlace(over, session, warned) if warned else MovedOrCopied(over, session)).open()


def ask_about_sheet(session: Session, over: QWidget) -> None:
    """Ask once in a vault's life, when the window first opens it; "Later" leaves it to the page of safety."""
    try:
        asked = take_sheet_question(session.desk)
    except Failure as failure:
        session.tell(failure)
        return
    if asked:
        from exit_desktop.ui.settings.sheet_proof import SheetProof  # noqa: PLC0415 - once

        SheetProof(over.window(), session).open()


def _clock_words(session: Session) -> str:
    newest, t = clock_is_behind(session.desk), session.t
    if newest is None:
        return ""
    return t(
        "The clock of this machine says {today}, but something is written for {newest}. Check the clock; "
        "you can go on.",
        today=t.date(session.today()),
        newest=t.date(newest),
    )


def idle_words(t: Texts, seconds: int) -> str:
    """Return how soon the window locks, and what keeps it open."""
    return t.plural(
        "Locks in {count} second. Move the mouse or press a key to go on.",
        "Locks in {count} seconds. Move the mouse or press a key to go on.",
        seconds,
    )


def citizens_for_palette(session: Session, choose: Callable[[str], None]) -> list[Entry]:
    """Return every course that can be gone to, with a word about its phase; `choose` gets its id."""
    rows = list_courses(session.desk)
    return [Entry(row.alias, _phase_words(session, row), partial(choose, row.course_id)) for row in rows]


def _phase_words(session: Session, row: CourseRow) -> str:
    return session.t(_STATES[row.state]) if row.state in _STATES else session.t("Phase {number}", number=int(row.phase))
