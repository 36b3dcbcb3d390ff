"""The worker's settings that live inside the vault, as short texts under a name."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def read_setting(connection: "Connection", name: str) -> str | None:
    """Return a setting, or None where none was made."""
    row = connection.execute("SELECT value FROM setting WHERE name = :name", {"name": name}).fetchone()
    return str(row[0]) if row else None


def save_setting(connection: "Connection", name: str, value: str) -> None:
    """Put a setting in the place of the earlier one."""
    connection.execute(
        "INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = :value",
        {"name": name, "value": value},
    )


def read_settings(connection: "Connection") -> dict[str, str]:
    """Return all settings by name."""
    return {row[0]: row[1] for row in connection.execute("SELECT name, value FROM setting ORDER BY name")}
