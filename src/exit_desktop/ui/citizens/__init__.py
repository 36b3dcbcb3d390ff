"""The list of citizens: search, filter, sort, choose, add."""

from exit_desktop.ui.citizens.citizen_list import CitizenList

__all__ = ["CitizenList"]
