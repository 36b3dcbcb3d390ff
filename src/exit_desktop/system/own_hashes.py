"""Lets Python count its hashes itself instead of loading OpenSSL for them.

The vault's cipher and `cryptography` bring what they need along. A third library for SHA-256 alone would take 3.5 MB in
every open window, and would be one more of which to watch the news.
"""

import sys


def leave_openssl_out() -> None:
    """Let `hashlib` and `hmac` go without OpenSSL, as in a Python that was built without it; first of all imports."""
    sys.modules.setdefault("_hashlib", None)  # type: ignore[arg-type]  # None stands for "cannot be imported"
