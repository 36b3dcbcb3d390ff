"""Makes a picture of each screen and paper, so that a person can look at all of them after a change.

    python3 installer/dev.py pictures [FOLDER] [--only WORD] [--keep]

FOLDER is `build/pictures` unless named. `--only WORD` takes the pictures with that word in their name, `--keep` also
copies the few that the README shows into `resources/docs/pictures`. Days, people and words are the same each time.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _keeping import keep_best  # noqa: E402 - Qt reads its platform first
from _papers import paper_path, papers_of, pictures_of  # noqa: E402
from _scenes import Scene, ceremony_pages, locked_page, only_course, scenes_of, start_pages  # noqa: E402
from _studio import LOOKS, USUAL, Look, Studio, save_small  # noqa: E402
from _vaults import Pictured, crowded_vault, empty_vault, find_row, practice_vault  # noqa: E402

from exit_desktop.domain.calendar import CourseState, Phase  # noqa: E402
from exit_desktop.services.courses import load_course, register_citizen  # noqa: E402
from exit_desktop.services.vaults import unlock_vault  # noqa: E402
from exit_desktop.ui.work_area import WorkArea  # noqa: E402


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    out: Path
    only: str
    keep: bool

    def wants(self, name: str) -> bool:
        """Return whether this picture is asked for."""
        return self.only in name


def main() -> int:
    """Return 0 when every picture was taken."""
    wish = read_wish()
    # Memory where there is some: nothing of this is to be kept.
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home), wish.out)
        try:
            take_all(studio, wish, Path(home))
        finally:
            studio.close()
    if wish.keep:
        keep_best(wish.out, ROOT / "resources" / "docs" / "pictures")
    for name in studio.missing:
        print(f"Not taken: {name}", file=sys.stderr)  # noqa: T201 - a script speaks to its terminal
    return 1 if studio.missing else 0


def read_wish() -> Wish:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "pictures")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", action="store_true")
    found = parser.parse_args()
    if found.folder.exists() and not found.only:
        shutil.rmtree(found.folder)
    return Wish(found.folder, found.only, found.keep)


def take_all(studio: Studio, wish: Wish, home: Path) -> None:
    """Take every picture that is asked for."""
    ordinary = practice_vault(home / "oevelse")
    take_start(studio, wish, ordinary)
    for look in LOOKS:
        take_vault(studio, wish, look, ordinary, f"ordinary-{look.name}")
    crowded = crowded_vault(home / "mange")
    take_vault(studio, wish, USUAL, crowded, "crowded")
    take_empty(studio, wish, empty_vault(home / "tom"))
    take_papers(studio, wish, ordinary)


def take_start(studio: Studio, wish: Wish, vault: Pictured) -> None:
    """Take the pages before a vault is open, in every look."""
    for look in LOOKS:
        if not wish.wants(f"start-{look.name}"):
            continue
        with studio.window(look, vault, vault) as window:
            window.start.show_unlock(vault.folder)
            start_pages(window, lambda name, w=window, at=look: studio.take(w, f"start-{at.name}/{name}"))  # type: ignore[misc]  # bound at once
        with studio.window(look) as window:
            taken: Callable[[str], object] = lambda name, w=window, at=look: studio.take(w, f"start-{at.name}/{name}")  # type: ignore[misc]  # noqa: E731
            ceremony_pages(window, taken, studio.frame.t)


def take_vault(studio: Studio, wish: Wish, look: Look, vault: Pictured, name: str) -> None:
    """Take every scene of a vault in one look."""
    opened = unlock_vault(vault.folder, vault.passphrase)
    scenes = scenes_of(opened, find_row)
    opened.close()
    for scene in scenes:
        if wish.wants(f"{name}/{scene.name}"):
            take_scene(studio, look, vault, scene, f"{name}/{scene.name}")


def take_scene(studio: Studio, look: Look, vault: Pictured, scene: Scene, name: str) -> None:
    """Take one scene in a window of its own; where its way is barred, note that and go on."""
    with studio.work(look, vault) as work:
        try:
            studio.take(scene.go(work), name)
        except (LookupError, StopIteration) as lost:
            studio.missing.append(f"{name} ({lost})")


def take_empty(studio: Studio, wish: Wish, vault: Pictured) -> None:
    """Take the places of an empty vault, then those of a citizen of whom nothing is written yet."""
    from _scenes import PLACES, TABS, _tab  # noqa: PLC0415

    for scene in PLACES:
        if wish.wants(f"empty/{scene.name}"):
            take_scene(studio, USUAL, vault, scene, f"empty/{scene.name}")
    if not wish.wants("empty/course"):
        return
    with studio.work(USUAL, vault) as work:
        register_citizen(work.session.desk, "Mågen")
    for name, *words in TABS:
        scene = Scene(f"course-{name}", lambda work, w=words: _tab(only_course(work), *w)(work))  # type: ignore[misc]
        take_scene(studio, USUAL, vault, scene, f"empty/{scene.name}")


def take_papers(studio: Studio, wish: Wish, vault: Pictured) -> None:
    """Take every page of every paper."""
    if not wish.wants("papers/"):
        return
    with studio.work(USUAL, vault) as work:
        for name, pdf in papers_of(work.session.desk, _printed_course(work)):
            for number, image in enumerate(pictures_of(pdf), 1):
                save_small(image, paper_path(studio.out / "papers", name, number))


def _printed_course(work: WorkArea):  # type: ignore[no-untyped-def]
    row = find_row(work.session.vault, CourseState.ACTIVE, Phase.TWO)
    return load_course(work.session.desk, row.course_id)


if __name__ == "__main__":
    sys.exit(main())
