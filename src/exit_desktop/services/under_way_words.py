"""What is due and under way already, said the same in the list, over the caseload, on paper and by the commands."""

from datetime import date

from exit_desktop.domain.due import DueKind
from exit_desktop.system.language import Texts


def under_way_text(t: Texts, kind: DueKind, begun_on: date) -> str:
    """Return that what is due is under way: who reads only that it is due might begin a second one."""
    day = t.date(begun_on, "short")
    if kind is DueKind.FORM:
        return t("a form is under way, begun {date}", date=day)
    return t("a reading is under way, begun {date}", date=day)
