"""Rows of services that citizens are attached to."""

from datetime import date
from typing import TYPE_CHECKING

from exit_desktop.domain.directory import AnonymousAccess, Service
from exit_desktop.domain.plans import FocusArea

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def read_services(connection: "Connection") -> tuple[Service, ...]:
    """Return the services by name."""
    rows = connection.execute(
        "SELECT hex(uid), name, kind, paper_name, contact_details, note, area, for_whom, anonymous, checked_on, starter"
        " FROM service ORDER BY name, uid"
    )
    return tuple(
        Service(
            id=r[0].lower(),
            name=r[1],
            kind=r[2],
            paper_name=r[3],
            contact_details=r[4],
            note=r[5],
            area=FocusArea(r[6]) if r[6] else None,
            for_whom=r[7],
            anonymous=AnonymousAccess(r[8]),
            checked_on=date.fromisoformat(r[9]) if r[9] else None,
            starter=r[10],
        )
        for r in rows
    )


def write_service(connection: "Connection", service: Service) -> None:
    """Write a service, new or changed."""
    connection.execute(
        "INSERT INTO service (uid, name, kind, paper_name, contact_details, note, area, for_whom, anonymous,"
        " checked_on, starter) VALUES (:uid, :name, :kind, :paper_name, :contact_details, :note, :area, :for_whom,"
        " :anonymous, :checked_on, :starter) ON CONFLICT (uid) DO UPDATE SET"
        " name = :name, kind = :kind, paper_name = :paper_name, contact_details = :contact_details, note = :note,"
        " area = :area, for_whom = :for_whom, anonymous = :anonymous, checked_on = :checked_on, starter = :starter",
        {
            "uid": bytes.fromhex(service.id),
            "name": service.name,
            "kind": service.kind,
            "paper_name": service.paper_name,
            "contact_details": service.contact_details,
            "note": service.note,
            "area": service.area,
            "for_whom": service.for_whom,
            "anonymous": service.anonymous,
            "checked_on": service.checked_on.isoformat() if service.checked_on else None,
            "starter": service.starter,
        },
    )


def count_uses(connection: "Connection", service_id: str) -> int:
    """Return how many activities of plans, today's and earlier ones, lead to a service."""
    row = connection.execute("SELECT count(*) FROM activity WHERE service = ?", (service_id,)).fetchone()
    return int(row[0])


def delete_service(connection: "Connection", service_id: str) -> None:
    """Erase a service."""
    connection.execute("DELETE FROM service WHERE uid = ?", (bytes.fromhex(service_id),))
