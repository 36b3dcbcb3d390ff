"""A chart as rows of words, for those who cannot see it and for those who want the figures."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Table:
    """Headers and rows of words, all rows as long as the headers."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
