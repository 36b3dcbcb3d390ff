"""Rows of submissions and answers. A value is kept as JSON, so that yes, 1 and "1" stay three things."""

from typing import TYPE_CHECKING, Any

import msgspec

from exit_desktop.domain.answers import Answer, AnswerSource, AnswerState, EarlierAnswer, Respondent, Value
from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.submissions import MadeBy, Part, Submission, SubmissionKind
from exit_desktop.vault.instruments import instrument_key, question_keys
from exit_desktop.vault.rows import Collection, day, day_or_none, members, text_or_none

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_decode_value = msgspec.json.Decoder(Value).decode
_encode = msgspec.json.Encoder().encode
_RESPONDENTS, _STATES, _SOURCES = members(Respondent), members(AnswerState), members(AnswerSource)

# Rows of the driver are untyped tuples; they get their types in the dataclass that they fill.
_Row = tuple[Any, ...]


def read_value(text: str | None) -> Value:
    """Return the value that a column holds as JSON."""
    return None if text is None else _decode_value(text)


def _value_text(value: Value) -> str | None:
    return None if value is None else _encode(value).decode()


def read_submission_ids(connection: "Connection") -> frozenset[str]:
    """Return the ids of every submission in the vault."""
    return frozenset(row[0].lower() for row in connection.execute("SELECT hex(uid) FROM submission"))


def _read_parts(connection: "Connection", course: int) -> dict[int, list[Part]]:
    rows = connection.execute(
        "SELECT p.submission_id, i.name, i.version, p.answered_on FROM submission s"
        " JOIN submission_part p ON p.submission_id = s.id JOIN instrument i ON i.id = p.instrument_id"
        " WHERE s.course_id = :course ORDER BY p.submission_id, i.name",
        {"course": course},
    )
    found: dict[int, list[Part]] = {}
    for submission, name, version, answered_on in rows:
        found.setdefault(submission, []).append(Part(name, version, day_or_none(answered_on)))
    return found


def _read_earlier(connection: "Connection", course: int) -> dict[int, list[EarlierAnswer]]:
    rows = connection.execute(
        "SELECT e.answer_id, e.value, e.state, e.until_on, e.reason FROM submission s"
        " JOIN answer a ON a.submission_id = s.id JOIN earlier_answer e ON e.answer_id = a.id"
        " WHERE s.course_id = :course ORDER BY e.answer_id, e.position",
        {"course": course},
    )
    found: dict[int, list[EarlierAnswer]] = {}
    for answer, value, state, until, reason in rows:
        found.setdefault(answer, []).append(EarlierAnswer(read_value(value), _STATES[state], day(until), reason))
    return found


def _answer(r: _Row, earlier: dict[int, list[EarlierAnswer]]) -> Answer:
    return Answer(
        instrument=r[2],
        version=r[3],
        question=r[4],
        respondent=_RESPONDENTS[r[5]],
        state=_STATES[r[6]],
        value=read_value(r[7]),
        source=_SOURCES[r[8]],
        computed=read_value(r[9]),
        earlier=tuple(earlier.get(r[1], ())),
        note=r[10],
    )


def _read_answers(connection: "Connection", course: int) -> dict[int, list[Answer]]:
    earlier = _read_earlier(connection, course)
    rows = connection.execute(
        "SELECT a.submission_id, a.id, i.name, i.version, q.key, a.respondent, a.state, a.value, a.source, a.computed,"
        " a.note FROM submission s JOIN answer a ON a.submission_id = s.id JOIN question q ON q.id = a.question_id"
        " JOIN instrument i ON i.id = q.instrument_id WHERE s.course_id = :course"
        " ORDER BY a.submission_id, i.name, q.key, a.respondent",
        {"course": course},
    )
    found: dict[int, list[Answer]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(_answer(row, earlier))
    return found


def _read_submissions(connection: "Connection", course: int) -> tuple[Submission, ...]:
    rows = connection.execute(
        "SELECT id, hex(uid), kind, held_on, occasion, language, finished_on, made_by FROM submission"
        " WHERE course_id = :course ORDER BY held_on, position",
        {"course": course},
    ).fetchall()
    parts = _read_parts(connection, course) if rows else {}
    answers = _read_answers(connection, course) if rows else {}
    return tuple(
        Submission(
            r[1].lower(),
            SubmissionKind(r[2]),
            day(r[3]),
            None if r[4] is None else Occasion(r[4]),
            r[5],
            day_or_none(r[6]),
            MadeBy(r[7]),
            tuple(parts.get(r[0], ())),
            tuple(answers.get(r[0], ())),
        )
        for r in rows
    )


def _insert_submission(connection: "Connection", course: int, submission: Submission) -> None:
    cursor = connection.execute(
        "INSERT INTO submission (uid, course_id, kind, occasion, held_on, language, finished_on, made_by)"
        " VALUES (:uid, :course, :kind, :occasion, :held_on, :language, :finished_on, :made_by)",
        {
            "uid": bytes.fromhex(submission.id),
            "course": course,
            "kind": submission.kind,
            "occasion": submission.occasion,
            "held_on": submission.held_on.isoformat(),
            "language": submission.language,
            "finished_on": text_or_none(submission.finished_on),
            "made_by": submission.made_by,
        },
    )
    key = int(cursor.lastrowid)
    for part in submission.parts:
        instrument = instrument_key(connection, part.instrument, part.version)
        _insert_part(connection, (key, instrument), part)
        mine = [answer for answer in submission.answers if answer.instrument == part.instrument]
        questions = question_keys(connection, instrument, (answer.question for answer in mine))
        for answer in mine:
            _insert_answer(connection, (key, questions[answer.question]), answer)


def _insert_part(connection: "Connection", keys: tuple[int, int], part: Part) -> None:
    connection.execute(
        "INSERT INTO submission_part (submission_id, instrument_id, answered_on)"
        " VALUES (:submission, :instrument, :answered_on)",
        {"submission": keys[0], "instrument": keys[1], "answered_on": text_or_none(part.answered_on)},
    )


def _insert_answer(connection: "Connection", keys: tuple[int, int], answer: Answer) -> None:
    cursor = connection.execute(
        "INSERT INTO answer (submission_id, question_id, respondent, state, value, source, computed, note)"
        " VALUES (:submission, :question, :respondent, :state, :value, :source, :computed, :note)",
        {
            "submission": keys[0],
            "question": keys[1],
            "respondent": answer.respondent,
            "state": answer.state,
            "value": _value_text(answer.value),
            "source": answer.source,
            "computed": _value_text(answer.computed),
            "note": answer.note,
        },
    )
    for position, earlier in enumerate(answer.earlier):
        connection.execute(
            "INSERT INTO earlier_answer (answer_id, position, state, value, until_on, reason)"
            " VALUES (:answer, :position, :state, :value, :until, :reason)",
            {
                "answer": cursor.lastrowid,
                "position": position,
                "state": earlier.state,
                "value": _value_text(earlier.value),
                "until": earlier.until.isoformat(),
                "reason": earlier.reason,
            },
        )


SUBMISSIONS = Collection(
    _read_submissions,
    _insert_submission,
    "DELETE FROM submission WHERE uid = :uid",
    "UPDATE submission SET position = :position WHERE uid = :uid",
)
