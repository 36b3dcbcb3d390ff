"""The plan of a course: focus areas, wishes in the citizen's own words, activities, versions."""

from exit_desktop.ui.course.plan.tab import PlanTab

__all__ = ["PlanTab"]
