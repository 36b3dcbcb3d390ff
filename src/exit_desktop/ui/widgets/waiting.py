"""A bar that moves while something is under way of which nobody knows how long it takes."""

from PySide6.QtWidgets import QProgressBar


class Waiting(QProgressBar):
    """Hidden until it is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.hide()
