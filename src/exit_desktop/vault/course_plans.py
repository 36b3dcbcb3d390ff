"""Rows of the activity plan: versions, focus areas, wishes, activities."""

from typing import TYPE_CHECKING, Any

from exit_desktop.domain.calendar import Phase
from exit_desktop.domain.plans import (
    Activity,
    ActivityStatus,
    Doer,
    Focus,
    FocusArea,
    FrozenBy,
    PlanVersion,
    Wish,
)
from exit_desktop.vault.rows import Collection, day, day_or_none, text_or_none, time_or_none

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

# Rows of the driver are untyped tuples; they get their types in the dataclass that they fill.
_Row = tuple[Any, ...]


def _read_activities(connection: "Connection", course: int) -> dict[int, list[Activity]]:
    rows = connection.execute(
        "SELECT a.wish_id, hex(a.uid), a.what, a.who, a.actor, a.service, a.by_on, a.by_time, a.status, a.agreement,"
        " a.evaluation, a.evaluated_on, a.goes_on_after FROM plan_version v JOIN focus f ON f.plan_version_id = v.id"
        " JOIN wish w ON w.focus_id = f.id JOIN activity a ON a.wish_id = w.id WHERE v.course_id = :course"
        " ORDER BY a.wish_id, a.position",
        {"course": course},
    )
    found: dict[int, list[Activity]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(_activity(row))
    return found


def _activity(r: _Row) -> Activity:
    return Activity(
        r[1].lower(),
        r[2],
        Doer(r[3]),
        r[4],
        r[5],
        day_or_none(r[6]),
        time_or_none(r[7]),
        ActivityStatus(r[8]),
        r[9],
        r[10],
        day_or_none(r[11]),
        bool(r[12]),
    )


def _read_wishes(connection: "Connection", course: int) -> dict[int, list[Wish]]:
    activities = _read_activities(connection, course)
    rows = connection.execute(
        "SELECT w.id, w.focus_id, hex(w.uid), w.words FROM plan_version v JOIN focus f ON f.plan_version_id = v.id"
        " JOIN wish w ON w.focus_id = f.id WHERE v.course_id = :course ORDER BY w.focus_id, w.position",
        {"course": course},
    )
    found: dict[int, list[Wish]] = {}
    for key, focus, uid, words in rows:
        found.setdefault(focus, []).append(Wish(uid.lower(), words, tuple(activities.get(key, ()))))
    return found


def _read_focuses(connection: "Connection", course: int) -> dict[int, list[Focus]]:
    wishes = _read_wishes(connection, course)
    rows = connection.execute(
        "SELECT f.id, f.plan_version_id, hex(f.uid), f.area, f.phase, f.why FROM plan_version v"
        " JOIN focus f ON f.plan_version_id = v.id WHERE v.course_id = :course ORDER BY f.plan_version_id, f.position",
        {"course": course},
    )
    found: dict[int, list[Focus]] = {}
    for key, version, uid, area, phase, why in rows:
        focus = Focus(uid.lower(), FocusArea(area), Phase(phase), why, tuple(wishes.get(key, ())))
        found.setdefault(version, []).append(focus)
    return found


def _read_versions(connection: "Connection", course: int) -> tuple[PlanVersion, ...]:
    rows = connection.execute(
        "SELECT id, hex(uid), number, opened_on, review_on, citizen_took_part, frozen_on, frozen_by FROM plan_version"
        " WHERE course_id = :course ORDER BY number",
        {"course": course},
    ).fetchall()
    focuses = _read_focuses(connection, course) if rows else {}
    return tuple(
        PlanVersion(
            r[1].lower(),
            r[2],
            day(r[3]),
            tuple(focuses.get(r[0], ())),
            day_or_none(r[4]),
            None if r[5] is None else bool(r[5]),
            day_or_none(r[6]),
            None if r[7] is None else FrozenBy(r[7]),
        )
        for r in rows
    )


def _insert_version(connection: "Connection", course: int, version: PlanVersion) -> None:
    cursor = connection.execute(
        "INSERT INTO plan_version (uid, course_id, number, opened_on, frozen_on, frozen_by, review_on,"
        " citizen_took_part) VALUES (:uid, :course, :number, :opened_on, :frozen_on, :frozen_by, :review_on, :took)",
        {
            "uid": bytes.fromhex(version.id),
            "course": course,
            "number": version.number,
            "opened_on": version.opened_on.isoformat(),
            "frozen_on": text_or_none(version.frozen_on),
            "frozen_by": version.frozen_by,
            "review_on": text_or_none(version.review_on),
            "took": version.citizen_took_part,
        },
    )
    for position, focus in enumerate(version.focuses):
        _insert_focus(connection, int(cursor.lastrowid), position, focus)


def _insert_focus(connection: "Connection", version: int, position: int, focus: Focus) -> None:
    cursor = connection.execute(
        "INSERT INTO focus (uid, plan_version_id, position, area, phase, why)"
        " VALUES (:uid, :version, :position, :area, :phase, :why)",
        {
            "uid": bytes.fromhex(focus.id),
            "version": version,
            "position": position,
            "area": focus.area,
            "phase": int(focus.phase),
            "why": focus.why,
        },
    )
    for place, wish in enumerate(focus.wishes):
        _insert_wish(connection, int(cursor.lastrowid), place, wish)


def _insert_wish(connection: "Connection", focus: int, position: int, wish: Wish) -> None:
    cursor = connection.execute(
        "INSERT INTO wish (uid, focus_id, position, words) VALUES (:uid, :focus, :position, :words)",
        {"uid": bytes.fromhex(wish.id), "focus": focus, "position": position, "words": wish.words},
    )
    for place, activity in enumerate(wish.activities):
        _insert_activity(connection, int(cursor.lastrowid), place, activity)


def _insert_activity(connection: "Connection", wish: int, position: int, activity: Activity) -> None:
    connection.execute(
        "INSERT INTO activity (uid, wish_id, position, what, who, actor, service, by_on, by_time, status, agreement,"
        " evaluation, evaluated_on, goes_on_after) VALUES (:uid, :wish, :position, :what, :who, :actor, :service,"
        " :by_on, :by_time, :status, :agreement, :evaluation, :evaluated_on, :goes_on)",
        {
            "uid": bytes.fromhex(activity.id),
            "wish": wish,
            "position": position,
            "what": activity.what,
            "who": activity.who,
            "actor": activity.actor,
            "service": activity.service,
            "by_on": text_or_none(activity.by),
            "by_time": text_or_none(activity.at),
            "status": activity.status,
            "agreement": activity.agreement,
            "evaluation": activity.evaluation,
            "evaluated_on": text_or_none(activity.evaluated_on),
            "goes_on": activity.goes_on_after,
        },
    )


PLANS = Collection(_read_versions, _insert_version, "DELETE FROM plan_version WHERE uid = :uid")
