"""The support network of a course: the map and its people, the handover board, meetings, the time afterwards."""

from exit_desktop.ui.course.network.tab import NetworkTab

__all__ = ["NetworkTab"]
