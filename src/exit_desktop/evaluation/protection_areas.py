"""Wider areas: which towns to tell of together so that none of them is too small to be told of."""

from collections.abc import Mapping


def propose_areas(people: Mapping[str, int], threshold: int) -> tuple[tuple[str, ...], ...]:
    """Return the towns in groups of at least `threshold` people, each town once; one group of all where that is not.

    The smallest group is joined with the next smallest until each holds enough. The same towns give the same groups.
    """
    groups: list[tuple[int, tuple[str, ...]]] = [(count, (town,)) for town, count in people.items()]
    while len(groups) > 1:
        groups.sort()
        (fewest, towns), (more, others), *rest = groups
        if fewest >= threshold:
            break
        groups = [(fewest + more, tuple(sorted(towns + others))), *rest]
    return tuple(sorted(towns for _, towns in groups))
