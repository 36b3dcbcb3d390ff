"""A worker's hands: the same acts done with the keyboard alone, or with the mouse and the keyboard."""

import math
from typing import Protocol

from support.screen import NotOnScreen, Screen, Seen

MOST_STOPS = 160
# How far about one notch of the wheel goes, in pixels.
NOTCH = 60
IN_A_ROW = ("check box", "radio button", "page tab", "list item")
SMALL_NUMBER_OF_TURNS = 40


class Hands(Protocol):
    """What a worker can do to what stands on the screen; everything is called by the name that a screen reader says."""

    screen: Screen

    def press(self, name: str, role: str = "", within: str = "") -> None:
        """Press a button, a chip, a tab."""

    def go_into(self, name: str, role: str = "", within: str = "") -> None:
        """Put the keyboard into a field."""

    def write(self, name: str, text: str, role: str = "text", within: str = "") -> None:
        """Write into a field in place of what it holds."""


class Keyboard:
    """Tab, arrows and keys; there is no mouse."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def press(self, name: str, role: str = "", within: str = "") -> None:
        """Go there with Tab and press Space; a chip that the arrows have chosen on the way is left as it is."""
        before = self.screen.find(name, role, within=within)
        here = self._reach(name, role, within)
        by_arrows = before.role in IN_A_ROW and "checked" in here.states and "checked" not in before.states
        if here.role == "page tab" or by_arrows:
            return
        self.screen.key("space")

    def go_into(self, name: str, role: str = "", within: str = "") -> None:
        """Go there with Tab."""
        self._reach(name, role, within)

    def write(self, name: str, text: str, role: str = "text", within: str = "") -> None:
        """Go there with Tab and type."""
        self._reach(name, role, within)
        _type_over(self.screen, text)

    def _reach(self, name: str, role: str, within: str) -> Seen:
        target = self.screen.find(name, role, within=within)
        forward, last = None, None
        for _ in range(MOST_STOPS):
            here = self.screen.focused(wait=0.15 if last else 0.0)
            same = here is not None and here.name == name and role in ("", here.role)
            if here is not None and same and (here.path == target.path or not within):
                return here
            if forward is None:
                forward = here is None or here.path < target.path
            self.screen.key(_key_towards(here, target, last, forward))
            last = here
        self.screen.picture(self.screen.folder / "not-on-screen.png")
        raise NotOnScreen(f"{MOST_STOPS} stops of Tab did not lead to {name!r}; the keyboard is on {here}")


def _key_towards(here: Seen | None, target: Seen, last: Seen | None, forward: bool) -> str:
    stuck = here is not None and last is not None and here.path == last.path
    beside = here is not None and here.path[:-1] == target.path[:-1] and here.role in IN_A_ROW
    if here is not None and beside and not stuck:
        return "Right" if here.path < target.path else "Left"
    return "Tab" if forward else "shift+Tab"


def wait_for_cursor(screen: Screen, name: str) -> None:
    """Wait until the field has the keyboard, as a person does who sees the cursor: a new window gets it a bit later."""
    screen.wait_for(lambda: _cursor_in(screen, name), f"the cursor in {name!r}")


def _cursor_in(screen: Screen, name: str) -> bool:
    here = screen.focused(wait=0.2)
    return here is not None and here.name == name


def _type_over(screen: Screen, text: str) -> None:
    """Type in place of what stands there, and wait until it is there."""
    screen.key("ctrl+a")
    type_and_see(screen, text)


def type_and_see(screen: Screen, text: str) -> None:
    """Type, and wait until it stands in the field.

    While a screen reader listens, Qt asks it about each key before the field gets it, but not about a shortcut:
    one that follows at once would overtake the last letters.
    """
    screen.type(text)
    screen.wait_for(lambda: _text_there(screen) == text, f"the text {text!r} in its field")


def _text_there(screen: Screen) -> str:
    here = screen.focused()
    return here.text if here is not None else ""


class Mouse:
    """Clicks and the wheel, and keys where a person types."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def press(self, name: str, role: str = "", within: str = "") -> None:
        """Bring it into sight with the wheel and click it."""
        x, y = self._in_sight(name, role, within).middle
        self.screen.click_at(x, y)

    def go_into(self, name: str, role: str = "", within: str = "") -> None:
        """Click into it."""
        self.press(name, role, within)

    def write(self, name: str, text: str, role: str = "text", within: str = "") -> None:
        """Click into it and type."""
        self.press(name, role, within)
        _type_over(self.screen, text)

    def _in_sight(self, name: str, role: str, within: str) -> Seen:
        for _ in range(SMALL_NUMBER_OF_TURNS):
            found = self.screen.find(name, role, within=within)
            now, area = self.screen.whereabouts(found)
            if now != found.box:
                continue  # The page is still being laid out.
            if area is None:
                return found
            x, y, width, height = area
            # Near the edge, where no field would take the wheel for itself.
            away = (found.middle[1] - y - height // 2) / NOTCH
            self.screen.turn_wheel(x + width - 12, y + height // 2, math.ceil(away) if away > 0 else math.floor(away))
        raise NotOnScreen(f"the wheel did not bring {name!r} into sight")
