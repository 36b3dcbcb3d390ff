"""dump and load: the whole vault as open lines of JSON, so that a user can always leave (model 6).

Lines carry no checksum and may be edited by hand; signatures play no part here. The format is described field by
field in resources/docs/dump-format.md. Safety notes, drafts, log, keys, cards and guarded words are in no dump.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.domain.citizens import alias_key, suggest_alias
from exit_desktop.domain.contacts import WorkEntry
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.domain.directory import Service
from exit_desktop.domain.not_started import NOT_STARTED, Enquiry
from exit_desktop.errors import AnswerFault, DefinitionChanged, DefinitionFault, DumpLineWrong, InstrumentDiffers
from exit_desktop.instruments.catalogue import refuse_another_meaning
from exit_desktop.instruments.reading import read_definition
from exit_desktop.instruments.validating import validate
from exit_desktop.services.desk import Act, Desk, append_use, keep_instrument_of, keep_instruments
from exit_desktop.services.dump_lines import Body, InstrumentBody, SettingBody, instrument_body, read_lines, write_line
from exit_desktop.services.logged_files import write_logged
from exit_desktop.services.not_started import check_enquiry, instrument_of
from exit_desktop.system.free_space import require_room
from exit_desktop.vault.cards import keep_sent_course
from exit_desktop.vault.course_contacts import read_work_hours, write_work_entry
from exit_desktop.vault.course_list import read_aliases
from exit_desktop.vault.courses import find_by_id, read_courses, take_course
from exit_desktop.vault.held_rows import count_held
from exit_desktop.vault.instruments import held_instrument, keep_instrument, read_instruments
from exit_desktop.vault.not_started_rows import find_enquiry, read_enquiries, write_enquiry
from exit_desktop.vault.refused_rows import RowRefused, refused_rows
from exit_desktop.vault.service_rows import read_services, write_service
from exit_desktop.vault.settings import read_setting, read_settings, save_setting
from exit_desktop.vault.worker import read_worker

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """What became of the lines of a dump: courses, and in `renamed` citizens."""

    added: int = 0
    replaced: int = 0
    already_here: int = 0
    kept_newer: int = 0
    renamed: int = 0


@dataclass(slots=True)
class _Loading:
    desk: Desk
    connection: "Connection"
    here: set[str]
    instruments: set[tuple[str, int]]
    counts: LoadCounts = LoadCounts()
    renamed: set[str] = field(default_factory=set)

    def count(self, **more: int) -> None:
        counted = {name: getattr(self.counts, name) + number for name, number in more.items()}
        self.counts = replace(self.counts, **counted)


def dump_vault(desk: Desk, path: Path) -> int:
    """Write every unit as one line of canonical JSON in clear text to a file the worker named; return how many."""
    lines = list(_dump_lines(desk))
    write_logged(desk, path, b"".join(lines), Act.DUMPED, "vault")
    return len(lines)


def count_left_out(desk: Desk) -> int:
    """Return how many courses and enquiries of others are held here: no dump carries them, for they are not ours.

    Loaded, they would have two owners. They come again with their workers' next packages, and stand in every backup.
    """
    with desk.vault.reading() as connection:
        return count_held(connection)


def _dump_lines(desk: Desk) -> Iterator[bytes]:
    with desk.vault.reading() as connection:
        worker = read_worker(connection)
        if worker is not None:
            yield write_line(worker)
        for name, version, _, content in read_instruments(connection):
            yield write_line(instrument_body(name, version, content))
        for service in read_services(connection):
            yield write_line(service)
        for name, value in read_settings(connection).items():
            yield write_line(SettingBody(name, value))
        for entry in read_work_hours(connection):
            yield write_line(entry)
        for enquiry in read_enquiries(connection):
            yield write_line(enquiry)
        for course in read_courses(connection):
            yield write_line(course)


def load_dump(desk: Desk, path: Path) -> LoadCounts:
    """Read a dump into this vault, all of it or, at the first line that cannot be read, nothing.

    A course that was not here gets this vault as its owner; a higher (ownership, revision) replaces, the same or an
    older one changes nothing and a newer local one stays. Of everything else, what is here stays. Raises
    DumpLineWrong, DumpLineNewer, InstrumentMissing, InstrumentDiffers, TooLittleRoom.
    """
    require_room(desk.vault.folder, [path])
    with path.open("rb") as stream, desk.catalogue.trial(), desk.vault.writing() as connection:
        loading = _begin_loading(desk, connection)
        for number, body in read_lines(stream):
            try:
                with refused_rows():
                    _take(loading, body)
            except (AnswerFault, RowRefused, DefinitionFault, ValueError):
                raise DumpLineWrong(line=number) from None
        loading.count(renamed=len(loading.renamed))
        append_use(connection, desk, Act.LOADED, "vault")
    return loading.counts


def _begin_loading(desk: Desk, connection: "Connection") -> _Loading:
    here = {service.id for service in read_services(connection)}
    here |= {entry.id for entry in read_work_hours(connection)}
    instruments = {(name, version) for name, version, _, _ in read_instruments(connection)}
    return _Loading(desk, connection, here, instruments)


def _take(loading: _Loading, body: Body) -> None:
    connection = loading.connection
    if isinstance(body, Course):
        _take_course(loading, body)
    elif isinstance(body, Enquiry):
        _take_enquiry(loading, body)
    elif isinstance(body, InstrumentBody):
        _take_instrument(loading, body)
    elif isinstance(body, Service) and body.id not in loading.here:
        write_service(connection, body)
    elif isinstance(body, WorkEntry) and body.id not in loading.here:
        write_work_entry(connection, body)
    elif isinstance(body, SettingBody) and read_setting(connection, body.name) is None:
        save_setting(connection, body.name, body.value)


def _take_instrument(loading: _Loading, body: InstrumentBody) -> None:
    content = body.content()
    instrument = read_definition(content, "instrument")
    if (instrument.id, instrument.version) != (body.name, body.version):
        raise ValueError
    held = held_instrument(loading.connection, instrument.id, instrument.version)
    try:
        refuse_another_meaning(held or content, content, instrument.id)
        loading.desk.catalogue.keep(content)
    except DefinitionChanged:
        raise InstrumentDiffers(instrument=instrument.id, version=instrument.version) from None
    if held is None:
        digest = bytes.fromhex(instrument.sha256)
        keep_instrument(loading.connection, instrument.id, instrument.version, digest, content)
    loading.instruments.add((instrument.id, instrument.version))


def _take_enquiry(loading: _Loading, body: Enquiry) -> None:
    """Take an enquiry that is not here, or a higher revision of one that is."""
    held = find_enquiry(loading.connection, body.id)
    if held is not None and held.revision >= body.revision:
        return
    check_enquiry(instrument_of(loading.desk, body.answers), body)
    keep_instrument_of(loading.connection, loading.desk.catalogue, NOT_STARTED, body.version)
    write_enquiry(loading.connection, body)


def _take_course(loading: _Loading, document: Course) -> None:
    held = find_by_id(loading.connection, document.id)
    if held is None:
        document = replace(document, owner=loading.desk.vault.uid, ownership=document.ownership + 1)
        loading.count(added=1)
    elif (document.ownership, document.revision) > (held.ownership, held.revision):
        loading.count(replaced=1)
    else:
        loading.count(**({"already_here": 1} if _is_here(document, held) else {"kept_newer": 1}))
        return
    if held is not None and held.citizen.id != document.citizen.id:
        raise ValueError
    document = _with_free_alias(loading, document)
    _keep_its_instruments(loading, document)
    _check_answers(loading, document)
    take_course(loading.connection, held, document)
    if document.sharing in (Sharing.CODED, Sharing.FULL):
        # A dump does not tell whether it left where it came from; what may have left can be called back from here.
        keep_sent_course(loading.connection, document.wire_id)


def _is_here(document: Course, held: Course) -> bool:
    """Return whether the held course is the document, as it is or as a load made it (its ownership one higher)."""
    return document.revision == held.revision and held.ownership - document.ownership in (0, 1)


def _keep_its_instruments(loading: _Loading, document: Course) -> None:
    """Keep the instruments that the answers refer to, unless their own lines brought them."""
    parts = {(part.instrument, part.version) for submission in document.submissions for part in submission.parts}
    if parts - loading.instruments:
        keep_instruments(loading.connection, loading.desk.catalogue, None, document)
        loading.instruments |= parts


def _check_answers(loading: _Loading, document: Course) -> None:
    """Let every answer pass where a typed one has to; raises AnswerFault."""
    catalogue = loading.desk.catalogue
    for submission in document.submissions:
        for answer in submission.answers:
            validate(catalogue.get(answer.instrument, answer.version), answer)


def _with_free_alias(loading: _Loading, document: Course) -> Course:
    citizen = document.citizen
    taken = {alias_key(alias) for alias in read_aliases(loading.connection, other_than=citizen.id)}
    if alias_key(citizen.alias) not in taken:
        return document
    loading.renamed.add(citizen.id)
    return replace(document, citizen=replace(citizen, alias=suggest_alias(citizen.alias, taken)))
