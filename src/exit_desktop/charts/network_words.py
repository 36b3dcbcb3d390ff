"""What a network map says to those who do not see it: a sentence per person, a summary, a table."""

from __future__ import annotations

from exit_desktop.charts.network_view import NetworkNode, NetworkView, TakenTask
from exit_desktop.charts.table import Table
from exit_desktop.system.language import Texts, mark

TIES = {3: mark("close"), 2: mark("in between"), 1: mark("loose")}
"""The words for each strength, on the map and beside it."""


def node_words(node: NetworkNode, t: Texts) -> str:
    """Return who someone is, by the role and the name that is shown."""
    return t("{role}, “{name}”", role=node.role, name=node.name) if node.name else node.role


def node_sentence(node: NetworkNode, t: Texts) -> str:
    """Return one person in words: "Mother: private, close. Takes over: the post (tried out)."."""
    half = t("professional") if node.professional else t("private")
    told = t("{who}: {half}, {tie}.", who=node_words(node, t), half=half, tie=t(TIES[node.strength]))
    if not node.takes:
        return told
    return t("{person} Takes over: {tasks}.", person=told, tasks=_tasks(node, t))


def _tasks(node: NetworkNode, t: Texts) -> str:
    return "; ".join(_task(task, t) for task in node.takes)


def _task(task: TakenTask, t: Texts) -> str:
    return t("{task} (tried out)", task=task.words) if task.tried_out else task.words


def network_summary(view: NetworkView, t: Texts) -> str:
    """Return the whole map in one sentence."""
    if not view.nodes:
        return t("Nobody is on the map yet.")
    professional = sum(node.professional for node in view.nodes)
    close = sum(node.strength == 3 for node in view.nodes)
    return t(
        "Around the citizen: {private} private and {professional} professional, {close} of them close.",
        private=len(view.nodes) - professional,
        professional=professional,
        close=close,
    )


def network_table(view: NetworkView, t: Texts) -> Table:
    """Return the same as a table: a row for each person."""
    headers = (t("Who"), t("Half"), t("Tie"), t("Takes over"))
    people = (*view.half(professional=False), *view.half(professional=True))
    rows = tuple(
        (
            node_words(node, t),
            t("professional") if node.professional else t("private"),
            t(TIES[node.strength]),
            _tasks(node, t),
        )
        for node in people
    )
    return Table(headers, rows)
