"""What a worker has set for her vault."""

from enum import StrEnum

from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.number_settings import number_setting
from exit_desktop.services.sheet_proofs import is_recovery_proved
from exit_desktop.vault.settings import read_setting, read_settings, save_setting
from exit_desktop.vault.worker import WorkerDetails, save_worker

USUAL_IDLE_MINUTES, SHORTEST_IDLE, LONGEST_IDLE = 5, 1, 10


class LeaveBy(StrEnum):
    """How the worker takes the machine back from a reading in together mode."""

    HELD_KEY = "held_key"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way, no secret


def read_leave_by(desk: Desk) -> LeaveBy:
    """Return how together mode is left; by a held key until something else is set."""
    with desk.vault.reading() as connection:
        text = read_setting(connection, "together_leave") or ""
    return LeaveBy(text) if text in set(LeaveBy) else LeaveBy.HELD_KEY


def save_leave_by(desk: Desk, way: LeaveBy) -> None:
    """Leave together mode in this way from now on."""
    with desk.vault.writing() as connection:
        save_setting(connection, "together_leave", way.value)


def change_worker(desk: Desk, details: WorkerDetails) -> None:
    """Write other details of the worker whose vault this is."""
    with desk.vault.writing() as connection:
        save_worker(connection, details)
        append_use(connection, desk, Act.CHANGED, "worker")


def read_idle_minutes(desk: Desk) -> int:
    """Return after how many idle minutes the window locks, 1-10."""
    with desk.vault.reading() as connection:
        settings = read_settings(connection)
    return number_setting(settings, "idle_minutes", USUAL_IDLE_MINUTES, SHORTEST_IDLE, LONGEST_IDLE)


def save_idle_minutes(desk: Desk, minutes: int) -> None:
    """Lock after so many idle minutes from now on, within 1-10."""
    with desk.vault.writing() as connection:
        save_setting(connection, "idle_minutes", str(max(SHORTEST_IDLE, min(LONGEST_IDLE, minutes))))


def take_sheet_question(desk: Desk) -> bool:
    """Return, once in a vault's life, that the recovery sheet is to be asked about: it was never typed back.

    Never for practice, nor where the answer could not be kept. After this only the page of safety offers it.
    """
    if desk.vault.practice or desk.vault.read_only or is_recovery_proved(desk.vault):
        return False
    with desk.vault.reading() as connection:
        if read_setting(connection, "sheet_asked"):
            return False
    with desk.vault.writing() as connection:
        save_setting(connection, "sheet_asked", "1")
    return True
