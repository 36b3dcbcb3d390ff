"""A yes per partner: given, taken back, undone, on paper; and the text for a journal."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from exit_desktop.domain.consents import is_in_force, said_yes_to
from exit_desktop.domain.contacts import Party
from exit_desktop.domain.courses import Consent, Course, HowGiven, Sharing
from exit_desktop.domain.extract import contacts_between
from exit_desktop.errors import AnonymousStays, ConsentEmpty, DateNotPossible, NotPossibleNow, TextTooLong
from exit_desktop.services.citizen_texts import CONSENT, SECRECY, citizen_text
from exit_desktop.services.consent_paper import consent_lines_to_look_at, consent_pdf
from exit_desktop.services.consents import NewConsent, give_consent, withdraw_consent
from exit_desktop.services.courses import load_course
from exit_desktop.services.desk import Act, Desk, commit_course
from exit_desktop.services.journal_extract import JournalText, journal_pdf, journal_text, record_journal
from exit_desktop.services.papers import PaperChoice
from exit_desktop.services.sharing import set_anonymous, set_sharing
from exit_desktop.services.undoing import UndoStack, undo_change
from exit_desktop.services.vaults import read_log
from exit_desktop.system.language import Texts
from support.courses import TODAY, make_contact, make_course
from support.lix import lix, words_of

LEAP = date(2024, 2, 29)
DOCTOR = NewConsent("  min   læge ", "søvn og medicin.", TODAY, HowGiven.PAPER)


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course with two talks."""
    talks = (make_contact(50, TODAY - timedelta(days=9)), make_contact(51, TODAY, note="Sidste note 🙂"))
    return commit_course(desk, None, replace(make_course(), contacts=talks), "citizen")


def words_of_paper(paper: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).split())


def test_a_yes_is_kept_as_it_was_given(desk: Desk, course: Course) -> None:
    (kept,) = load_course(desk, give_consent(desk, course, DOCTOR).id).consents
    assert (kept.with_whom, kept.what, kept.kind, kept.withdrawn_on) == ("min læge", "søvn og medicin.", "paper", None)


