"""Rows of services that citizens are attached to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class Service:
    """A service; on paper it stands under `paper_name` or its kind, never its own name unless the worker says so."""

    id: str
    name: str
    kind: str
    paper_name: str = ""
    contact_details: str = ""
    note: str = ""


def read_services(connection: "Connection") -> tuple[Service, ...]:
    """Return the services by name."""
    rows = connection.execute(
        "SELECT hex(uid), name, kind, paper_name, contact_details, note FROM service ORDER BY name, uid"
    )
    return tuple(Service(r[0].lower(), *r[1:]) for r in rows)


def write_service(connection: "Connection", service: Service) -> None:
    """Write a service, new or changed."""
    connection.execute(
        "INSERT INTO service (uid, name, kind, paper_name, contact_details, note)"
        " VALUES (:uid, :name, :kind, :paper_name, :contact_details, :note) ON CONFLICT (uid) DO UPDATE SET"
        " name = :name, kind = :kind, paper_name = :paper_name, contact_details = :contact_details, note = :note",
        {
            "uid": bytes.fromhex(service.id),
            "name": service.name,
            "kind": service.kind,
            "paper_name": service.paper_name,
            "contact_details": service.contact_details,
            "note": service.note,
        },
    )
