"""The practice vault: encrypted like any other, with invented citizens only; the window shows it as such."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.invention.citizens import DOZEN, invent_citizens
from exit_desktop.services.invention.enquiries import invent_enquiries
from exit_desktop.services.invention.readings import PRACTICE_PROJECT
from exit_desktop.services.passphrases import generate_passphrase
from exit_desktop.services.readings import READING_PARTS, REGISTRATION_PARTS
from exit_desktop.services.vaults import Founding, Vault, WorkerDetails, create_vault
from exit_desktop.system.resources import resource_folder
from exit_desktop.system.safe_write import write_file
from exit_desktop.vault.courses import write_course
from exit_desktop.vault.instruments import keep_instrument
from exit_desktop.vault.not_started_rows import write_enquiry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from exit_desktop.domain.courses import Course

__all__ = ["DOZEN", "PracticeVault", "make_practice_vault"]

PRACTICE_CODE = "ØVE"
# Only the number: a paper puts "Call or write" before it.
PRACTICE_CONTACT = "12 34 56 78"
_ANSWERED = (*REGISTRATION_PARTS, *READING_PARTS, *FORM_KINDS, "not_started")
# One transaction each: large enough to be quick, small enough that memory stays flat with ten thousand.
_BATCH = 250


@dataclass(frozen=True, slots=True)
class PracticeVault:
    """Where a practice vault lies, what opens it, and who is in it."""

    vault: Path
    passphrase_file: Path
    aliases: tuple[str, ...]
    passphrase: str = field(repr=False)


def make_practice_vault(folder: Path, count: int, seed: int, today: date, now: datetime) -> PracticeVault:
    """Make a practice vault with `count` invented citizens; its passphrase is written to a file beside it.

    The keys are random, only ids and words come from the seed. Raises what `create_vault` raises.
    """
    passphrase = generate_passphrase()
    details = WorkerDetails(PRACTICE_CODE, PRACTICE_PROJECT, contact_line=PRACTICE_CONTACT)
    made = create_vault(folder, passphrase, details, Founding(now, practice=True))
    try:
        aliases = _fill(made.vault, invent_citizens(count, seed, today, made.vault.uid), now)
        with made.vault.writing() as connection:
            for enquiry in invent_enquiries(seed, today):
                write_enquiry(connection, enquiry)
    finally:
        made.vault.close()
    beside = folder.with_name(f"{folder.name}.passphrase.txt")
    write_file(beside, f"{passphrase}\n".encode())
    return PracticeVault(folder, beside, aliases, passphrase)


def _fill(vault: Vault, courses: Iterable[Course], now: datetime) -> tuple[str, ...]:
    _keep_shipped_instruments(vault)
    aliases: list[str] = []
    coming = iter(courses)
    while batch := list(islice(coming, _BATCH)):
        with vault.writing() as connection:
            for course in batch:
                write_course(connection, None, course, now)
        aliases += (course.citizen.alias for course in batch)
    return tuple(aliases)


def _keep_shipped_instruments(vault: Vault) -> None:
    catalogue = Catalogue(resource_folder("instruments"))
    with vault.writing() as connection:
        for name in _ANSWERED:
            content = catalogue.content(name, 1)
            keep_instrument(connection, name, 1, hashlib.sha256(content).digest(), content)
