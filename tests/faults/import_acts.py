"""Taking in packages, writing receipts: acts that are cut off, refused and looked at afterwards."""

from pathlib import Path

from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving import Outcome, import_packages, list_received, write_receipts
from faults.acts import BEFORE, Act, copied, look, opened
from faults.ground import open_ground
from faults.merging import make_course_package, make_senders

COURSES = 3


def with_a_package(ground: Path, folder: Path) -> None:
    """A vault that has confirmed a sender, and a package of theirs."""
    copied(ground, folder)
    desk = opened(folder)
    (folder / "p.forloeb").write_bytes(make_course_package(make_senders(desk, 1), 1, COURSES))
    desk.vault.close()


def take_in(folder: Path, desk: Desk | None) -> None:
    """Take it in."""
    assert desk
    (taken,) = import_packages(desk, [folder / "p.forloeb"], lambda: None, lambda *_: None)
    if taken.outcome is Outcome.REFUSED and taken.reason is not None:
        raise taken.reason
    desk.vault.close()


def taken_in(folder: Path, done: bool) -> None:
    """All of it is here, or nothing; done, all."""
    assert look(folder) == BEFORE
    desk = open_ground(folder / "v")
    with desk.vault.reading() as connection:
        held = connection.execute("SELECT count(*) FROM held_course").fetchone()[0]
    received = len(list_received(desk))
    desk.vault.close()
    assert (held, received) in ((COURSES, 1), *([] if done else [(0, 0)])), f"{held} courses of {received} packages"


def with_a_package_taken_in(ground: Path, folder: Path) -> None:
    """The same, taken in."""
    with_a_package(ground, folder)
    (folder / "out").mkdir()
    take_in(folder, opened(folder))


def answer(folder: Path, desk: Desk | None) -> None:
    """Write the receipt."""
    assert desk
    write_receipts(desk, folder / "out", lambda: None)
    desk.vault.close()


def answered(folder: Path, done: bool) -> None:
    """The receipt is there and noted, or it is not noted; no half file under its name."""
    assert look(folder) == BEFORE
    desk = open_ground(folder / "v")
    (package,) = list_received(desk)
    desk.vault.close()
    files = list((folder / "out").glob("*.forloeb"))
    assert all(file.stat().st_size > 65_536 for file in files), "half a receipt"
    assert package.receipt_given_at is None or files, "noted, and not there"
    assert package.receipt_given_at or not done


IMPORT_ACTS = {
    "import": Act(with_a_package, opened, take_in, taken_in),
    "receipts": Act(with_a_package_taken_in, opened, answer, answered),
}
