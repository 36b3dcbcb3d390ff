"""The largest text does not make the window larger than a common screen."""

from exit_desktop.services.practice import PracticeVault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.system.preferences import Theme as Look
from exit_desktop.ui.lock_reason import LockReason
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle

__all__ = ["dozen", "opened"]

# A laptop of 768 lines without its title bar and task bar.
LOW_SCREEN = 768 - 30 - 40


def test_a_window_of_1280_holds_the_largest_text(opened: Opened, dozen: PracticeVault) -> None:
    window, folder = opened.window, opened.work.session.vault.folder
    window.lock(LockReason.ASKED)
    window.resize(1280, 800)
    opened.work.session.theme.use(Look.LIGHT, 200)
    window.start.opened.emit(unlock_vault(folder, dozen.passphrase))
    settle()
    assert window.width() <= 1280


def test_the_last_place_of_the_rail_is_on_a_low_screen(opened: Opened, dozen: PracticeVault) -> None:
    opened.work.session.theme.use(Look.LIGHT, 200)
    settle()
    assert opened.window.minimumSizeHint().height() <= LOW_SCREEN
