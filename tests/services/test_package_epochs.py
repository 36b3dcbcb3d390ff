"""A vault that goes on from a copy or a backup numbers its packages under a new name, from 1."""

import hashlib
from pathlib import Path

from exit_desktop.services.desk import Desk
from exit_desktop.services.sending import list_cards, seal_to_file
from exit_desktop.vault.cards import last_sent
from exit_desktop.vault.package_epoch import begin_package_epoch, read_package_epoch
from services.test_sending_files import make_ready


def send(desk: Desk, course: str, path: Path) -> int:
    """Seal one course and return the number of its package."""
    seal_to_file(desk, list_cards(desk)[0], [course], path, lambda: None)
    with desk.vault.reading() as connection:
        last = last_sent(connection)
    assert last is not None and last.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    return last.number


def test_a_new_epoch_counts_from_one(desk: Desk, tmp_path: Path) -> None:
    course = make_ready(desk, tmp_path)
    with desk.vault.reading() as connection:
        assert read_package_epoch(connection) == desk.vault.uid
    before = [send(desk, course, tmp_path / f"{number}.forloeb") for number in (1, 2)]
    with desk.vault.writing() as connection:
        begun = begin_package_epoch(connection)
    after = [send(desk, course, tmp_path / f"{number}.forloeb") for number in (3, 4)]
    assert (before, after) == ([1, 2], [1, 2])
    assert begun != desk.vault.uid
