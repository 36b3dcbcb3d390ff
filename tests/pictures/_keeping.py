"""Copies the few pictures that the README shows, packed small enough to live in the repository."""

from pathlib import Path

from PIL import Image

LARGEST = 150_000
# From the folder of pictures, under the name in the README.
BEST = {
    "ordinary-da-light/course-overview": "course-light",
    "ordinary-en-dark/course-overview": "course-dark",
    "ordinary-da-light/reading-new": "reading",
    "ordinary-da-light/course-plan": "plan",
    "papers/plan-da-1": "paper-plan",
    "ordinary-da-light/today": "today",
    "ordinary-da-light/network-map": "network",
    "ordinary-en-dark/together": "together",
}


def keep_best(pictures: Path, kept: Path) -> None:
    """Copy those that are there, in 256 colours of their own; raises ValueError when one stays too large."""
    kept.mkdir(parents=True, exist_ok=True)
    for source, name in BEST.items():
        path = pictures / f"{source}.png"
        if path.exists():
            _pack(path, kept / f"{name}.png")


def _pack(path: Path, target: Path) -> None:
    with Image.open(path) as image:
        image.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
    if target.stat().st_size > LARGEST:
        raise ValueError(f"{target.name} is larger than {LARGEST} bytes")
