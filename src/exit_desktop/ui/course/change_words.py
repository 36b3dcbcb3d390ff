"""What has changed between two readings, in words: which areas moved, and what became of the well-being."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import Occasion
from exit_desktop.services.labels import wellbeing_label

if TYPE_CHECKING:
    from exit_desktop.instruments.definition import Instrument
    from exit_desktop.services.scores import Scores
    from exit_desktop.system.language import Texts


def moved_areas(changes: Mapping[str, int | None], instrument: Instrument, t: Texts, way: int) -> list[str]:
    """Return the areas that rose (`way` 1), fell (-1) or stayed (0), the largest step first, each with its step."""
    steps = {key: step for key, step in changes.items() if step is not None and _sign(step) == way}
    found = []
    for key, step in sorted(steps.items(), key=lambda one: -abs(one[1])):
        question = instrument.question(key)
        name = question.short.of(t.language).lower() if question else key
        found.append(t("{area} {step}", area=name, step=signed(step)) if step else name)
    return found


def wellbeing_words(scores: Scores, t: Texts) -> str:
    """Return what became of the well-being since the start; empty before two readings tell."""
    if scores.improvement is None:
        return ""
    start = next((one.raw for one in scores.wellbeing if one.occasion is Occasion.M00), None)
    rise = (scores.wellbeing[-1].raw or 0) - (start or 0)
    return t(wellbeing_label(scores.improvement, rise))


def signed(step: int) -> str:
    """Return a step with its sign, a true minus among them."""
    return f"+{step}" if step > 0 else str(step).replace("-", "\N{MINUS SIGN}")


def _sign(step: int) -> int:
    return (step > 0) - (step < 0)
