"""The services that citizens are attached to: chosen in a plan, written once, under another name on paper."""

from exit_desktop.errors import TextTooLong
from exit_desktop.services.desk import Desk
from exit_desktop.system.ids import new_id
from exit_desktop.vault.service_rows import Service, read_services, write_service

__all__ = ["Service"]

LONGEST_NAME = 200


def list_services(desk: Desk) -> tuple[Service, ...]:
    """Return the services by name."""
    with desk.vault.reading() as connection:
        return read_services(connection)


def add_service(desk: Desk, name: str, kind: str, paper_name: str = "") -> Service:
    """Write a new service and return it. Raises TextTooLong."""
    texts = [" ".join(text.split()) for text in (name, kind, paper_name)]
    if max(map(len, texts)) > LONGEST_NAME:
        raise TextTooLong(most=LONGEST_NAME)
    service = Service(new_id(), *texts)
    with desk.vault.writing() as connection:
        write_service(connection, service)
    return service


def name_on_paper(service: Service | None) -> str:
    """Return what stands for a service on paper: never its own name unless the worker says so (model 14)."""
    return (service.paper_name or service.kind) if service else ""
