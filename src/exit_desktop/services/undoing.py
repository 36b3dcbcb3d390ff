"""Undo: the previous content is written as a new revision.

A course value is never changed, so what was before is simply kept, in memory only, and let go at the latest when the
vault is locked. It reaches back to the last lock, print or export of the course; an alias that was changed is
forgotten, and with it the way back. What a citizen lets others see is no content: undo never shares again what was
taken back, and never makes anyone easier to identify.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from exit_desktop.domain.consents import after_undo, undoable
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.services.desk import Act, Desk, commit_course

MOST_STEPS, MOST_COURSES = 50, 20
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class _Trail:
    steps: list[Course] = field(default_factory=list)
    # The revision that the newest step leads back from: what something else has written since is not undone.
    stands: int = 0


@dataclass(slots=True)
class UndoStack:
    """What each course was before its changes of this sitting."""

    trails: dict[str, _Trail] = field(default_factory=dict)

    def keep(self, before: Course, after: Course) -> None:
        """Keep what the course was before a change; a new alias leaves no way back in any course of the citizen."""
        if before.citizen.alias != after.citizen.alias:
            self._forget_citizen(before.citizen.id)
        elif before.id == after.id:
            trail = self.trails.get(before.id)
            if trail is None or trail.stands != before.revision:
                self.trails.pop(before.id, None)
                trail = self.trails[before.id] = _Trail()
                for oldest in list(self.trails)[:-MOST_COURSES]:
                    del self.trails[oldest]
            trail.stands = after.revision
            if _content(before) != _content(after):
                trail.steps.append(before)
                del trail.steps[:-MOST_STEPS]

    def clear(self, course_id: str | None = None) -> None:
        """Let the way back of one course go, or without an id all of them."""
        if course_id is None:
            self.trails.clear()
        else:
            self.trails.pop(course_id, None)

    def can_undo(self, course: Course | None) -> bool:
        """Return whether there is a step back from this course."""
        trail = self.trails.get(course.id) if course is not None else None
        return trail is not None and course is not None and bool(trail.steps) and trail.stands == course.revision

    def _forget_citizen(self, citizen_id: str) -> None:
        mine = [key for key, trail in self.trails.items() if any(s.citizen.id == citizen_id for s in trail.steps)]
        for key in mine:
            self.clear(key)


def undo_change(desk: Desk, course: Course, stack: UndoStack) -> Course:
    """Write the content before the last change as a new revision and return it; unchanged if there is no way back."""
    if not stack.can_undo(course):
        return course
    trail = stack.trails[course.id]
    content = replace(
        trail.steps[-1],
        citizen=course.citizen,
        sharing=course.sharing,
        anonymous=course.anonymous,
        consents=after_undo(trail.steps[-1].consents, course.consents),
        wire_id=course.wire_id,
        wire_code=course.wire_code,
    )
    undone = commit_course(desk, course, content, "undo", Act.UNDONE)
    # Only now: a full disk leaves the way back where it was.
    trail.steps.pop()
    trail.stands = undone.revision
    return undone


def _content(course: Course) -> Course:
    """Return the course without what an undo leaves alone, to tell whether there is anything to undo."""
    return replace(
        course,
        revision=0,
        written_at=_NEVER,
        wire_id="",
        wire_code="",
        sharing=Sharing.NOT_ASKED,
        anonymous=False,
        consents=undoable(course.consents),
    )