@pytest.mark.parametrize(
    ("wrong", "failure"),
    [
        ({"with_whom": "  "}, ConsentEmpty),
        ({"what": "\n"}, ConsentEmpty),
        ({"with_whom": "x" * 121}, TextTooLong),
        ({"what": "æ" * 10_000}, TextTooLong),
        ({"given_on": date(206, 1, 1)}, DateNotPossible),
        ({"until": TODAY - timedelta(days=1)}, DateNotPossible),
        ({"until": TODAY}, DateNotPossible),
    ],
)
def test_what_is_no_yes_is_refused(
    desk: Desk, course: Course, wrong: dict[str, object], failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        give_consent(desk, course, replace(DOCTOR, **wrong))  # type: ignore[arg-type]  # the case names the field
    assert load_course(desk, course.id).consents == ()


def test_a_yes_counts_from_its_day_until_it_is_taken_back() -> None:
    yes = Consent("0" * 32, HowGiven.TALK, "Jens", "alt", LEAP, LEAP + timedelta(days=2))
    assert [is_in_force(yes, LEAP + timedelta(days=n)) for n in (-1, 0, 1, 2)] == [False, True, True, False]
    assert said_yes_to((yes,), "JENS ", LEAP) and not said_yes_to((yes,), "Jen", LEAP)


def test_a_yes_is_taken_back_and_only_once(desk: Desk, course: Course) -> None:
    given = give_consent(desk, course, DOCTOR)
    back = withdraw_consent(desk, given, given.consents[0].id, TODAY)
    assert back.consents[0].withdrawn_on == TODAY
    with pytest.raises(NotPossibleNow):
        withdraw_consent(desk, back, back.consents[0].id, TODAY)


def test_undo_takes_a_fresh_yes_away_but_never_brings_one_back(desk: Desk, course: Course) -> None:
    stack = UndoStack()
    given = give_consent(desk, course, DOCTOR)
    stack.keep(course, given)
    assert undo_change(desk, given, stack).consents == ()
    given = give_consent(desk, load_course(desk, course.id), DOCTOR)
    stack.clear()
    back = withdraw_consent(desk, given, given.consents[0].id, TODAY)
    stack.keep(given, back)
    assert undo_change(desk, back, stack).consents[0].withdrawn_on == TODAY


def test_the_yes_to_the_coordinator_is_dated_where_sharing_is_changed(desk: Desk, course: Course) -> None:
    shared = set_sharing(desk, replace(course, consents=()), Sharing.FULL)
    (yes,) = shared.consents
    assert (yes.kind, yes.what, yes.given_on) == (HowGiven.SHARING, "full", TODAY)
    with pytest.raises(NotPossibleNow):
        withdraw_consent(desk, shared, yes.id, TODAY)


def test_a_slip_leaves_no_trace_but_an_older_yes_keeps_its_end(desk: Desk, course: Course) -> None:
    old = Consent("1" * 32, HowGiven.SHARING, "", "full", TODAY - timedelta(days=40))
    shared = commit_course(desk, course, replace(course, sharing=Sharing.FULL, consents=(old,)), "sharing")
    slipped = set_sharing(desk, set_sharing(desk, shared, Sharing.CODED), Sharing.NOTHING)
    assert [(yes.what, yes.withdrawn_on) for yes in slipped.consents] == [("full", TODAY)]


def test_words_of_a_hand_written_file_are_taken_as_another_way() -> None:
    assert HowGiven("mundtligt") is HowGiven.OTHER


@pytest.mark.parametrize(("language", "since"), [("da", "fra 23. november 2026, til jeg"), ("en", "from 23 November")])
def test_the_paper_says_to_whom_what_and_from_when(desk: Desk, course: Course, language: str, since: str) -> None:
    given = give_consent(desk, course, DOCTOR)
    words = words_of_paper(consent_pdf(desk, given, given.consents[0], PaperChoice(), Texts(language)))
    assert "min læge." in words and "søvn og medicin." in words and ".." not in words and since in words
    assert "{" not in words and "Mågen" not in words


def test_the_paper_of_a_yes_taken_back_says_so(desk: Desk, course: Course) -> None:
    given = give_consent(desk, course, DOCTOR)
    back = withdraw_consent(desk, given, given.consents[0].id, TODAY)
    words = words_of_paper(consent_pdf(desk, back, back.consents[0], PaperChoice(), Texts("en")))
    assert "This yes counts no more since 23 November 2026." in words


def test_braces_and_long_words_in_a_yes_stay_as_they_were_written(desk: Desk, course: Course) -> None:
    given = give_consent(desk, course, replace(DOCTOR, what="{partner} " + "å" * 300))
    assert "{partner}" in words_of_paper(consent_pdf(desk, given, given.consents[0], PaperChoice(), Texts("da")))


def test_words_that_give_away_are_looked_at_before_the_paper_leaves(desk: Desk, course: Course) -> None:
    given = give_consent(desk, course, replace(DOCTOR, with_whom="prostitutionsrådgiveren"))
    (line,) = consent_lines_to_look_at(desk, given, given.consents[0], with_alias=False)
    assert line.words


@pytest.mark.parametrize("name", [SECRECY, CONSENT])
def test_danish_texts_for_the_citizen_are_easy_to_read(name: str) -> None:
    text = citizen_text(name, "da")
    whole = f"{text.title}.\n{text.body}".replace("##", "")
    assert len(words_of(whole)) >= 40 and lix(whole) <= 35
    assert citizen_text(name, "en").body.count("##") == text.body.count("##")


def test_contacts_are_chosen_by_period_and_planned_ones_are_not_offered(course: Course) -> None:
    week = contacts_between(course.contacts, TODAY - timedelta(days=7), TODAY)
    assert [contact.note for contact in week] == ["Sidste note 🙂"]
    assert len(contacts_between(course.contacts, None, None)) == 2


def test_the_text_tells_when_how_and_what_but_not_who(course: Course) -> None:
    text = journal_text(course.contacts, Texts("en"))
    assert text.startswith("14 November 2026 at 14:30. Meeting. With the citizen.")
    assert "Kaffe ved søen.\n\n23 November" in text and "Mågen" not in text


def test_what_the_worker_left_of_the_text_is_on_the_paper(desk: Desk, course: Course) -> None:
    paper = journal_pdf(desk, course, JournalText("Overskrift\n- et punkt\n\n## Andet"), Texts("da"))
    assert words_of_paper(paper).startswith("Noter 23. november 2026 Overskrift - et punkt ## Andet")


def test_the_text_is_logged_and_never_leaves_of_an_anonymous_course(desk: Desk, course: Course) -> None:
    record_journal(desk, course, Act.COPIED)
    assert (read_log(desk.vault, 1)[0].act, read_log(desk.vault, 1)[0].kind) == ("copied", "journal")
    hidden = set_anonymous(desk, course, True)
    with pytest.raises(AnonymousStays):
        journal_pdf(desk, hidden, JournalText("x"), Texts("da"))
    with pytest.raises(AnonymousStays):
        record_journal(desk, hidden, Act.COPIED)


def test_whom_it_was_with_reads_on_from_who_that_was() -> None:
    contact = replace(make_contact(1), party=Party.PROFESSIONAL, with_whom="frivilligcentret")
    assert "Med en fagperson: frivilligcentret." in journal_text((contact,), Texts("da"))
