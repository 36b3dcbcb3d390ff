"""A course at work, for the tests of this screen."""

from support.course_work import work

__all__ = ["work"]
