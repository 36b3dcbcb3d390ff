"""Undo: the previous content is written as a new revision.

A course value is never changed, so what was before is simply kept, in memory only, and let go at the latest when the
vault is locked. It reaches back to the last lock, print or export of the course; an alias that was changed is
forgotten, and with it the way back. What a citizen lets others see is no content: undo never shares again what was
taken back, and never makes anyone easier to identify.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.services.desk import Act, Desk, commit_course

MOST_STEPS = 50
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class UndoStack:
    """What one course was before each change of this sitting."""

    course_id: str = ""
    steps: list[Course] = field(default_factory=list)

    def keep(self, before: Course, after: Course) -> None:
        """Keep what the course was before a change; another course begins anew, a new alias leaves no way back."""
        if before.id != self.course_id or before.citizen.alias != after.citizen.alias:
            self.clear(after.id)
        if _content(before) != _content(after) and before.id == after.id:
            self.steps.append(before)
            del self.steps[:-MOST_STEPS]

    def clear(self, course_id: str = "") -> None:
        """Let everything go."""
        self.course_id = course_id
        self.steps.clear()

    def can_undo(self, course: Course | None) -> bool:
        """Return whether there is a step back from this course."""
        return course is not None and course.id == self.course_id and bool(self.steps)


def undo_change(desk: Desk, course: Course, stack: UndoStack) -> Course:
    """Write the content before the last change as a new revision and return it; unchanged if there is no way back."""
    if not stack.can_undo(course):
        return course
    content = replace(
        stack.steps[-1],
        citizen=course.citizen,
        sharing=course.sharing,
        anonymous=course.anonymous,
        wire_id=course.wire_id,
        wire_code=course.wire_code,
    )
    undone = commit_course(desk, course, content, "undo", Act.UNDONE)
    # Only now: a full disk leaves the way back where it was.
    stack.steps.pop()
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
    )
