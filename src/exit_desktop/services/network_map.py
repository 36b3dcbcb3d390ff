"""From a course to its network map, and the words for who does what now and afterwards."""

from exit_desktop.charts.network_view import NetworkNode, NetworkView, TakenTask
from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import NetworkPerson, SupportTask, TaskHolder, person_order, task_order


def network_map(course: Course, middle: str, with_names: bool = True) -> NetworkView:
    """Return the map of a course's network; `middle` is what the citizen is called on it."""
    people = sorted(course.network, key=person_order)
    return NetworkView(middle, tuple(_node(person, course, with_names) for person in people))


def _node(person: NetworkPerson, course: Course, with_names: bool) -> NetworkNode:
    tasks = sorted((task for task in course.handover.tasks if task.taker == person.id), key=task_order)
    return NetworkNode(
        person.id,
        person.role,
        person.professional,
        person.strength,
        person.name if with_names else "",
        tuple(TakenTask(task.what, task.tried_out_on is not None) for task in tasks),
    )


def taker_of(task: SupportTask, course: Course) -> NetworkPerson | None:
    """Return the person who takes a task or is to take it; None if nobody was named."""
    return next((person for person in course.network if person.id == task.taker), None)


def tasks_in(course: Course, holder: TaskHolder) -> tuple[SupportTask, ...]:
    """Return the tasks in one column of the board, the newest at the foot."""
    chosen = (task for task in course.handover.tasks if task.holder is holder)
    return tuple(sorted(chosen, key=task_order))
