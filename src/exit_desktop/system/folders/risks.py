"""Concludes from the facts why a folder is no good place for a vault."""

from exit_desktop.system.folders.clouds import cloud_of
from exit_desktop.system.folders.facts import FolderFacts, Risk, Warned
from exit_desktop.system.folders.mounts import is_network, is_stick


def warnings_of(facts: FolderFacts) -> tuple[Warned, ...]:
    """Return every reason against the folder, the gravest first; none where it is a good place."""
    cloud = cloud_of(facts)
    found = (
        (is_network(facts.disk), Warned(Risk.NETWORK)),
        (bool(cloud), Warned(Risk.CLOUD, cloud)),
        (is_stick(facts.disk), Warned(Risk.STICK)),
        (facts.linked, Warned(Risk.LINK)),
    )
    return tuple(warned for there, warned in found if there)


def is_only_unwise(warned: tuple[Warned, ...]) -> bool:
    """Return whether a new vault may be made there all the same: never on a disk of another computer."""
    return all(one.risk is not Risk.NETWORK for one in warned)
