"""The practice vault: it opens with the passphrase beside it and holds what was invented."""

from datetime import UTC, date, datetime

import pytest

from exit_desktop.services.practice import PracticeVault, make_practice_vault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.vault.courses import read_courses

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> PracticeVault:
    return make_practice_vault(tmp_path_factory.mktemp("practice") / "øvelse", 12, 7, TODAY, NOW)


def test_it_opens_with_the_passphrase_beside_it(practice: PracticeVault) -> None:
    vault = unlock_vault(practice.vault, practice.passphrase_file.read_text(encoding="utf-8").rstrip("\n"))
    with vault.reading() as connection:
        aliases = {course.citizen.alias for course in read_courses(connection)}
    vault.close()
    assert aliases == set(practice.aliases)


def test_it_says_that_it_is_practice(practice: PracticeVault) -> None:
    vault = unlock_vault(practice.vault, practice.passphrase)
    said = vault.practice
    vault.close()
    assert said


def test_the_passphrase_is_not_shown_by_accident(practice: PracticeVault) -> None:
    assert practice.passphrase not in repr(practice)
