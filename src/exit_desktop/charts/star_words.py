"""What a star says to those who do not see it: a sentence per area, a summary, a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.charts.table import Table
from exit_desktop.system.language import Texts

if TYPE_CHECKING:
    from exit_desktop.charts.star import StarReading, StarView


def area_sentence(view: StarView, area: int, t: Texts) -> str:
    """Return one area in words, the latest reading first: "Finances: 5, start 3"."""
    newest_first = sorted(view.readings, key=lambda reading: reading.role.value, reverse=True)
    label = view.areas[area].label
    if not newest_first:
        return t("{area}: no answer yet", area=label)
    value = _value(newest_first[0], area, t)
    others = [t("{reading} {value}", reading=it.label, value=_value(it, area, t)) for it in newest_first[1:]]
    if not others:
        return t("{area}: {value}", area=label, value=value)
    return t("{area}: {value}, {others}", area=label, value=value, others=", ".join(others))


def _value(reading: StarReading, area: int, t: Texts) -> str:
    value = reading.values[area]
    return t("no answer") if value is None else str(value)


def star_summary(view: StarView, t: Texts) -> str:
    """Return the whole star in one or two sentences, change before numbers."""
    if not view.readings:
        return t("No reading yet.")
    by_role = {reading.role.name: reading for reading in view.readings}
    names = ", ".join(reading.label for reading in view.readings)
    shown = t("Life situation in {count} areas from 1 to 10. Shown: {readings}.", count=len(view.areas), readings=names)
    if "START" not in by_role or "LATEST" not in by_role:
        return shown
    steps = _steps(by_role["START"], by_role["LATEST"])
    change = t(
        "Since the start: {higher} higher, {same} the same, {lower} lower.",
        higher=sum(step > 0 for step in steps),
        same=sum(step == 0 for step in steps),
        lower=sum(step < 0 for step in steps),
    )
    return " ".join((shown, change))


def _steps(start: StarReading, latest: StarReading) -> list[int]:
    pairs = zip(start.values, latest.values, strict=True)
    return [now - then for then, now in pairs if then is not None and now is not None]


def star_table(view: StarView, t: Texts) -> Table:
    """Return the same values as a table: a row per area, a column per reading."""
    headers = (t("Area"), *(reading.label for reading in view.readings))
    rows = tuple(
        (area.label, *(_value(reading, index, t) for reading in view.readings)) for index, area in enumerate(view.areas)
    )
    return Table(headers, rows)
