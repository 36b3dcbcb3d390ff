"""Copies the few pictures that the README shows, packed small enough to live in the repository."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from pictures._studio import save_small

LARGEST = 150_000
# Even surfaces stay even: dots would make the file larger and the picture worse.
PLAIN = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
# From the folder of pictures, under the name in the README.
BEST = {
    "ordinary-da-light/course-overview": "course-light",
    "ordinary-en-dark/course-overview": "course-dark",
    "ordinary-da-light/reading-new": "reading",
    "ordinary-da-light/course-plan": "plan",
    "papers/plan-da-1": "paper-plan",
}


def keep_best(pictures: Path, kept: Path) -> None:
    """Copy the best ones; one that is not there, or stays too large, is left as it was."""
    for source, name in BEST.items():
        path = pictures / f"{source}.png"
        if not path.exists():
            continue
        image = QImage(str(path)).convertToFormat(QImage.Format.Format_Indexed8, PLAIN)
        target = kept / f"{name}.png"
        before = target.read_bytes() if target.exists() else b""
        save_small(image, target)
        if target.stat().st_size > LARGEST:
            target.write_bytes(before) if before else target.unlink()
