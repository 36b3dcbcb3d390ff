"""How tight a reader can draw the bounds of numbers of which only spans and sums are known."""

from collections.abc import Hashable, Mapping, Sequence

Span = tuple[int, int | None]
"""The least and the most; None is no bound."""
Sums = Sequence[tuple[Hashable, Sequence[Hashable]]]
"""Numbers, each with those that it is the sum of."""

_ROUNDS = 8


def drawn_tight(spans: Mapping[Hashable, Span], sums: Sums) -> dict[Hashable, Span]:
    """Return the spans drawn as tight as the sums allow, one sum at a time."""
    tight = dict(spans)
    for _ in range(_ROUNDS):
        before = dict(tight)
        for whole, parts in sums:
            _draw(tight, whole, parts)
        if tight == before:
            break
    return tight


def _draw(tight: dict[Hashable, Span], whole: Hashable, parts: Sequence[Hashable]) -> None:
    least = sum(tight[part][0] for part in parts)
    open_ = [part for part in parts if tight[part][1] is None]
    most = None if open_ else sum(tight[part][1] or 0 for part in parts)
    low, high = tight[whole] = _both(tight[whole], (least, most))
    for part in parts:
        others_least = least - tight[part][0]
        others_open = any(other != part for other in open_)
        others_most = None if others_open else sum(tight[other][1] or 0 for other in parts if other != part)
        span = (0 if others_most is None else max(0, low - others_most), None if high is None else high - others_least)
        least -= tight[part][0]
        tight[part] = _both(tight[part], span)
        least += tight[part][0]
        open_ = [one for one in open_ if tight[one][1] is None]


def _both(one: Span, other: Span) -> Span:
    ends = [end for end in (one[1], other[1]) if end is not None]
    return max(one[0], other[0]), min(ends) if ends else None
