"""Services that were written before they became a directory are all there, with nothing said that nobody knew."""

import sqlite3

from exit_desktop.domain.directory import AnonymousAccess, Service
from exit_desktop.vault.migrations import migrate
from exit_desktop.vault.service_rows import read_services


def test_an_older_service_keeps_its_words() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, 5)
    words = ("Huset", "værested for kvinder", "Huset på hjørnet", "Tlf. 12 34 56 78", "Ring først")
    connection.execute(
        "INSERT INTO service (uid, name, kind, paper_name, contact_details, note) VALUES (?, ?, ?, ?, ?, ?)",
        (bytes.fromhex("77" * 16), *words),
    )
    migrate(connection)
    (service,) = read_services(connection)
    assert service == Service("77" * 16, *words)
    assert (service.area, service.anonymous, service.checked_on) == (None, AnonymousAccess.NOT_KNOWN, None)
    connection.close()
