"""What the first unlock needs, loaded part by part while the passphrase is being typed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.readings import READING_PARTS, REGISTRATION_PARTS
from exit_desktop.system.resources import resource_folder
from exit_desktop.ui.jobs import Job, Listeners

if TYPE_CHECKING:
    from pathlib import Path

    from exit_desktop.ui.frame import Frame

# What the list needs comes first, as somebody may type fast; each part as short as a key may wait. What is opened by
# hand (plan, contacts, readings, safety) is loaded when it is: all of it together would be 4 MB.
PARTS = (
    "ui.widgets.ctrl_enter",
    "domain.calendar",
    "domain.courses",
    "system.ids",
    "services.desk",
    "services.courses",
    "services.sitting",
    "ui.session",
    "ui.widgets.fields",
    "ui.citizens.citizen_list",
    "ui.today.day_view",
    "ui.today.today_page",
    "ui.today.leads",
    "ui.course.work",
    "ui.work_area",
    "ui.course.course_page",
    "services.charting",
    "charts.timeline",
    "ui.widgets.timeline_view",
    "ui.course.open_course",
    "ui.course.overview.star_compare",
    "ui.course.overview.overview_tab",
)


def load(name: str) -> None:
    """Load one of the parts.

    On the window's own thread: PySide makes its classes when they are first named, and two threads that name one at
    the same moment (a key comes in just then) end the program.
    """
    import_module(f"exit_desktop.{name}")


def read_tables(frame: Frame) -> None:
    """Read the instruments and every sentence."""
    frame.t.read_all()
    own = frame.places.data_dir / "instruments"

    def read(_job: Job) -> None:
        _read_instruments(own)

    frame.jobs.start(read, Listeners(_go_on, _go_on))


def _read_instruments(own: Path) -> None:
    # What was read once is remembered by its bytes; what fails is told when it is used.
    catalogue = Catalogue(resource_folder("instruments"), own)
    for name in (*READING_PARTS, *REGISTRATION_PARTS):
        catalogue.get(name)


def _go_on(_result: object) -> None:
    """Nobody waits for what is loaded ahead."""
