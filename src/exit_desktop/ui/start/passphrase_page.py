"""Step 1 of the first start: five generated words, or own words that are judged while they are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.ui.start.passphrase_field import PassphraseField
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.labels import Label, muted, small, title
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class PassphraseRules:
    """How words are made and judged: `judge` returns why not (in the worker's language), or nothing if they will do."""

    generate: Callable[[], str]
    judge: Callable[[str], str]


class PassphrasePage(QWidget):
    """Shows five words large; `changed(good)` tells whether what is chosen will do."""

    changed = Signal(bool)

    def __init__(self, theme: Theme, t: Texts, rules: PassphraseRules) -> None:
        super().__init__()
        self._theme, self._t, self._rules = theme, t, rules
        self._own = False
        self._verdict: str | None = None
        self._build()
        # Judging own words takes some tens of milliseconds: not at every key.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(250)
        self._later.timeout.connect(self._judge)
        self.new_words()
        self.retranslate()

    def passphrase(self) -> str:
        """Return the words chosen."""
        return self._field.text() if self._own else self._words.text()

    @property
    def good(self) -> bool:
        """Whether the words chosen will do."""
        return not self._own or self._verdict == ""

    @property
    def said(self) -> str:
        """What a screen reader is to say when the page comes: the five words, if they are the ones in use."""
        return "" if self._own else self._words.accessibleName()

    def new_words(self) -> None:
        """Propose five other words."""
        self._words.setText(self._rules.generate())
        self._name_words()

    def clear(self) -> None:
        """Drop the words."""
        self._words.clear()
        self._words.setAccessibleName("")
        self._field.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self._title.setText(t("Your passphrase"))
        if self._own:
            self._why.setText(t("At least 14 characters. Several words that do not belong together are best."))
        else:
            self._why.setText(
                t("These five words open the vault. Write them down today, and learn them during the week.")
            )
        self._name_words()
        self._new.setText(t("New words"))
        self._switch.setText(t("Use the five words") if self._own else t("Use my own words"))
        self._tip.setText(t("The order counts, with a space between the words. Nobody can find them for you."))
        self._field.retranslate()
        self._say_verdict()

    def _name_words(self) -> None:
        # A screen reader says the name in place of the text: without the words in it they could not be heard.
        self._words.setAccessibleName(self._t("Five words: {words}", words=self._words.text()))

    def _build(self) -> None:
        theme = self._theme
        self._title, self._why, self._tip = title(theme), muted(theme), small(theme)
        self._words = Label(theme, kind="title")
        self._words.setProperty("kind", "bigwords")
        # The keyboard begins here, so that the words are the first that is read aloud.
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._new, self._switch = Button(), LinkButton()
        self._new.clicked.connect(self.new_words)
        self._switch.clicked.connect(self._change_way)
        self._field = PassphraseField(theme, self._t)
        self._field.changed.connect(self._wait)
        self._field.hide()
        self._said = Label(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self._title, self._why, self._words, self._field, self._said):
            column.addWidget(part)
        column.addLayout(row(self._new, self._switch, 1))
        column.addWidget(self._tip)
        self.setFocusProxy(self._words)

    def use_own_words(self, own: bool) -> None:
        """Write own words, or take the five that are proposed."""
        if own != self._own:
            self._change_way()

    def _change_way(self) -> None:
        self._own = not self._own
        self._words.setVisible(not self._own)
        self._new.setVisible(not self._own)
        self._field.setVisible(self._own)
        self._field.clear()
        self._verdict = None
        self.retranslate()
        self.setFocusProxy(self._field.field if self._own else self._words)
        self.setFocus()
        self.changed.emit(self.good)

    def _wait(self) -> None:
        self._verdict = None
        self._later.start()
        self.changed.emit(self.good)

    def _judge(self) -> None:
        self._verdict = self._rules.judge(self._field.text()) if self._field.text() else None
        self._say_verdict()
        self.changed.emit(self.good)

    def _say_verdict(self) -> None:
        self._said.setVisible(self._own and self._verdict is not None)
        self._said.setText(self._verdict or self._t("These words will do."))
