"""Invented networks for the map's tests and pictures: nobody, one, an ordinary one, a crowd, a crowd on one side."""

from __future__ import annotations

from exit_desktop.charts.network_view import NetworkNode, NetworkView, TakenTask

_PRIVATE = ("mor", "søster", "veninde", "nabo", "kusine", "tidligere kollega", "barnets far", "hende fra kurset")
_PROFESSIONAL = ("støtte-kontaktperson", "sagsbehandler i jobcentret", "egen læge", "bostøtte", "gældsrådgiver")


def crowd(count: int, private: int) -> tuple[NetworkNode, ...]:
    """Return `count` people, the first `private` of them in the private half; every third has a name or a task."""
    nodes = []
    for number in range(count):
        professional = number >= private
        roles = _PROFESSIONAL if professional else _PRIVATE
        role, name = roles[number % len(roles)], "Lise" if number % 3 == 0 else ""
        takes = (TakenTask("går med til jobcentret", number % 2 == 0),) if number % 4 == 1 else ()
        nodes.append(NetworkNode(f"{number:032x}", role, professional, 1 + number % 3, name, takes))
    return tuple(nodes)


NETWORKS = {
    "nobody": NetworkView("Mågen"),
    "one": NetworkView("Mågen", crowd(1, 1)),
    "ordinary": NetworkView("Mågen", crowd(8, 5)),
    "crowd": NetworkView("Mælkebøtte-17", crowd(25, 14)),
    "one-sided": NetworkView("Mågen", crowd(25, 25)),
    "long": NetworkView(
        "W" * 40, (NetworkNode("a" * 32, "kontaktpersonen fra det sociale værested ved den gamle havn", True, 3, "Bo"),)
    ),
}
