"""Makes a picture of each screen and paper, so that a person can look at all of them after a change.

    python3 installer/dev.py pictures [FOLDER] [--only WORD] [--keep]

FOLDER is `build/pictures` unless named. `--only WORD` takes the pictures with that word in their name, `--keep` also
copies the few that the README shows into `resources/docs/pictures`. Days and people are the same each time.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.services.courses import load_course, register_citizen
from exit_desktop.ui.work_area import WorkArea
from pictures._keeping import keep_best
from pictures._papers import papers_of, pictures_of
from pictures._scenes import BARE, COURSES, PLACES, Scene
from pictures._starting import walk_first_start, walk_unlocking
from pictures._studio import LOOKS, USUAL, Look, Studio, close_dialogs, rest, save_small
from pictures._vaults import Pictured, crowded_vault, empty_vault, find_row, practice_vault

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    out: Path
    only: str
    keep: bool


def main() -> int:
    """Return 0 when every picture was taken."""
    wish = read_wish()
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home), wish.out)
        try:
            take_all(studio, wish.only)
        finally:
            studio.close()
    if wish.keep:
        keep_best(wish.out, ROOT / "resources" / "docs" / "pictures")
    for name in studio.missing:
        sys.stderr.write(f"Not taken: {name}\n")
    return 1 if studio.missing else 0


def read_wish() -> Wish:
    """Return what the command line asks for; what an earlier run left in the folder goes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "pictures")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", action="store_true")
    found = parser.parse_args()
    if found.folder.exists() and not found.only:
        shutil.rmtree(found.folder)
    return Wish(found.folder, found.only, found.keep)


def take_all(studio: Studio, only: str) -> None:
    """Take every picture with `only` in its name."""
    ordinary = practice_vault(studio.home / "hverdag")
    for look in LOOKS:
        take_start(studio, look, ordinary, only)
        take_scenes(studio, look, ordinary, _wanted(f"ordinary-{look.name}", (*PLACES, *COURSES), only))
    if crowd := _wanted("crowded", (*PLACES, *COURSES), only):
        take_scenes(studio, USUAL, crowded_vault(studio.home / "travlt"), crowd)
    empty = empty_vault(studio.home / "tom")
    take_scenes(studio, USUAL, empty, _wanted("empty", PLACES, only))
    take_scenes(studio, USUAL, empty, _wanted("empty", BARE, only), alias="Mågen")
    if only in "papers":
        take_papers(studio, ordinary)


def _wanted(group: str, scenes: Iterable[Scene], only: str) -> list[Scene]:
    named = [Scene(f"{group}/{scene.name}", scene.go) for scene in scenes]
    return [scene for scene in named if only in scene.name]


def take_start(studio: Studio, look: Look, vault: Pictured, only: str) -> None:
    """Take the pages before a vault is open."""
    group = f"start-{look.name}"
    if only not in group:
        return
    with studio.window(look, vault, Pictured(vault.folder.with_name("anna"), "")) as window:
        walk_unlocking(window, vault.folder, studio.frame.t, lambda name: studio.take(window, f"{group}/{name}"))
    with studio.window(look) as first:
        walk_first_start(first, studio.frame.t, lambda name: studio.take(first, f"{group}/{name}"))


def take_scenes(studio: Studio, look: Look, vault: Pictured, scenes: list[Scene], alias: str = "") -> None:
    """Go from scene to scene in one window, with a citizen called `alias` added first."""
    if not scenes:
        return
    with studio.work(look, vault) as work:
        if alias:
            register_citizen(work.session.desk, alias)
            work.session.changed.emit("citizen", "")
            rest()
        for scene in scenes:
            take_scene(studio, work, scene)


def take_scene(studio: Studio, work: WorkArea, scene: Scene) -> None:
    """Take one scene; where its way is barred, note that and go on."""
    try:
        studio.take(scene.go(work), scene.name)
    except (LookupError, StopIteration) as lost:
        studio.missing.append(f"{scene.name} ({lost})")
    close_dialogs(work.window())


def take_papers(studio: Studio, vault: Pictured) -> None:
    """Take every page of every paper."""
    with studio.work(USUAL, vault) as work:
        row = find_row(work.session.vault, CourseState.ACTIVE, Phase.TWO)
        course = load_course(work.session.desk, row.course_id)
        for name, pdf in papers_of(work.session.desk, course):
            for number, image in enumerate(pictures_of(pdf), 1):
                save_small(image, studio.out / "papers" / f"{name}-{number}.png")


if __name__ == "__main__":
    sys.exit(main())
