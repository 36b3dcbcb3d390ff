"""Says what an undo took back, so that a slip of the hand is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.domain.contacts import Contact
    from exit_desktop.domain.courses import Course
    from exit_desktop.system.language import Texts


def undone_words(before: Course, after: Course, t: Texts) -> str:
    """Return in one sentence what was taken back between two values of a course."""
    if before.contacts != after.contacts:
        return _contact_words(before, after, t)
    if before.submissions != after.submissions:
        return t("Undone: the last change of a reading.")
    if before.calendar != after.calendar:
        return t("Undone: the last change of the dates.")
    if before.plans != after.plans:
        return t("Undone: the last change of the plan.")
    return t("Undone: the last change.")


def contacts_taken_back(before: Course, after: Course) -> tuple[Contact, ...]:
    """Return the contacts that an undo took away."""
    left = {contact.id for contact in after.contacts}
    return tuple(contact for contact in before.contacts if contact.id not in left)


def _contact_words(before: Course, after: Course, t: Texts) -> str:
    old, new = contacts_taken_back(before, after), contacts_taken_back(after, before)
    changed = [contact for contact in after.contacts if contact not in before.contacts]
    if old:
        return t("Undone: the contact of {date}.", date=t.date(old[0].on, "day"))
    if new:
        return t("Undone: the contact of {date} is back.", date=t.date(new[0].on, "day"))
    return t("Undone: the last change of the contact of {date}.", date=t.date(changed[0].on, "day"))
