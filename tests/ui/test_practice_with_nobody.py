"""`practice --citizens 0` opens the window on a practice vault without anyone in it."""

from exit_desktop.services.vaults import Vault, check_vault
from exit_desktop.system.launch import window_options
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.jobs import Job
from exit_desktop.ui.start.vault_work import practising


def test_nobody_is_invented_when_nobody_is_wanted(frame: Frame) -> None:
    options = window_options(["practice", "--citizens", "0"])
    assert options is not None
    vault = practising(frame, options.citizens, options.seed)(Job(lambda _: None, lambda *_: None))
    assert isinstance(vault, Vault)
    rows = dict(check_vault(vault).rows)
    vault.close()
    assert (rows["citizen"], rows["course"]) == (0, 0)
