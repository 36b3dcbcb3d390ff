"""How large a question is asked: as large as lets all its answers be in sight."""

from __future__ import annotations

from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.together.measures import Measures, scales_from
from exit_desktop.ui.together.question_page import Asked, QuestionPage


class Fitting:
    """Makes the page of a question. Within a part of the reading the letters only shrink, never jump back."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._scales: dict[str, int] = {}

    def begin_anew(self) -> None:
        """Forget how far it shrank: the screen is another one now, or the letters are."""
        self._scales.clear()

    def page(self, asked: Asked, room: tuple[int, int], t: Texts) -> QuestionPage:
        """Return the page at the largest scale that fits into a width and height, else at the smallest."""
        name = asked.stop.instrument.id
        for scale in scales_from(self._scales.get(name, self._theme.scale)):
            page = QuestionPage(Measures(self._theme, scale), asked, t)
            self._scales[name] = scale
            if page.fits(*room):
                break
        return page
