"""How long to wait after a wrong passphrase: a brake for guessing by hand; Argon2 is the real one. Never a lock-out."""

LONGEST_SECONDS = 30


def delay_after(wrong: int) -> int:
    """Return the seconds to wait after so many wrong tries in a row: 0, 0, 0, 2, 4, 8, 16, 30, 30 ..."""
    return 0 if wrong < 4 else min(LONGEST_SECONDS, 2 ** (wrong - 3))
