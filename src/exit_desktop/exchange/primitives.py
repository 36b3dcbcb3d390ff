"""The only place in this room that touches the crypto libraries, which are loaded at first use."""

SIGNATURE_SIZE = 64


class Unopened(Exception):
    """The seal did not open; `reason` is one of the three below."""

    NO_KEY = "no_key"
    CUT = "cut"
    DAMAGED = "damaged"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def new_signing_secret() -> bytes:
    """Return a new 32-byte Ed25519 secret."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    return Ed25519PrivateKey.generate().private_bytes_raw()


def signing_public(secret: bytes) -> bytes:
    """Return the 32-byte public half of an Ed25519 secret."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def sign(secret: bytes, message: bytes) -> bytes:
    """Return the 64-byte Ed25519 signature of `message`."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    return Ed25519PrivateKey.from_private_bytes(secret).sign(message)


def signed_by(public: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether `signature` over `message` was made with the key of `public`."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def new_sealing_secret() -> bytes:
    """Return a new age X25519 identity as its ASCII line."""
    from pyrage import x25519  # noqa: PLC0415

    return str(x25519.Identity.generate()).encode("ascii")


def sealing_public(secret: bytes) -> str:
    """Return the age recipient (`age1...`) of an identity line."""
    from pyrage import x25519  # noqa: PLC0415

    return str(x25519.Identity.from_str(secret.decode("ascii")).to_public())


def is_recipient(text: str) -> bool:
    """Say whether `text` is an age X25519 recipient in its one spelling."""
    from pyrage import RecipientError, x25519  # noqa: PLC0415

    try:
        return str(x25519.Recipient.from_str(text)) == text
    except RecipientError:
        return False


def seal(payload: bytes, recipients: list[str]) -> bytes:
    """Return `payload` as an age file that each of `recipients` can open."""
    import pyrage  # noqa: PLC0415

    sealed: bytes = pyrage.encrypt(payload, [pyrage.x25519.Recipient.from_str(text) for text in recipients])
    return sealed


def unseal(data: bytes, secret: bytes) -> bytes:
    """Return the content of an age file, in memory, only when all of it is authentic; raises Unopened."""
    import pyrage  # noqa: PLC0415

    identity = pyrage.x25519.Identity.from_str(secret.decode("ascii"))
    try:
        content: bytes = pyrage.decrypt(data, [identity])
    except pyrage.DecryptError as fault:
        raise Unopened(_reason(str(fault))) from None
    return content


def _reason(words: str) -> str:
    # pyrage has one class for all; its words are pinned by a test.
    if "No matching keys" in words:
        return Unopened.NO_KEY
    return Unopened.CUT if "truncated" in words else Unopened.DAMAGED
