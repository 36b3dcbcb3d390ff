"""A yes to sharing on paper, in the citizen's language: to whom, what, from when, to read and to sign."""

from exit_desktop.domain.courses import Consent, Course
from exit_desktop.paper.consent import ConsentPaper, print_consent
from exit_desktop.services.citizen_texts import CONSENT, citizen_text
from exit_desktop.services.desk import Desk
from exit_desktop.services.paper_lines import ALIAS, CONTACT, Line, LineToLookAt, contact_line, look_at
from exit_desktop.services.papers import PaperChoice
from exit_desktop.system.language import Texts

WHOM, WHAT = "/whom", "/what"


def consent_lines_to_look_at(
    desk: Desk, course: Course, consent: Consent, with_alias: bool
) -> tuple[LineToLookAt, ...]:
    """Return the lines of the paper that give the programme away or may identify someone, in its order."""
    alias: tuple[Line, ...] = ((ALIAS, course.citizen.alias),) if with_alias else ()
    written: tuple[Line, ...] = (
        *alias,
        (f"{consent.id}{WHOM}", consent.with_whom),
        (f"{consent.id}{WHAT}", consent.what),
        (CONTACT, contact_line(desk)),
    )
    return look_at(desk, tuple(line for line in written if line[1].strip()))


def consent_pdf(desk: Desk, course: Course, consent: Consent, choice: PaperChoice, t: Texts) -> bytes:
    """Return a yes as a PDF with its words filled in; what is left out becomes a line to write on."""
    text = citizen_text(CONSENT, t.language)
    today, until = desk.clock.today(), consent.withdrawn_on
    taken_back = until is not None and until <= today
    body = text.body.format(
        partner=_filled(choice.words(f"{consent.id}{WHOM}", consent.with_whom)),
        what=_filled(choice.words(f"{consent.id}{WHAT}", consent.what)),
        from_date=t.date(consent.given_on),
        until=t.date(until) if until and not taken_back else t("I take it back"),
    )
    view = ConsentPaper(
        title=text.title,
        made_on=today,
        text=body,
        ended=t("This yes counts no more since {date}.", date=t.date(until)) if until and taken_back else "",
        contact=choice.words(CONTACT, contact_line(desk)),
        alias=choice.words(ALIAS, course.citizen.alias) if choice.with_alias else None,
    )
    return print_consent(view, t, choice.large)


def _filled(words: str) -> str:
    """Return words as a part of a sentence, which has its own full stop; a line to write on where there are none."""
    return " ".join(words.split()).rstrip(".") or "_" * 24
