"""The ways in: what opens them, what must not, and that none can be moved or weakened."""

import dataclasses

import msgspec
import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exit_desktop import errors
from exit_desktop.services.vaults import NewVault
from exit_desktop.system.spoken_letters import LETTERS
from exit_desktop.vault import access, keyfile, recovery, slots
from exit_desktop.vault.keys import LIGHT, STRONG, Stretch, derive, stretch
from exit_desktop.vault.slots import Place
from support.vault_making import PASSPHRASE

PLACE = Place("ab" * 16, True, 1)


def test_a_key_derived_for_another_purpose_is_another() -> None:
    key = bytearray(b"k" * 32)
    assert derive(key, "database", b"s") != derive(key, "drafts", b"s")


def test_a_letter_typed_in_two_parts_is_the_same_letter() -> None:
    assert stretch("blåbær", b"s" * 16, LIGHT) == stretch("bla\u030abær", b"s" * 16, LIGHT)


def test_a_real_vault_is_never_made_with_less() -> None:
    place = dataclasses.replace(PLACE, practice=False)
    with pytest.raises(ValueError, match="strong"):
        slots.seal_with_passphrase(place, slots.new_secret(), "x", LIGHT)


@pytest.mark.parametrize("cost", [Stretch(255 * 1024, 3, 2), Stretch(256 * 1024, 2, 2), Stretch(512 * 1024, 3, 1)])
def test_less_in_any_one_part_is_less(cost: Stretch) -> None:
    assert STRONG.is_strong()
    assert not cost.is_strong()


def test_a_real_slot_with_light_parameters_is_not_tried() -> None:
    slot = slots.seal_with_passphrase(PLACE, slots.new_secret(), "x", LIGHT)
    with pytest.raises(errors.KeyFileDamaged):
        slots.open_with_passphrase(dataclasses.replace(PLACE, practice=False), slot, "x")


@pytest.mark.parametrize("change", [{"vault": "cd" * 16}, {"epoch": 2}])
def test_a_slot_does_not_open_elsewhere(change: dict[str, object]) -> None:
    slot = slots.seal_with_passphrase(PLACE, slots.new_secret(), "x", LIGHT)
    with pytest.raises(errors.KeyFileDamaged):
        slots.open_with_passphrase(dataclasses.replace(PLACE, **change), slot, "x")  # type: ignore[arg-type]


def test_a_slot_that_asks_for_all_memory_is_refused() -> None:
    slot = slots.seal_with_passphrase(PLACE, slots.new_secret(), "x", LIGHT)
    with pytest.raises(errors.KeyFileDamaged):
        slots.open_with_passphrase(PLACE, msgspec.structs.replace(slot, memory_kib=2**31), "x")


def test_the_age_key_made_from_a_recovery_key_is_one_that_age_reads() -> None:
    written = recovery.age_secret_key(bytearray(b"\x2a" * 32))
    assert written.startswith("AGE-SECRET-KEY-1")
    assert str(pyrage.x25519.Identity.from_str(written)) == written


def test_the_organisation_opens_its_slot_with_a_stock_age_identity() -> None:
    identity, secret = pyrage.x25519.Identity.generate(), slots.new_secret()
    slot = slots.seal_to_recipient(PLACE, secret, str(identity.to_public()), "C")
    assert pyrage.decrypt(slot.sealed, [identity])[32:] == bytes(secret.joined())


@given(st.binary(min_size=20, max_size=20))
def test_a_recovery_key_reads_back_however_it_is_typed(raw: bytes) -> None:
    groups = recovery.write_groups(bytearray(raw))
    assert [len(group) for group in groups.split("-")] == [5] * 8
    assert recovery.read_groups(groups.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == raw


@given(st.binary(min_size=20, max_size=20), st.integers(0, 39), st.integers(1, 31))
def test_any_one_letter_mistyped_is_caught(raw: bytes, position: int, shift: int) -> None:
    letters = list(recovery.write_groups(bytearray(raw)).replace("-", ""))
    number = LETTERS.index(letters[position])
    letters[position] = LETTERS[(number + shift) % 32]
    with pytest.raises(errors.RecoveryKeyMistyped):
        recovery.read_groups("".join(letters))


def test_a_changed_field_breaks_the_mac(practice: NewVault) -> None:
    held, secret = practice.vault.keyfile, practice.vault.secret_copy()
    keyfile.check_mac(held, secret.master)
    with pytest.raises(errors.KeyFileDamaged):
        keyfile.check_mac(msgspec.structs.replace(held, database_salt=b"0" * 32), secret.master)


def test_new_keys_keep_the_organisation_s_way_in(practice: NewVault) -> None:
    identity, secret = pyrage.x25519.Identity.generate(), practice.vault.secret_copy()
    held = access.with_organisation(practice.vault.keyfile, secret, str(identity.to_public()))
    changed, new = access.with_new_master(held, secret, PASSPHRASE)
    assert changed.organisation is not None
    assert pyrage.decrypt(changed.organisation.sealed, [identity])[32:] == bytes(new.joined())


def test_the_organisation_s_way_in_is_taken_away(practice: NewVault) -> None:
    identity, secret = pyrage.x25519.Identity.generate(), practice.vault.secret_copy()
    held = access.with_organisation(practice.vault.keyfile, secret, str(identity.to_public()))
    assert access.with_organisation(held, secret, None).organisation is None
