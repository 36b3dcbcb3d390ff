"""Reads the instruments ahead of time, so that the first chosen citizen does not wait for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.readings import READING_PARTS, REGISTRATION_PARTS
from exit_desktop.system.resources import resource_folder

if TYPE_CHECKING:
    from pathlib import Path


def read_shipped(own: Path) -> None:
    """Read every instrument of readings and registration; what was read once is remembered by its bytes.

    What fails is told when it is used.
    """
    catalogue = Catalogue(resource_folder("instruments"), own)
    for name in (*READING_PARTS, *REGISTRATION_PARTS):
        catalogue.get(name)
