"""What reports have left this vault: only protected figures, so that a later report gives nothing back beside them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection


def read_released(connection: "Connection") -> tuple[bytes, ...]:
    """Return every release that is remembered, the oldest first."""
    return tuple(row[0] for row in connection.execute("SELECT body FROM released_table ORDER BY id"))


def keep_released(connection: "Connection", released_at: str, title: str, body: bytes) -> None:
    """Remember one more release."""
    connection.execute(
        "INSERT INTO released_table (released_at, title, body) VALUES (:at, :title, :body)",
        {"at": released_at, "title": title, "body": body},
    )
