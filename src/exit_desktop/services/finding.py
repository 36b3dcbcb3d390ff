"""How words are compared when something is searched for: without case, and as they are typed on any keyboard."""

import re
import unicodedata

# æ, ø and å have no accent to take off; on a foreign keyboard they are written so.
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
# As a Danish dictionary has them, after z.
_AFTER_Z = str.maketrans(
    {"æ": "\U0010fff0", "ä": "\U0010fff0", "ø": "\U0010fff1", "ö": "\U0010fff1", "å": "\U0010fff2"}
)
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Return a text for comparing: small letters, æ ø å as ae oe aa, without accents."""
    small = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    return "".join(one for one in unicodedata.normalize("NFKD", small) if not unicodedata.combining(one))


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return _WORD.findall(folded(text))


def in_danish_order(text: str) -> str:
    """Return a key that sorts a name where a Danish dictionary has it."""
    key = text.casefold()
    return key if key.isascii() else key.translate(_AFTER_Z)


def begins_all(asked: list[str], words: list[str]) -> bool:
    """Return whether each asked word is the beginning of one of the words; nothing asked is always found."""
    return all(any(word.startswith(one) for word in words) for one in asked)
