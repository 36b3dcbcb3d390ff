"""The worker's own hours, without a citizen."""

from exit_desktop.ui.hours.hours_page import HoursPage

__all__ = ["HoursPage"]
