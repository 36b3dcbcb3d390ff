"""A clock that only goes forward when a test moves it."""

import pytest


class Seconds:
    """Gives the seconds that `now` is set to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    """A clock that stands at 0."""
    return Seconds()
