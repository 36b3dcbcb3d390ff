"""The directory of services: searched, written, checked again; a plan picks from it, under another name on paper."""

import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from exit_desktop.domain.citizens import whole_characters
from exit_desktop.domain.directory import Service, ServiceKind
from exit_desktop.errors import ServiceInUse, ServiceUnnamed, TextTooLong
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.finding import begins_all, folded, in_danish_order, words_of
from exit_desktop.services.labels import FOCUS_AREAS, SERVICE_KINDS
from exit_desktop.system.ids import new_id
from exit_desktop.system.language import Language, Texts
from exit_desktop.vault.service_rows import count_uses, delete_service, read_services, write_service

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Service"]

LONGEST_NAME = 200
LONGEST_TEXT = 4000
_NAMES, _TEXTS = ("name", "kind", "paper_name"), ("contact_details", "note", "for_whom")


def list_services(desk: Desk) -> tuple[Service, ...]:
    """Return the services by name, those without one by their kind."""
    with desk.vault.reading() as connection:
        found = read_services(connection)
    return tuple(sorted(found, key=lambda one: in_danish_order(one.name or one.kind)))


def find_services(services: "Sequence[Service]", asked: str, t: Texts) -> tuple[Service, ...]:
    """Return the services in which every word asked for begins a word, in any of their texts, kind or area."""
    wanted = words_of(asked)
    return tuple(one for one in services if begins_all(wanted, words_of(_all_words(one, t))))


def add_service(desk: Desk, name: str, kind: str, paper_name: str = "") -> Service:
    """Write a new service of which little is known and return it. Raises ServiceUnnamed, TextTooLong."""
    return save_service(desk, Service("", name, kind, paper_name))


def save_service(desk: Desk, service: Service) -> Service:
    """Write a service, new where it has no id yet, and return it as it is kept. Raises ServiceUnnamed, TextTooLong."""
    kept = tidy_service(service)
    new = not kept.id
    if new:
        kept = replace(kept, id=new_id())
    with desk.vault.writing() as connection:
        write_service(connection, kept)
        append_use(connection, desk, Act.CREATED if new else Act.CHANGED, "service")
    return kept


def remove_service(desk: Desk, service_id: str) -> None:
    """Erase a service that no plan leads to. Raises ServiceInUse."""
    with desk.vault.writing() as connection:
        if count_uses(connection, service_id):
            raise ServiceInUse
        delete_service(connection, service_id)
        append_use(connection, desk, Act.DELETED, "service")


def tidy_service(service: Service) -> Service:
    """Return a service as it is kept, a known kind as its key. Raises ServiceUnnamed, TextTooLong."""
    names = {name: " ".join(readable(getattr(service, name)).split()) for name in _NAMES}
    texts = {name: readable(getattr(service, name)).strip() for name in _TEXTS}
    if not names["name"] and not names["kind"]:
        raise ServiceUnnamed
    for most, group in ((LONGEST_NAME, names), (LONGEST_TEXT, texts)):
        if max(map(len, group.values())) > most:
            raise TextTooLong(most=most)
    names["kind"] = kind_of(names["kind"])
    return replace(service, **names, **texts)  # type: ignore[arg-type] # _NAMES and _TEXTS are texts


def readable(text: str) -> str:
    """Return a text without what no file of a spreadsheet can hold: control characters and halves of characters."""
    lines = whole_characters(text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one in "\n\t" or unicodedata.category(one) != "Cc")


def kind_of(words: str) -> str:
    """Return the key of the kind that goes by these words in one of the languages, or else the words."""
    return _kinds_by_words().get(folded(words), words)


def kind_words(kind: str, t: Texts) -> str:
    """Return the name of a kind in a language; the worker's own words as they stand."""
    known = set(ServiceKind)
    return t(SERVICE_KINDS[ServiceKind(kind)]) if kind in known else kind


def name_here(service: Service, t: Texts) -> str:
    """Return what the worker calls a service: its name, or its kind where it has none."""
    return service.name or kind_words(service.kind, t)


def name_on_paper(service: Service | None, t: Texts) -> str:
    """Return what stands for a service on paper: never its own name unless the worker says so (model 14)."""
    return (service.paper_name or kind_words(service.kind, t)) if service else ""


@lru_cache(maxsize=1)
def _kinds_by_words() -> dict[str, str]:
    spoken = [Texts(language) for language in Language]
    return {folded(t(words)): str(kind) for kind, words in SERVICE_KINDS.items() for t in spoken}


def _all_words(service: Service, t: Texts) -> str:
    area = t(FOCUS_AREAS[service.area]) if service.area else ""
    texts = (service.name, kind_words(service.kind, t), area, service.for_whom, service.paper_name)
    return " ".join((*texts, service.contact_details, service.note))
