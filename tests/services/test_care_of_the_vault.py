"""What a worker is asked to do for the vault itself, and the proof that sheet and backup lead back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from exit_desktop.errors import BackupOfOlderSheet, NothingToTry, RecoveryKeyMistyped, WrongRecoveryKey
from exit_desktop.services.backups import back_up, back_up_to, list_backups
from exit_desktop.services.care import Care, care_to_ask, note_trial, prove_recovery, put_off_care, read_care
from exit_desktop.services.courses import register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.recovery_sheets import prepare_sheet, use_sheet
from exit_desktop.services.telling import sentence_of
from exit_desktop.services.vaults import read_log
from exit_desktop.system.clock import Clock
from exit_desktop.system.language import Texts
from exit_desktop.vault import recovery
from exit_desktop.vault.open_vault import Vault
from support.keeping import bend
from support.vault_making import NOW, Template


def at(desk: Desk, days: int) -> Desk:
    """The same desk some days after its vault was made."""
    day = NOW.date() + timedelta(days=days)
    return replace(desk, clock=Clock(day, time(12)))


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """Another place."""
    place = tmp_path / "stick"
    place.mkdir()
    yield place


def test_a_new_vault_is_asked_for_nothing_before_a_week(desk: Desk) -> None:
    assert care_to_ask(at(desk, 6)) is None
    assert care_to_ask(at(desk, 7)) is Care.BACK_UP_ELSEWHERE


def test_a_backup_elsewhere_is_asked_for_again_after_a_week(desk: Desk, stick: Path) -> None:
    later = at(desk, 8)
    back_up_to(desk.vault, stick, later.clock.now_utc())
    assert care_to_ask(at(desk, 14)) is None
    assert care_to_ask(at(desk, 15)) is Care.BACK_UP_ELSEWHERE


def test_what_is_put_off_comes_back_in_a_week(desk: Desk) -> None:
    put_off_care(at(desk, 9))
    assert [care_to_ask(at(desk, day)) for day in (9, 15)] == [None, None]
    assert care_to_ask(at(desk, 16)) is Care.BACK_UP_ELSEWHERE


def test_a_clock_set_back_does_not_silence_it_for_good(desk: Desk) -> None:
    put_off_care(at(desk, 900))
    assert care_to_ask(at(desk, 30)) is Care.BACK_UP_ELSEWHERE


def test_what_was_noted_by_a_clock_far_ahead_puts_nothing_off(desk: Desk, stick: Path) -> None:
    ahead = at(desk, 3650)
    back_up_to(desk.vault, stick, ahead.clock.now_utc())
    note_trial(ahead)
    assert read_care(at(desk, 200)).wanted == (Care.BACK_UP_ELSEWHERE, Care.TRY_RECOVERY)


def test_a_trial_is_asked_for_after_half_a_year(desk: Desk, stick: Path) -> None:
    later = at(desk, 190)
    back_up_to(desk.vault, stick, later.clock.now_utc())
    assert care_to_ask(later) is Care.TRY_RECOVERY
    note_trial(later)
    assert care_to_ask(later) is None
    assert read_care(later).tried_on == NOW.date() + timedelta(days=190)
    assert read_log(desk.vault)[0].kind == "trial"


def test_the_sheet_alone_opens_the_newest_whole_backup(desk: Desk, real_template: Template) -> None:
    back_up(desk.vault, datetime(2026, 11, 20, 9, tzinfo=UTC))
    register_citizen(desk, "Tern", "en")
    bent = back_up(desk.vault, datetime(2026, 11, 21, 9, tzinfo=UTC))
    assert prove_recovery(desk.vault, real_template.recovery_key).citizens == 1
    bend(bent)
    found = prove_recovery(desk.vault, real_template.recovery_key)
    assert (found.made_at.date(), found.citizens) == (date(2026, 11, 20), 0)


@pytest.mark.parametrize("key", ["", "ABCDE", "MJGAG-" * 8])
def test_a_slip_on_the_sheet_is_told_before_anything_is_opened(desk: Desk, key: str) -> None:
    back_up(desk.vault, NOW)
    with pytest.raises(RecoveryKeyMistyped):
        prove_recovery(desk.vault, key)


def test_the_sheet_of_another_vault_is_told(desk: Desk) -> None:
    back_up(desk.vault, NOW)
    with pytest.raises(WrongRecoveryKey):
        prove_recovery(desk.vault, recovery.write_groups(recovery.new_recovery_key()))


def test_only_the_sheet_in_force_counts_though_the_older_one_opens_the_backup(
    desk: Desk, real_template: Template
) -> None:
    back_up(desk.vault, NOW)
    new = prepare_sheet(desk.vault)
    use_sheet(desk.vault, new)
    with pytest.raises(WrongRecoveryKey) as told:
        prove_recovery(desk.vault, real_template.recovery_key)
    assert desk.vault.uid[:6].upper() in sentence_of(told.value, Texts("da"))
    with pytest.raises(BackupOfOlderSheet):
        prove_recovery(desk.vault, new.recovery_key)
    back_up(desk.vault, NOW + timedelta(minutes=1))
    assert prove_recovery(desk.vault, new.recovery_key).citizens == 0


def test_without_a_backup_there_is_nothing_to_try(desk: Desk, vault: Vault, real_template: Template) -> None:
    assert list_backups(vault.folder) == ()
    with pytest.raises(NothingToTry):
        prove_recovery(desk.vault, real_template.recovery_key)
