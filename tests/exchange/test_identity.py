"""An identity is restored from its two secrets and tells none of them by accident."""

import subprocess
import sys

from exit_desktop.exchange.identity import generate_identity, restore_identity


def test_the_same_secrets_give_the_same_person() -> None:
    first = generate_identity()
    assert restore_identity(first.signing_secret, first.sealing_secret) == first


def test_two_people_have_different_ids() -> None:
    assert generate_identity().public.sender_id != generate_identity().public.sender_id


def test_the_id_is_32_hex_digits() -> None:
    name = generate_identity().public.sender_id
    assert len(bytes.fromhex(name)) == 16


def test_repr_holds_no_key() -> None:
    one = generate_identity()
    shown = repr(one)
    assert one.sealing_secret.decode() not in shown
    assert str(one.signing_secret) not in shown


def test_crypto_libraries_load_at_first_use() -> None:
    program = (
        "import sys; import exit_desktop.exchange.opening, exit_desktop.exchange.sealing, exit_desktop.exchange.cards;"
        "sys.exit(any(name in sys.modules for name in ('cryptography', 'pyrage')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
