"""A real vault: the ceremony of the first start, and the passphrase after it."""

import re

from support.hands import wait_for_cursor
from support.journey import CONTACT_LINE, Worker, pdf_words


def first_start(worker: Worker, code: str, town: str) -> str:
    """Make a real vault as the ceremony leads: who, five words, the sheet kept, two groups typed back."""
    worker.screen.start("--data-dir", str(worker.data), "--language", worker.t.language)
    worker.write("Your code", code)
    worker.write("Town or project", town)
    worker.write("Contact line for papers", CONTACT_LINE)
    worker.press("Next", "push button")
    begins = worker.t("Five words: {words}", words="")
    passphrase = worker.screen.find(begins, "label", exact=False).name.removeprefix(begins)
    worker.press("Make the vault", "push button")
    groups = _keep_sheet(worker)
    worker.press("Next", "push button")
    for number, group in enumerate(groups, start=1):
        if worker.screen.shows(worker.t("Group {number}", number=number), "text"):
            worker.hands.write(worker.t("Group {number}", number=number), group)
    worker.sees_words("Both are right.")
    worker.press("Open the vault", "push button")
    worker.screen.find(worker.t("Search citizen"), "text")
    return passphrase


def _keep_sheet(worker: Worker) -> list[str]:
    sheet = worker.home / "ark.pdf"
    worker.press("Save as PDF", "push button")
    worker.write("Name of the file", str(sheet))
    worker.screen.key("Return")
    worker.sees_words("Good. Have the sheet in front of you now.")
    return re.findall(r"\b[0-9A-HJKMNP-TV-Z]{5}\b", pdf_words(sheet))


def come_back_and_unlock(worker: Worker, passphrase: str) -> None:
    """Start the program again on the vault last opened."""
    worker.screen.start("--data-dir", str(worker.data), "--language", worker.t.language)
    unlock(worker, passphrase)


def unlock(worker: Worker, passphrase: str) -> None:
    """Type the passphrase; the cursor stands in its field."""
    wait_for_cursor(worker.screen, worker.t("Passphrase"))
    worker.screen.type(passphrase)
    worker.screen.key("Return")
    worker.screen.find(worker.t("Search citizen"), "text")
