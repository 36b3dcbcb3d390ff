"""Exactly what leaves: a coded course carries no word, no name, no exact age and no day of a contact."""

from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.courses import Course, Milestone, MilestoneKind, Orientation, Sharing
from exit_desktop.domain.network import Handover, NetworkMeeting, NetworkPerson, SupportTask, TaskHolder
from exit_desktop.domain.submissions import Part, Submission, SubmissionKind
from exit_desktop.errors import NothingMayLeave, NothingToSend
from exit_desktop.exchange.cards import CardFacts, CardRole, card_words, read_card, write_card
from exit_desktop.exchange.identity import Identity, generate_identity
from exit_desktop.exchange.opening import KnownSender, Trust, open_bundle
from exit_desktop.exchange.units import UnitKind
from exit_desktop.services import courses
from exit_desktop.services.bundles import StaysReason, export_bundle, flatten, preview_export
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.sharing import confirm_card, own_identity, set_sharing
from support.courses import make_contact, make_course, make_plan, uid

DAY = date(2026, 9, 17)
# Each stands in one place of the course where words can stand.
CANARIES = (
    *("Kvaksalver", "Notefugl", "Stedfugl", "Medfugl", "Svarfugl", "Rollefugl", "Milefugl", "Akutfugl", "Byfugl"),
    *("Kaldefugl", "Vidfugl", "Randfugl", "Opgavefugl", "Provefugl", "Komfugl", "Modefugl", "Langfugl", "Ansvarsfugl"),
)


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course with a canary wherever somebody could have written."""
    contact = make_contact(40, DAY, note="Notefugl", place_words="Stedfugl", with_whom="Medfugl")
    part = Part("registration", 1, date(2026, 7, 2))
    answers = (
        Answer(instrument="registration", version=1, question="age", value=37, note="Svarfugl"),
        Answer(instrument="registration", version=1, question="project", value="Byfugl"),
        Answer(instrument="registration", version=1, question="gender", value="woman"),
    )
    registration = Submission(uid(50), SubmissionKind.REGISTRATION, date(2026, 7, 2), parts=(part,), answers=answers)
    made = replace(
        make_course("Kvaksalver"),
        contacts=(contact,),
        plans=(make_plan(),),
        submissions=(registration,),
        network=(NetworkPerson(uid(60), "Rollefugl", "Kaldefugl", knows="Vidfugl", note="Randfugl"),),
        handover=Handover(
            (SupportTask(uid(62), "Opgavefugl", TaskHolder.NETWORK, uid(60), DAY, DAY, "Provefugl"),),
            (NetworkMeeting(uid(63), DAY, "Komfugl", "Modefugl"),),
            "Langfugl",
            "Ansvarsfugl",
        ),
        milestones=(Milestone(uid(61), DAY, MilestoneKind.JOB, "Milefugl"),),
        orientation=Orientation(acute_help="Akutfugl"),
    )
    return commit_course(desk, None, made, "citizen")


def text_of(desk: Desk, to: Identity) -> str:
    """Export to somebody and return what they read."""
    content = write_card(to, CardFacts(CardRole.COORDINATOR, "K1", False, desk.clock.now_utc()))
    card = confirm_card(desk, content, " ".join(card_words(read_card(content))))
    (package,) = export_bundle(desk, card)
    sender = own_identity(desk).public
    known = {sender.sender_id: KnownSender(sender, Trust.CONFIRMED)}
    return open_bundle(package.content, to, known).text.decode()


def test_a_coded_course_says_none_of_the_words(desk: Desk, course: Course) -> None:
    set_sharing(desk, course, Sharing.CODED)
    text = text_of(desk, generate_identity())
    assert [word for word in (*CANARIES, "SKAT", "regninger", course.id) if word in text] == []


def test_a_coded_course_tells_months_and_age_bands(desk: Desk, course: Course) -> None:
    set_sharing(desk, course, Sharing.CODED)
    text = text_of(desk, generate_identity())
    assert (DAY.isoformat() in text, '"2026-09"' in text) == (False, True)
    assert ('"value":37' in text, '"from_31_to_40"' in text, '"woman"' in text) == (False, True, True)


def test_a_whole_course_says_every_word(desk: Desk, course: Course) -> None:
    set_sharing(desk, course, Sharing.FULL)
    text = text_of(desk, generate_identity())
    assert [word for word in CANARIES if word not in text] == []


def test_the_preview_shows_the_very_rows_that_leave(desk: Desk, course: Course) -> None:
    set_sharing(desk, course, Sharing.FULL)
    leaving = next(one for one in preview_export(desk).leaving if one.kind is UnitKind.COURSE)
    line = next(line for line in text_of(desk, generate_identity()).splitlines() if '"unit":"course"' in line)
    assert ("contacts[1].note", "Notefugl") in leaving.rows
    assert leaving.rows == flatten(line.encode())


def test_the_preview_says_who_stays_and_why(desk: Desk, course: Course) -> None:
    set_sharing(desk, courses.register_citizen(desk, "Ler"), Sharing.NOTHING)
    reasons = {one.alias: one.reason for one in preview_export(desk).staying}
    assert reasons == {"Kvaksalver": StaysReason.NOT_ASKED, "Ler": StaysReason.SAID_NOTHING}


def test_the_plan_that_left_is_fast(desk: Desk, course: Course) -> None:
    set_sharing(desk, course, Sharing.CODED)
    text_of(desk, generate_identity())
    assert courses.load_course(desk, course.id).plans[0].frozen_on == desk.clock.today()


def test_nothing_leaves_before_anyone_was_asked(desk: Desk, course: Course) -> None:
    with pytest.raises(NothingMayLeave) as refused:
        text_of(desk, generate_identity())
    assert refused.value.values == {"names": course.citizen.alias}


def test_nothing_is_sent_when_all_said_no(desk: Desk, course: Course) -> None:
    set_sharing(desk, course, Sharing.NOTHING)
    with pytest.raises(NothingToSend):
        text_of(desk, generate_identity())


def test_packages_to_one_receiver_are_numbered_one_after_the_other(desk: Desk, course: Course) -> None:
    set_sharing(desk, course, Sharing.CODED)
    receiver = generate_identity()
    for to in (receiver, generate_identity(), receiver):
        text_of(desk, to)
    with desk.vault.reading() as connection:
        rows = connection.execute("SELECT number FROM sent_bundle ORDER BY number").fetchall()
    assert rows == [(1,), (1,), (2,)]
