"""What a PDF writer without a shaping engine needs to know of scripts: clusters, Arabic joining, order of a line.

Shaped here: combining marks stay with their letter, Arabic letters are joined with the presentation forms of Unicode,
right-to-left words are put in the order they are seen. Not shaped: the scripts of India, Khmer and Burmese (no face for
them is embedded, so they become clear marks), ligatures, and the fine placing of stacked marks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

MISSING = "\u25af"
MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
SKIN_TONES = range(0x1F3FB, 0x1F400)
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
PRESENTATION = (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD))


def tidy(text: str) -> str:
    """Return the text composed (NFC), without characters that draw nothing; lone surrogates become the clear mark."""
    unified = LINE_ENDS.sub("\n", text).replace("\t", " ")
    if unified.isascii() and unified.replace("\n", " ").isprintable():
        return unified
    return "".join(filter(None, map(_drawn, unicodedata.normalize("NFC", unified))))


def _drawn(char: str) -> str:
    """Return what is drawn for one character: itself, nothing (joiners, selectors, controls) or the clear mark."""
    if char == "\n" or char.isalnum():
        return char
    category = unicodedata.category(char)
    if category == "Cs":
        return MISSING
    code = ord(char)
    unseen = category in ("Cc", "Cf") or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF or code in SKIN_TONES
    return "" if unseen else char


def clusters(text: str) -> list[str]:
    """Split a text into letters, each with the marks that belong to it."""
    parts: list[str] = []
    for char in text:
        if parts and not char.isascii() and unicodedata.category(char)[0] == "M":
            parts[-1] += char
        else:
            parts.append(char)
    return parts


def needs_order(text: str) -> bool:
    """Tell whether a text holds letters that run from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


@cache
def joining_forms() -> dict[str, dict[str, str]]:
    """Return for each Arabic letter, and lam with alef, the character of each form that it has."""
    forms: dict[str, dict[str, str]] = {}
    for code in PRESENTATION:
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        base = "".join(chr(int(letter, 16)) for letter in letters)
        if kind in ("<isolated>", "<initial>", "<medial>", "<final>") and (len(base) == 1 or _lam_alef(base)):
            forms.setdefault(base, {}).setdefault(kind[1:-1], chr(code))
    forms["\u0640"] = dict.fromkeys(("isolated", "initial", "medial", "final"), "\u0640")
    return forms


def _lam_alef(base: str) -> bool:
    return len(base) == 2 and base[0] == "\u0644" and base[1] in "\u0622\u0623\u0625\u0627"


def joined(parts: list[str]) -> list[str]:
    """Return clusters with each Arabic letter in the form that its neighbours ask for."""
    forms = joining_forms()
    units = _with_lam_alef(parts)
    shown = []
    for at, unit in enumerate(units):
        base, marks = _split_unit(unit)
        if base not in forms:
            shown.append(unit)
            continue
        before = at > 0 and _joins(units[at - 1], unit)
        after = at + 1 < len(units) and _joins(unit, units[at + 1])
        kind = {(0, 0): "isolated", (0, 1): "initial", (1, 1): "medial", (1, 0): "final"}[before, after]
        shown.append(forms[base].get(kind, forms[base].get("isolated", base)) + marks)
    return shown


def _split_unit(unit: str) -> tuple[str, str]:
    size = 2 if _lam_alef(unit[:2]) else 1
    return unit[:size], unit[size:]


def _joins(left: str, right: str) -> bool:
    """Tell whether a letter and the one after it are written together."""
    forms = joining_forms()
    return "initial" in forms.get(_split_unit(left)[0], {}) and "final" in forms.get(_split_unit(right)[0], {})


def _with_lam_alef(parts: list[str]) -> list[str]:
    """Return the clusters with lam and a following alef made one."""
    units: list[str] = []
    for part in parts:
        if units and _lam_alef(units[-1] + part[0]):
            units[-1] += part
        else:
            units.append(part)
    return units


def levels(parts: list[str]) -> list[int]:
    """Return the depth of each cluster of a line: even runs to the right, odd to the left (a plain subset of UAX 9)."""
    kinds = [_direction(part) for part in parts]
    strong = next((kind for kind in kinds if kind in "LR"), "L")
    filled = _fill_neutrals(kinds, strong)
    if strong == "R":
        return [1 if kind == "R" else 2 for kind in filled]
    return [{"L": 0, "R": 1, "N": 2}[kind] for kind in filled]


def _direction(part: str) -> str:
    """Return L, R, N (number) or a space for what has no direction of its own."""
    kind = unicodedata.bidirectional(part[0])
    return {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}.get(kind, " ")


def _fill_neutrals(kinds: list[str], strong: str) -> list[str]:
    """Give spaces and signs the direction around them, and numbers after left-running words that of the line."""
    filled = list(kinds)
    latest = strong
    for at, kind in enumerate(kinds):
        latest = kind if kind in "LR" else latest
        if kind == "N" and latest == "L":
            filled[at] = "L"
    for at, kind in enumerate(filled):
        if kind == " ":
            before = next((side for side in reversed(filled[:at]) if side != " "), strong)
            after = next((side for side in kinds[at:] if side != " "), strong)
            sides = {"R" if side in "RN" else "L" for side in (before, after)}
            filled[at] = sides.pop() if len(sides) == 1 else strong
    return filled


def visual_order(depths: list[int]) -> list[int]:
    """Return the positions of a line's clusters in the order they are seen from left to right."""
    order = list(range(len(depths)))
    for depth in range(max(depths, default=0), 0, -1):
        start = 0
        while start < len(order):
            if depths[order[start]] < depth:
                start += 1
                continue
            end = start
            while end < len(order) and depths[order[end]] >= depth:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order


def mirrored(part: str, depth: int) -> str:
    """Return a bracket turned round where the line runs to the left."""
    return part.translate(MIRRORED) if depth % 2 else part
