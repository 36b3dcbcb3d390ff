"""One spelling of JSON for everything that is signed, so that the same facts are always the same bytes."""

from typing import TypeVar

import msgspec

T = TypeVar("T")


class NotCanonical(ValueError):
    """The bytes are not the one spelling; carries nothing of them."""


def canonical_json(value: object) -> bytes:
    """Return UTF-8 JSON with sorted keys and no spaces."""
    return msgspec.json.encode(value, order="sorted")


def plain_json(data: bytes) -> object:
    """Return the value of canonical JSON; raises NotCanonical for a fault, a double key, or any other spelling."""
    value: object = _shielded(data, object)
    if _spelled(value) != data:
        raise NotCanonical
    return value


def typed_json(data: bytes, form: type[T], extras: bool = False) -> T:
    """Return canonical JSON as `form`, every key known to it (`extras`: unknown keys are passed over)."""
    value = _shielded(data, form)
    # What is spelled as it came has no key that is not known and no other spelling: most end here.
    if _spelled(value) == data:
        return value
    raw = plain_json(data)
    if not extras and not keys_known(raw, msgspec.to_builtins(value)):
        raise NotCanonical
    return value


def keys_known(raw: object, known: object) -> bool:
    """Say whether every key of `raw` stands at the same place of `known` (which may have more, from defaults)."""
    if isinstance(raw, dict):
        return isinstance(known, dict) and all(key in known and keys_known(raw[key], known[key]) for key in raw)
    if isinstance(raw, list):
        if not isinstance(known, list | tuple) or len(known) != len(raw):
            return False
        return all(keys_known(one, other) for one, other in zip(raw, known, strict=True))
    return True


def _shielded(data: bytes, form: type[T]) -> T:
    # Deep nesting surfaces as RecursionError, lone surrogates and huge numbers as ValueError: all are one fault here.
    try:
        return msgspec.json.decode(data, type=form, strict=True)
    except (msgspec.MsgspecError, ValueError, RecursionError, OverflowError):
        raise NotCanonical from None


def _spelled(value: object) -> bytes:
    try:
        return canonical_json(value)
    except (msgspec.MsgspecError, ValueError, RecursionError, OverflowError):
        raise NotCanonical from None
