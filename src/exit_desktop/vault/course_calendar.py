"""Rows of a course's calendar, milestones and consents."""

from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import (
    Closing,
    ClosingKind,
    ClosingReason,
    Pause,
    PauseReason,
    Phase,
    Replan,
    StartCorrection,
    Transition,
)
from exit_desktop.domain.courses import Consent, HowGiven, Milestone, MilestoneKind
from exit_desktop.vault.rows import Collection, day, day_or_none, text_or_none

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def _read_transitions(connection: "Connection", course: int) -> tuple[Transition, ...]:
    rows = connection.execute(
        "SELECT hex(uid), to_phase, on_date, reason FROM transition WHERE course_id = :course ORDER BY on_date, uid",
        {"course": course},
    )
    return tuple(Transition(r[0].lower(), Phase(r[1]), day(r[2]), r[3]) for r in rows)


def _insert_transition(connection: "Connection", course: int, transition: Transition) -> None:
    connection.execute(
        "INSERT INTO transition (uid, course_id, to_phase, on_date, reason) VALUES (:uid, :course, :phase, :on, :why)",
        {
            "uid": bytes.fromhex(transition.id),
            "course": course,
            "phase": int(transition.to_phase),
            "on": transition.on.isoformat(),
            "why": transition.reason,
        },
    )


def _read_replans(connection: "Connection", course: int) -> tuple[Replan, ...]:
    rows = connection.execute(
        "SELECT hex(uid), made_on, from_on, days, reason FROM replan WHERE course_id = :course"
        " ORDER BY made_on, position",
        {"course": course},
    )
    return tuple(Replan(r[0].lower(), day(r[1]), day(r[2]), r[3], r[4]) for r in rows)


def _insert_replan(connection: "Connection", course: int, replan: Replan) -> None:
    connection.execute(
        "INSERT INTO replan (uid, course_id, made_on, from_on, days, reason)"
        " VALUES (:uid, :course, :made_on, :from_on, :days, :why)",
        {
            "uid": bytes.fromhex(replan.id),
            "course": course,
            "made_on": replan.made_on.isoformat(),
            "from_on": replan.from_on.isoformat(),
            "days": replan.days,
            "why": replan.reason,
        },
    )


def _read_pauses(connection: "Connection", course: int) -> tuple[Pause, ...]:
    rows = connection.execute(
        "SELECT hex(uid), from_on, until_on, reason, note FROM pause WHERE course_id = :course ORDER BY from_on, uid",
        {"course": course},
    )
    return tuple(Pause(r[0].lower(), day(r[1]), day_or_none(r[2]), PauseReason(r[3]), r[4]) for r in rows)


def _insert_pause(connection: "Connection", course: int, pause: Pause) -> None:
    connection.execute(
        "INSERT INTO pause (uid, course_id, from_on, until_on, reason, note)"
        " VALUES (:uid, :course, :from_on, :until_on, :reason, :note)",
        {
            "uid": bytes.fromhex(pause.id),
            "course": course,
            "from_on": pause.from_on.isoformat(),
            "until_on": text_or_none(pause.until_on),
            "reason": pause.reason,
            "note": pause.note,
        },
    )


def _read_closings(connection: "Connection", course: int) -> tuple[Closing, ...]:
    rows = connection.execute(
        "SELECT hex(uid), on_date, kind, reason, note, reopened_on FROM closing WHERE course_id = :course"
        " ORDER BY on_date, uid",
        {"course": course},
    )
    return tuple(
        Closing(
            r[0].lower(),
            day(r[1]),
            ClosingKind(r[2]),
            None if r[3] is None else ClosingReason(r[3]),
            r[4],
            day_or_none(r[5]),
        )
        for r in rows
    )


def _insert_closing(connection: "Connection", course: int, closing: Closing) -> None:
    connection.execute(
        "INSERT INTO closing (uid, course_id, on_date, kind, reason, note, reopened_on)"
        " VALUES (:uid, :course, :on, :kind, :reason, :note, :reopened_on)",
        {
            "uid": bytes.fromhex(closing.id),
            "course": course,
            "on": closing.on.isoformat(),
            "kind": closing.kind,
            "reason": closing.reason,
            "note": closing.note,
            "reopened_on": text_or_none(closing.reopened_on),
        },
    )


