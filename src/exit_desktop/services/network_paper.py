"""The network's paper: what stands on it, which of its lines to look at first, and the PDF."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from exit_desktop.charts.drawing import Size
from exit_desktop.charts.network import draw_network, height_for
from exit_desktop.charts.network_view import NetworkNode, NetworkView
from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import BOARD, SupportTask, TaskHolder, person_order
from exit_desktop.paper.fonts import measure
from exit_desktop.paper.network import MAP_WIDTH, Help, NetworkPaper, print_network
from exit_desktop.services.desk import Desk
from exit_desktop.services.network_map import network_map, taker_of, tasks_in
from exit_desktop.services.paper_lines import ALIAS, CONTACT, Line, LineToLookAt, contact_line, look_at
from exit_desktop.services.papers import PaperChoice
from exit_desktop.system.language import Texts

NAME = "/name"
USUAL_MAP = 360.0


@dataclass(frozen=True, slots=True)
class NetworkChoice:
    """What the worker chose: names and alias only where ticked; `lines` says what becomes of each line."""

    with_names: bool = False
    lines: PaperChoice = field(default_factory=PaperChoice)


def network_lines(desk: Desk, course: Course, choice: NetworkChoice) -> tuple[Line, ...]:
    """Return every line of the paper that somebody wrote, with its place, in the order of the paper."""
    alias = ((ALIAS, course.citizen.alias),) if choice.lines.with_alias else ()
    written = (*alias, *_people(course, choice.with_names), *_tasks(course), (CONTACT, contact_line(desk)))
    return tuple(line for line in written if line[1].strip())


def _people(course: Course, with_names: bool) -> Iterator[Line]:
    for person in sorted(course.network, key=person_order):
        yield person.id, person.role
        if with_names:
            yield f"{person.id}{NAME}", person.name


def _tasks(course: Course) -> Iterator[Line]:
    for holder in BOARD:
        yield from ((task.id, task.what) for task in tasks_in(course, holder))


def network_lines_to_look_at(desk: Desk, course: Course, choice: NetworkChoice) -> tuple[LineToLookAt, ...]:
    """Return the lines that give the programme away or may identify someone, in the order of the paper."""
    return look_at(desk, network_lines(desk, course, choice))


def network_pdf(desk: Desk, course: Course, choice: NetworkChoice, t: Texts) -> bytes:
    """Return the network as a PDF; with nobody in it yet it is a map to draw on."""
    lines = choice.lines
    drawn = _reworded(network_map(course, t("You"), choice.with_names), lines)
    # A bare map is there to be drawn on.
    usual = min(USUAL_MAP, height_for(drawn) * 1.15) if drawn.nodes else USUAL_MAP
    height = max(usual, height_for(drawn, least=True))
    size = Size(MAP_WIDTH, height)
    view = NetworkPaper(
        made_on=desk.clock.today(),
        network=draw_network(drawn, size, t, measure),
        helps=tuple(_helps(course, choice, t)),
        contact=lines.words(CONTACT, contact_line(desk)),
        alias=lines.words(ALIAS, course.citizen.alias) if lines.with_alias else None,
    )
    return print_network(view, t, lines.large)


def _reworded(view: NetworkView, lines: PaperChoice) -> NetworkView:
    """Return the map with the words that were chosen; whoever has no role left is not drawn."""
    nodes = (_node(node, lines) for node in view.nodes)
    return replace(view, nodes=tuple(node for node in nodes if node.role))


def _node(node: NetworkNode, lines: PaperChoice) -> NetworkNode:
    role = lines.words(node.id, node.role).strip()
    return replace(node, role=role, name=lines.words(f"{node.id}{NAME}", node.name).strip())


def _helps(course: Course, choice: NetworkChoice, t: Texts) -> Iterator[Help]:
    for holder in BOARD:
        for task in tasks_in(course, holder):
            what = choice.lines.words(task.id, task.what).strip()
            if what:
                yield Help(what, _who(task, course, choice, t))


def _who(task: SupportTask, course: Course, choice: NetworkChoice, t: Texts) -> str:
    taker = _taker(task, course, choice, t)
    now = {
        TaskHolder.WORKER: t("I help"),
        TaskHolder.SHARED: t("you and I, together"),
        TaskHolder.CITIZEN: t("you"),
        TaskHolder.NETWORK: taker,
    }[task.holder]
    if task.holder is TaskHolder.NETWORK or not taker:
        return now
    return t("{who}, later {taker}", who=now, taker=taker)


def _taker(task: SupportTask, course: Course, choice: NetworkChoice, t: Texts) -> str:
    person = taker_of(task, course)
    if person is None:
        return ""
    role = choice.lines.words(person.id, person.role).strip()
    name = choice.lines.words(f"{person.id}{NAME}", person.name).strip() if choice.with_names else ""
    return t("{role}, {name}", role=role, name=name) if role and name else role or name
