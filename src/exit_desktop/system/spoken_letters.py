"""The letters of what is read aloud or typed from paper: Crockford's base 32, five bits a letter, none like another."""

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")


def as_meant(letters: str) -> str:
    """Return typed letters in the one form in which they are compared: O is 0, I and L are 1."""
    return letters.upper().translate(_MISREAD)


def in_groups(letters: str, size: int) -> str:
    """Return letters in groups with hyphens between."""
    return "-".join(letters[start : start + size] for start in range(0, len(letters), size))