def _read_corrections(connection: "Connection", course: int) -> tuple[StartCorrection, ...]:
    rows = connection.execute(
        "SELECT hex(uid), was, made_on, reason FROM start_correction WHERE course_id = :course ORDER BY made_on, uid",
        {"course": course},
    )
    return tuple(StartCorrection(r[0].lower(), day(r[1]), day(r[2]), r[3]) for r in rows)


def _insert_correction(connection: "Connection", course: int, correction: StartCorrection) -> None:
    connection.execute(
        "INSERT INTO start_correction (uid, course_id, was, made_on, reason)"
        " VALUES (:uid, :course, :was, :made_on, :why)",
        {
            "uid": bytes.fromhex(correction.id),
            "course": course,
            "was": correction.was.isoformat(),
            "made_on": correction.made_on.isoformat(),
            "why": correction.reason,
        },
    )


def _read_milestones(connection: "Connection", course: int) -> tuple[Milestone, ...]:
    rows = connection.execute(
        "SELECT hex(uid), on_date, kind, words FROM milestone WHERE course_id = :course ORDER BY on_date, uid",
        {"course": course},
    )
    return tuple(Milestone(r[0].lower(), day(r[1]), MilestoneKind(r[2]), r[3]) for r in rows)


def _insert_milestone(connection: "Connection", course: int, milestone: Milestone) -> None:
    connection.execute(
        "INSERT INTO milestone (uid, course_id, on_date, kind, words) VALUES (:uid, :course, :on, :kind, :words)",
        {
            "uid": bytes.fromhex(milestone.id),
            "course": course,
            "on": milestone.on.isoformat(),
            "kind": milestone.kind,
            "words": milestone.words,
        },
    )


def _read_consents(connection: "Connection", course: int) -> tuple[Consent, ...]:
    rows = connection.execute(
        "SELECT hex(uid), kind, with_whom, what, given_on, withdrawn_on FROM consent WHERE course_id = :course"
        " ORDER BY given_on, uid",
        {"course": course},
    )
    return tuple(Consent(r[0].lower(), HowGiven(r[1]), r[2], r[3], day(r[4]), day_or_none(r[5])) for r in rows)


def _insert_consent(connection: "Connection", course: int, consent: Consent) -> None:
    connection.execute(
        "INSERT INTO consent (uid, course_id, kind, with_whom, what, given_on, withdrawn_on)"
        " VALUES (:uid, :course, :kind, :with_whom, :what, :given_on, :withdrawn_on)",
        {
            "uid": bytes.fromhex(consent.id),
            "course": course,
            "kind": consent.kind,
            "with_whom": consent.with_whom,
            "what": consent.what,
            "given_on": consent.given_on.isoformat(),
            "withdrawn_on": text_or_none(consent.withdrawn_on),
        },
    )


TRANSITIONS = Collection(_read_transitions, _insert_transition, "DELETE FROM transition WHERE uid = :uid")
REPLANS = Collection(
    _read_replans,
    _insert_replan,
    "DELETE FROM replan WHERE uid = :uid",
    "UPDATE replan SET position = :position WHERE uid = :uid",
)
PAUSES = Collection(_read_pauses, _insert_pause, "DELETE FROM pause WHERE uid = :uid")
CLOSINGS = Collection(_read_closings, _insert_closing, "DELETE FROM closing WHERE uid = :uid")
CORRECTIONS = Collection(_read_corrections, _insert_correction, "DELETE FROM start_correction WHERE uid = :uid")
MILESTONES = Collection(_read_milestones, _insert_milestone, "DELETE FROM milestone WHERE uid = :uid")
CONSENTS = Collection(_read_consents, _insert_consent, "DELETE FROM consent WHERE uid = :uid")
