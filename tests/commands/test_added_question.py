"""A question added to a definition is found in `show`, in a dump and in a package, with no code for it."""

import json
import shutil
from pathlib import Path

import pytest

from exit_desktop.commands.showing import document_of, lines_of, look_at
from exit_desktop.domain.answers import Answer
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.exchange.units import UnitKind
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services import courses, readings
from exit_desktop.services.bundles import preview_export
from exit_desktop.services.desk import Desk
from exit_desktop.services.dumps import dump_vault, load_dump
from exit_desktop.services.sharing import set_sharing
from exit_desktop.services.sitting import sit_down
from exit_desktop.services.vaults import NewVault, Vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.language import Texts
from exit_desktop.system.resources import resource_folder
from support.courses import TODAY
from support.vault_making import practice, real_template, vault

__all__ = ["practice", "real_template", "vault"]

ADDED = """\
      - key: bicycle
        kind: yes_no
        text: {da: Har du en cykel?, en: Do you have a bicycle?}
"""


@pytest.fixture
def definitions(tmp_path: Path) -> Path:
    """A copy of the shipped definitions, with a second version of the selling ones that has one question more."""
    folder = tmp_path / "instruments"
    shutil.copytree(resource_folder("instruments"), folder)
    first = (folder / "selling.yaml").rename(folder / "selling.1.yaml").read_text("utf-8")
    (folder / "selling.yaml").write_text(first.replace("version: 1", "version: 2") + ADDED, "utf-8")
    return folder


@pytest.fixture
def desk(vault: Vault, clock: Clock, definitions: Path) -> Desk:
    return Desk(vault, clock, "K7", Catalogue(definitions))


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course with a reading in which the question was answered."""
    course = set_sharing(desk, courses.register_citizen(desk, "Rav"), Sharing.CODED)
    course, reading = readings.begin_reading(desk, course, TODAY)
    answer = Answer(instrument="selling", version=2, question="bicycle", value=True)
    course = readings.save_answers(desk, course, reading, [answer])
    return readings.finish_reading(desk, course, reading)


def test_show_tells_it_to_people_and_programs(desk: Desk, course: Course) -> None:
    t = Texts("en")
    shown = look_at(desk, course)
    assert "  Do you have a bicycle?: Yes" in lines_of(shown, t)
    assert '"question": "bicycle"' in json.dumps(document_of(shown, t), default=str)


def test_a_package_carries_it(desk: Desk, course: Course) -> None:
    coded = next(one for one in preview_export(desk).leaving if one.kind is UnitKind.COURSE_CODED)
    assert "bicycle" in [value for _, value in coded.rows]


def test_a_dump_takes_it_to_a_vault_that_never_saw_the_definition(
    desk: Desk, course: Course, practice: NewVault, tmp_path: Path
) -> None:
    dump_vault(desk, tmp_path / "x.jsonl")
    folders = (resource_folder("instruments"), tmp_path / "none")
    load_dump(sit_down(practice.vault, desk.clock, folders), tmp_path / "x.jsonl")
    again = sit_down(practice.vault, desk.clock, folders)
    shown = look_at(again, courses.find_citizen(again, "Rav"))
    assert "  Do you have a bicycle?: Yes" in lines_of(shown, Texts("en"))
