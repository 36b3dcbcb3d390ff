"""Where the sources of the method differ: the figures that a worker may choose between (domain decision 9)."""

from dataclasses import dataclass

FULL_TIME_MINUTES = 37 * 60

# The first of each is that of the seeds, or the lower one where the seeds have none.
COMMUNITY_MEETINGS = (3, 4)
FOCUS_AREAS = ((3, 5), (1, 3))
CITIZENS_PER_WORKER = (10, 20)
# Of these the sources have one figure (domain section 3).
FIRST_CONTACTS = 2
SUPPORT_MEETINGS = 2


@dataclass(frozen=True, slots=True)
class Expectations:
    """What the method expects; `focus_areas` is the fewest and the most."""

    community_meetings: int = COMMUNITY_MEETINGS[0]
    focus_areas: tuple[int, int] = FOCUS_AREAS[0]
    citizens_per_worker: int = CITIZENS_PER_WORKER[0]


def most_citizens(weekly_minutes: int, expected: Expectations) -> int:
    """Return how many citizens under way the guide allows at most for these weekly hours, in whole citizens."""
    return expected.citizens_per_worker * weekly_minutes // FULL_TIME_MINUTES
