"""Reads the instruments ahead of time, so that the first chosen citizen does not wait for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.services.readings import READING_PARTS, REGISTRATION_PARTS
from exit_desktop.ui.jobs import Job, Listeners

if TYPE_CHECKING:
    from exit_desktop.errors import Failure
    from exit_desktop.instruments.catalogue import Catalogue
    from exit_desktop.ui.session import Session


def warm_catalogue(session: Session) -> Job:
    """Read every instrument of readings and registration on the worker thread; what fails is told when it is used."""
    catalogue = session.desk.catalogue
    return session.jobs.start(lambda _job: _read(catalogue), Listeners(_nothing, _nothing_failed))


def _read(catalogue: Catalogue) -> None:
    for name in (*READING_PARTS, *REGISTRATION_PARTS):
        catalogue.get(name)


def _nothing(_result: object) -> None:
    return


def _nothing_failed(_failure: Failure) -> None:
    return
