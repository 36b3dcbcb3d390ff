"""A worker and a coordinator, each with a vault of their own, who have confirmed each other's cards."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest

from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.courses import load_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving import Taken, import_packages
from exit_desktop.services.sending import list_cards, seal_to_file
from exit_desktop.services.sharing import confirm_card, own_card, take_card
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault.courses import write_course
from exit_desktop.vault.identity import make_identity, save_identity
from exit_desktop.vault.worker import Role, WorkerDetails, save_worker
from support.courses import make_course
from support.vault_making import NOW, Template


@dataclass(frozen=True)
class Desks:
    """Both desks and a folder for what goes between them."""

    worker: Desk
    coordinator: Desk
    folder: Path
    numbers: Iterator[int]

    def new_course(self, alias: str = "Birk", sharing: Sharing = Sharing.CODED) -> Course:
        """Write a course of the worker's that may be shared."""
        course = replace(make_course(alias, next(self.numbers)), sharing=sharing)
        with self.worker.vault.writing() as connection:
            return write_course(connection, None, course, NOW)

    def send(self, *courses: Course) -> Path:
        """Seal these courses, or all that may leave, to the coordinator."""
        return self._seal(self.worker, [course.id for course in courses] or None)

    def take(self, *paths: Path) -> tuple[Taken, ...]:
        """Let the coordinator take packages in."""
        return took(self.coordinator, *paths)

    def sent_again(self, course: Course) -> Course:
        """Return the course as it is after what was done to it."""
        return load_course(self.worker, course.id)

    def _seal(self, desk: Desk, chosen: list[str] | None) -> Path:
        path = self.folder / f"p{next(self.numbers)}.forloeb"
        (card,) = [one for one in list_cards(desk) if one.confirmed_at and not one.revoked_at]
        return seal_to_file(desk, card, chosen, path, lambda: None)[0]


def took(desk: Desk, *paths: Path) -> tuple[Taken, ...]:
    """Take packages in at a desk."""
    return import_packages(desk, paths, lambda: None, lambda *_: None)


def meet(one: Desk, other: Desk, confirmed: bool = True) -> None:
    """Let `one` get the other's card, and type its words."""
    card = own_card(other)
    take_card(one, card.content)
    if confirmed:
        confirm_card(one, card.content, " ".join(card.words))


@pytest.fixture
def desks(real_template: Template, tmp_path: Path) -> Iterator[Desks]:
    """A worker K1 and a coordinator K2 who know each other."""
    made = [at_desk(real_template, tmp_path / code, code, role) for code, role in ROLES]
    meet(made[0], made[1])
    meet(made[1], made[0])
    yield Desks(made[0], made[1], tmp_path, count(1))
    for desk in made:
        desk.vault.close()


ROLES = (("K1", Role.WORKER), ("K2", Role.COORDINATOR))


def at_desk(template: Template, folder: Path, code: str, role: Role) -> Desk:
    """Return a desk at a fresh vault, at noon of 23 November 2026."""
    vault = template.open_raw(template.copy_to(folder))
    clock = Clock(NOW.date(), NOW.time().replace(tzinfo=None))
    desk = Desk(vault, clock, code, Catalogue(resource_folder("instruments")))
    with desk.vault.writing() as connection:
        save_worker(connection, WorkerDetails(code, "Byen", role=role))
        save_identity(connection, make_identity(NOW.isoformat()))
    return desk
