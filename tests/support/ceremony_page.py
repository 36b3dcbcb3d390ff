"""The pages of the first start, in sight, with rules of their own for passphrases."""

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.system.language import Texts
from exit_desktop.ui.start.ceremony import CeremonyPage
from exit_desktop.ui.start.passphrase_page import PassphraseRules
from exit_desktop.ui.theme import Theme

RULES = PassphraseRules(lambda: "en to tre fire fem", lambda text: "" if len(text) >= 14 else "Too short.")


@pytest.fixture
def ceremony(theme: Theme, t: Texts, qtbot: QtBot) -> CeremonyPage:
    """The ceremony at its first page; nobody can leave it."""
    page = CeremonyPage(theme, t, RULES, can_leave=False)
    qtbot.addWidget(page)
    page.show()
    return page
