"""What a worker gives away: the citizen's sheet, contact cards, sealed packages."""

from pathlib import Path

from support.journey import Worker, open_tab, save_paper


def save_sheet(worker: Worker, without: str) -> str:
    """Save the citizen's sheet without one area and return its words."""
    open_tab(worker, "Overview")
    worker.press("Print the citizen's sheet", "push button")
    worker.press(without, "check box")
    return save_paper(worker, "mit-ark.pdf", first_time=False)


# ---- sharing ---------------------------------------------------------------------------------------------------------


def keep_card(worker: Worker, card: Path, words: str, code: str) -> None:
    """Take the card of another from a file, and confirm it by its words."""
    worker.press("Sharing", "check box")
    worker.press("Contact cards", "page tab")
    worker.press("Add a card from a file …", "push button")
    worker.hands.press(card.name, "list item")
    worker.press("Open the file", "push button")
    worker.hands.write(worker.t("The eight words of {code}", code=code), words)
    worker.screen.key("Return")
    worker.sees_words("The card is confirmed. You can now send to its owner.")


def seal_package(worker: Worker) -> Path:
    """Send what may leave to the only card there is, and return the file."""
    worker.press("Send", "page tab")
    worker.sees(worker.t.plural("{count} citizen leaves.", "{count} citizens leave.", 1))
    worker.press("Seal and save …", "push button")
    worker.press("Save here", "push button")
    worker.sees_words("The package is sealed and saved.")
    return next(worker.home.glob("*.forloeb"))
