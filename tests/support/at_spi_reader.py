"""Reads the accessibility tree as a screen reader does; started with the system's Python, which has pyatspi.

One JSON question a line on standard input, one JSON answer a line on standard output. A node is
{name, role, description, value, text, states, x, y, width, height, path}.
"""

import json
import sys
import time

import pyatspi
from gi.repository import GLib

APPLICATION = "forloeb"
DEEPEST = 40
# So near to where a part of the window ends, a click may miss.
EDGE = 6
FOCUS = []
CONTEXT = GLib.MainContext.default()


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
    found["text"] = _text(accessible)
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


def _find(question):
    """Return the first thing that shows with a name; what is asked in a dialog stands before everything else."""
    application = _application()
    if application is None:
        return []
    windows = [(application.getChildAtIndex(index), [index]) for index in range(application.childCount)]
    windows.sort(key=lambda one: one[0].getRole() != pyatspi.ROLE_DIALOG)
    for window, path in windows:
        for top, start in _called(window, path, question["within"]):
            for accessible, there in _showing(top, start):
                if not _is_meant(accessible, question):
                    continue
                found = _node(accessible, there)
                if found["width"] > 0 and ("showing" in found["states"] or len(there) == 1):
                    return [found]
    return []


def _called(window, path, name):
    """Go through the parts of a window that are called so; without a name it is the window."""
    if not name:
        return [(window, path)]
    return [(one, there) for one, there in _showing(window, path) if one.name == name and one.childCount]


def _showing(accessible, path):
    """Go through what shows; what holds nothing is not asked whether it does, for each question costs."""
    count = min(accessible.childCount, 500)
    if count and len(path) > 1 and not accessible.getState().contains(pyatspi.STATE_SHOWING):
        return
    yield accessible, path
    for index in range(count):
        child = accessible.getChildAtIndex(index)
        if child is not None:
            yield from _showing(child, [*path, index])


def _is_meant(accessible, question):
    name, wanted = accessible.name, question["name"]
    same = name == wanted
    if not same and not question["exact"]:
        same = wanted in name or wanted in _text(accessible)
    return same and question["role"] in ("", accessible.getRoleName())


def _text(accessible):
    try:
        return accessible.queryText().getText(0, -1)
    except NotImplementedError:
        return ""


def _hides(question):
    """Return where a node is now, and the box of what scrolls around it and does not reach as far as its middle."""
    node = _at(question["path"])
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    now = [box.x, box.y, box.width, box.height]
    middle, here = box.y + box.height // 2, node.parent
    while here is not None and here.getRole() != pyatspi.ROLE_APPLICATION:
        around = here.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        if not around.y + EDGE <= middle <= around.y + around.height - EDGE and around.height > 2 * EDGE + box.height:
            return [now, [around.x, around.y, around.width, around.height]]
        here = here.parent
    return [now, []]


def _heard(event):
    """Keep what the keyboard came to last, as a screen reader does."""
    if event.detail1:
        FOCUS.append(event.source)


def _listen(seconds):
    """Take in what was told, and wait a little for news if there is none yet."""
    until, before = time.monotonic() + seconds, len(FOCUS)
    while CONTEXT.iteration(False) or (len(FOCUS) == before and time.monotonic() < until):
        if not CONTEXT.pending():
            time.sleep(0.003)


def _focused(question):
    """Return what has the keyboard, waiting up to `wait` seconds for it to go elsewhere."""
    _listen(question["wait"])
    if not FOCUS:
        return []
    if not FOCUS[-1].getState().contains(pyatspi.STATE_FOCUSED):
        # Handed on at once, as a chart does to its first mark.
        _listen(0.05)
    here = FOCUS[-1]
    if here.getRole() in (pyatspi.ROLE_PAGE_TAB_LIST, pyatspi.ROLE_LIST):
        inside = (here.getChildAtIndex(index) for index in range(here.childCount))
        here = next((one for one in inside if one.getState().contains(pyatspi.STATE_FOCUSED)), here)
    found, path = here, []
    while here is not None and here.getRole() != pyatspi.ROLE_APPLICATION:
        path.insert(0, here.getIndexInParent())
        here = here.parent
    return [_node(found, path)]


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
    return {"tree": _tree, "find": _find, "hides": _hides, "press": _press, "focus": _focus, "focused": _focused}[
        question["ask"]
    ](question)


def main():
    pyatspi.Registry.registerEventListener(_heard, "object:state-changed:focused")
    for line in sys.stdin:
        try:
            answer = {"answer": _answer(json.loads(line))}
        except Exception as fault:
            answer = {"fault": repr(fault)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
