"""The contacts of a course: write one, plan one, and read the log."""

from exit_desktop.ui.course.contacts.tab import ContactsTab

__all__ = ["ContactsTab"]
