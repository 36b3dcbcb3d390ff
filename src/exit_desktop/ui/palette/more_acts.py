"""Acts that have no key of their own but are asked for by name, with the words people use for them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exit_desktop.errors import Failure
from exit_desktop.system.language import Language
from exit_desktop.system.preferences import Theme as Look
from exit_desktop.ui.palette.entries import Entry
from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from collections.abc import Callable

    from exit_desktop.system.language import Texts
    from exit_desktop.ui.session import Session


def other_names(act: ActId, t: Texts) -> str:
    """Return other words for an act, to be found by; empty where its name says it all."""
    words = {
        ActId.PRINT_PLAN: t("paper pdf printer"),
        ActId.WRITE_CONTACT: t("talk note appointment"),
        ActId.SERVICES: t("directory advice doctor address"),
        ActId.HELP: t("guidance advice how to ask phase"),
        ActId.SAFETY: t("look size text language passphrase"),
        ActId.USAGE_LOG: t("who opened when trace audit access"),
        ActId.SHARING: t("send share package receive receipt import card"),
        ActId.BRING_IN: t("csv import table spreadsheet other system"),
    }
    return words.get(act, "")


def course_entries(session: Session, draft: bool, acts: tuple[Callable[[], None], Callable[[], None]]) -> list[Entry]:
    """Return what can be done with the chosen course: a reading, and the citizen's sheet."""
    t = session.t
    read, sheet = acts
    name = t("Go on with the reading") if draft else t("Begin a reading")
    return [
        Entry(name, "", read, t("reading star life situation begin go on")),
        Entry(t("Print the citizen's sheet"), "", sheet, t("sheet paper pdf printer")),
    ]


def stored_entries(session: Session, acts: tuple[Callable[[], None], Callable[[], None]]) -> list[Entry]:
    """Return what can be done with what is written about the citizen, also when the course is closed."""
    t = session.t
    stored, journal = acts
    return [
        Entry(t("What is stored about the citizen"), "", stored, t("access copy rights everything paper JSON pdf")),
        Entry(t("Text for the journal"), "", journal, t("municipality extract copy note case")),
    ]


def look_entries(session: Session) -> list[Entry]:
    """Return other colours and the other language."""
    t, theme = session.t, session.theme
    looks = (
        (Look.DARK, t("Dark colours"), t("black night theme")),
        (Look.LIGHT, t("Light colours"), t("white day theme")),
    )
    shown = Look.DARK if theme.dark else Look.LIGHT
    entries = [Entry(name, "", partial(_use_look, session, look), also) for look, name, also in looks if look != shown]
    other = Language.ENGLISH if t.language == Language.DANISH else Language.DANISH
    # The other language, in its own words.
    name = "English" if other == Language.ENGLISH else "Dansk"
    return [*entries, Entry(name, t("Language"), partial(_use_language, session, other), t("language Danish English"))]


def _use_look(session: Session, look: Look) -> None:
    _keep(session, partial(session.frame.use_look, look, session.theme.scale))


def _use_language(session: Session, language: Language) -> None:
    _keep(session, partial(session.frame.use_language, language))


def _keep(session: Session, act: Callable[[], None]) -> None:
    try:
        act()
    except Failure as failure:
        session.tell(failure)
