"""A second reader of packages and cards, written from resources/docs/bundle-format.md alone, importing nothing of ours.

second_reader.py KEYS.json FILE prints what FILE (package or card) holds as JSON, or exits 1 with the code of the fault.
KEYS.json holds the reader's own `identity` (AGE-SECRET-KEY-1...) and `signing_key`, and `senders`, the public signing
keys that the reader knows (hex).
"""

import hashlib
import json
import re
import sys
import zlib
from pathlib import Path
from typing import Any

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

STEP = 65536
KINDS = {"course", "course_coded", "not_started", "worker", "tombstone", "receipt", "handover"}
HEADER = {"v", "min_reader", "sender", "recipients", "packed_len", "bundle", "epoch", "number", "prev_sha256"}
HEADER |= {"created", "n", "len", "sha256", "practice", "schema"}


class Fault(Exception):
    pass


def need(holds: object, code: str) -> None:
    if not holds:
        raise Fault(code)


def canonical(text: bytes, code: str) -> Any:  # Any: JSON as it comes
    try:
        value = json.loads(text)
    except ValueError:
        raise Fault(code) from None
    spelled = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    need(spelled == text and isinstance(value, dict), code)
    return value


def signed(key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def sender_id(key: bytes) -> str:
    return hashlib.sha256(b"forloeb sender v1\0" + key).hexdigest()[:32]


def outside(data: bytes) -> None:
    need(len(data) <= 33_554_432, "too_large")
    need(data.startswith(b"age-encryption.org/v1\n"), "not_a_package")
    end = re.search(rb"\n---.*\n", data)
    need(end, "cut_short")
    assert end
    kinds = re.findall(rb"^-> (\S+)", data[: end.start()], re.M)
    need(b"scrypt" not in kinds, "under_passphrase")
    kinds = [kind for kind in kinds if not kind.endswith(b"-grease")]
    need(set(kinds) == {b"X25519"} and len(kinds) <= 8, "strange_seal")
    need(len(data) > end.end() + 16 and (len(data) - end.end() - 16) % (STEP + 16) == 0, "cut_short")


def inside(content: bytes, keys: dict[str, Any]) -> dict[str, Any]:
    need(content[:8] == b"FORLOEB1", "not_a_package")
    packed_at = 12 + int.from_bytes(content[8:12], "big")
    header = canonical(content[12:packed_at], "strange_header")
    signature_at = packed_at + header["packed_len"]
    end = signature_at + 64
    need(len(content) == -(-end // STEP) * STEP and not any(content[end:]), "damaged")
    key = {sender_id(bytes.fromhex(one)): bytes.fromhex(one) for one in keys["senders"]}.get(header["sender"])
    need(key, "unknown_sender")
    assert key
    message = b"forloeb bundle v1\0" + hashlib.sha512(content[:signature_at]).digest()
    need(signed(key, content[signature_at:end], message), "forged")
    own = pyrage.x25519.Identity.from_str(keys["identity"]).to_public()
    me = {"id": sender_id(bytes.fromhex(keys["signing_key"])), "key": str(own)}
    need(me in header["recipients"], "forwarded")
    need(header["min_reader"] <= 1, "newer_version")
    need(set(header) == HEADER or header["v"] > 1, "strange_header")
    return {"header": header, "units": units(content[packed_at:signature_at], header)}


def units(packed: bytes, header: dict[str, Any]) -> list[Any]:
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(packed, header["len"] + 1)
    need(len(text) == header["len"] and unpacker.eof and not unpacker.unused_data, "damaged")
    need(hashlib.sha256(text).hexdigest() == header["sha256"], "damaged")
    need(text.count(b"\n") == header["n"], "strange_header")
    lines = [canonical(line, "strange_content") for line in text.split(b"\n")[:-1]]
    need(all(set(line) == {"unit", "schema", "body"} and line["unit"] in KINDS for line in lines), "strange_content")
    return lines


def package(data: bytes, keys: dict[str, Any]) -> dict[str, Any]:
    outside(data)
    try:
        content = pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(keys["identity"])])
    except pyrage.DecryptError as fault:
        raise Fault("not_for_me" if "No matching keys" in str(fault) else "damaged") from None
    return inside(content, keys)


def card(data: bytes, words: list[str]) -> dict[str, Any]:
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    facts = canonical(lines[1], "card_damaged")
    key = bytes.fromhex(facts["signing_key"])
    need(signed(key, bytes.fromhex(lines[2].decode()), b"forloeb card v1\0" + lines[1]), "card_forged")
    if facts["replaces_key"]:
        older = bytes.fromhex(facts["replaces_key"])
        message = b"forloeb card succession v1\0" + lines[1]
        need(signed(older, bytes.fromhex(lines[3].decode()), message), "card_succession_forged")
    digest = hashlib.sha256(b"forloeb card words v1\0" + key + facts["recipient"].encode()).digest()
    bits = "".join(f"{byte:08b}" for byte in digest)
    spoken = [words[int(bits[at : at + 11], 2)] for at in range(0, 88, 11)]
    return {"card": facts, "sender": sender_id(key), "words": spoken}


def main(keys_file: str, file: str) -> int:
    data = Path(file).read_bytes()
    try:
        if data.startswith(b"forloeb-kort 1"):
            words = Path(__file__).parents[2] / "resources" / "words" / "card-words.txt"
            found = card(data, words.read_text(encoding="utf-8").split())
        else:
            found = package(data, json.loads(Path(keys_file).read_text()))
    except Fault as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    sys.stdout.write(json.dumps(found, ensure_ascii=True))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
