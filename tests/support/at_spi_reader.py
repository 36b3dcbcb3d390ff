"""Reads the accessibility tree as a screen reader does; started with the system's Python, which has pyatspi.

One JSON question a line on standard input, one JSON answer a line on standard output. A node is
{name, role, description, value, text, states, x, y, width, height, path}.
"""

import json
import sys

import pyatspi

APPLICATION = "forloeb"
DEEPEST = 40
# Parts of a widget that call themselves focused.
INNER = ("page tab", "list item", "table cell", "tree item", "menu item")


def _node(accessible, path):
    found = {"name": accessible.name, "role": accessible.getRoleName(), "path": path}
    found["description"] = accessible.description
    states = accessible.getState().getStates()
    found["states"] = sorted(pyatspi.stateToString(state) for state in states)
    try:
        box = accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        found.update(x=box.x, y=box.y, width=box.width, height=box.height)
    except NotImplementedError:
        found.update(x=0, y=0, width=0, height=0)
    try:
        found["text"] = accessible.queryText().getText(0, -1)
    except NotImplementedError:
        found["text"] = ""
    try:
        found["value"] = accessible.queryValue().currentValue
    except NotImplementedError:
        found["value"] = None
    return found


def _walk(accessible, path, hidden):
    states = accessible.getState()
    if not hidden and path and not states.contains(pyatspi.STATE_SHOWING):
        return
    yield _node(accessible, path)
    if len(path) >= DEEPEST:
        return
    for index in range(min(accessible.childCount, 500)):
        child = accessible.getChildAtIndex(index)
        if child is not None:
            yield from _walk(child, [*path, index], hidden)


def _application():
    desktop = pyatspi.Registry.getDesktop(0)
    for application in desktop:
        if application is not None and application.name == APPLICATION:
            return application
    return None


def _tree(question):
    application = _application()
    if application is None:
        return []
    nodes = []
    for index in range(application.childCount):
        window = application.getChildAtIndex(index)
        if window is not None:
            nodes += _walk(window, [index], question.get("hidden", False))
    return nodes


def _light(accessible, path):
    """Walk what shows with its states alone: a tenth of the questions that a whole node costs."""
    states = accessible.getState()
    if path and not states.contains(pyatspi.STATE_SHOWING):
        return
    if len(path) > 1 and states.contains(pyatspi.STATE_FOCUSED):
        yield accessible, path
    for index in range(min(accessible.childCount, 500)):
        child = accessible.getChildAtIndex(index)
        if child is not None:
            yield from _light(child, [*path, index])


def _focused(question):
    """Return what has the keyboard; a row or a tab says so of itself also while another widget has it."""
    application = _application()
    found = [] if application is None else list(_light(application, []))
    sure = [(one, path) for one, path in found if one.getRoleName() not in INNER]
    if not sure:
        return [_node(one, path) for one, path in found[-1:]]
    widget, path = sure[-1]
    inside = [(one, there) for one, there in found if there[: len(path)] == path and len(there) > len(path)]
    one, there = (inside or [(widget, path)])[-1]
    return [_node(one, there)]


def _at(path):
    accessible = _application()
    for index in path:
        accessible = accessible.getChildAtIndex(index)
    return accessible


def _press(question):
    actions = _at(question["path"]).queryAction()
    names = [actions.getName(index) for index in range(actions.nActions)]
    wanted = next(i for i, name in enumerate(names) if name in ("Press", "Toggle", "ShowMenu"))
    return actions.doAction(wanted)


def _focus(question):
    return _at(question["path"]).queryComponent().grabFocus()


def _answer(question):
    return {"tree": _tree, "press": _press, "focus": _focus, "focused": _focused}[question["ask"]](question)


def main():
    for line in sys.stdin:
        try:
            answer = {"answer": _answer(json.loads(line))}
        except Exception as fault:  # the tree changes while it is read: whoever asks, asks again
            answer = {"fault": repr(fault)}
        print(json.dumps(answer), flush=True)


main()
