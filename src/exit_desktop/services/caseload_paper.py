"""The work overview as a paper: by code, or by the names used here where ticked."""

from datetime import date

from exit_desktop.domain.caseload import Carried, Caseload
from exit_desktop.paper.caseload import CaseloadPaper, CaseloadRow, print_caseload
from exit_desktop.services.caseload_words import (
    beside_words,
    day_words,
    in_orientation,
    next_words,
    quiet_words,
    share_words,
    where_words,
)
from exit_desktop.services.desk import Desk
from exit_desktop.services.paper_lines import ALIAS, LineToLookAt, look_at
from exit_desktop.services.papers import PaperChoice
from exit_desktop.system.language import Texts


def caseload_lines_to_look_at(desk: Desk, caseload: Caseload, with_alias: bool) -> tuple[LineToLookAt, ...]:
    """Return the names on the paper that give the programme away."""
    if not with_alias:
        return ()
    return look_at(desk, tuple((_place(one), one.alias) for one in caseload.courses))


def _place(one: Carried) -> str:
    return f"{one.course_id}/{ALIAS}"


def caseload_pdf(desk: Desk, caseload: Caseload, choice: PaperChoice, t: Texts) -> bytes:
    """Return the work overview as a PDF; whoever's name is left out stands there by code."""
    today = desk.clock.today()
    rows = tuple(
        CaseloadRow(
            who=_who(one, choice),
            where=_where(one, today, t),
            since="" if in_orientation(one) else day_words(one.since, today, t),
            last_contact=day_words(one.last_contact_on, today, t),
            quiet=quiet_words(one, t),
            next=next_words(one, today, t),
        )
        for one in caseload.courses
    )
    sentences = tuple(words for words in (share_words(caseload, t), beside_words(caseload, t)) if words)
    return print_caseload(CaseloadPaper(today, sentences, rows), t)


def _where(one: Carried, today: date, t: Texts) -> str:
    # In orientation no course has begun: the phase with its day stands in both places.
    if in_orientation(one):
        return t("Orientation since {date}", date=day_words(one.since, today, t))
    return where_words(one, t)


def _who(one: Carried, choice: PaperChoice) -> str:
    name = choice.words(_place(one), one.alias).strip() if choice.with_alias else ""
    return name or one.code
