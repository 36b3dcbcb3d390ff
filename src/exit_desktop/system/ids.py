"""Random ids: nothing is derived from alias, time or order (model 1)."""

import secrets

# Read aloud over the phone: no letter that sounds or looks like another.
_CODE_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ23456789"


def new_id() -> str:
    """Return a random 128-bit id as 32 hex digits."""
    return secrets.token_hex(16)


def new_code() -> str:
    """Return a short random code such as K7QM-4TZ2."""
    letters = "".join(secrets.choice(_CODE_LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"
