"""Makes the plan of one citizen in a process of its own and prints the milliseconds of the first and the later times.

Arguments: the vault's folder, its passphrase.
"""

import json
import statistics
import sys
import time
from datetime import date
from pathlib import Path

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.courses import list_courses, load_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.papers import PaperChoice, plan_pdf
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.language import Texts
from exit_desktop.system.resources import resource_folder


def main() -> None:
    """Print {"first": ms, "warm": ms, "pdf": whether it was one}."""
    clock = Clock(date(2026, 11, 23))
    vault = unlock_vault(Path(sys.argv[1]), sys.argv[2])
    desk = Desk(vault, clock, "K7", Catalogue(resource_folder("instruments")))
    courses = [load_course(desk, row.course_id) for row in list_courses(desk)[:30]]
    course = max(courses, key=lambda one: len(one.plans[-1].focuses) if one.plans else 0)
    times, paper = [], b""
    for _ in range(20):
        begun = time.perf_counter()
        paper = plan_pdf(desk, course, PaperChoice(), Texts("da"))
        times.append((time.perf_counter() - begun) * 1000)
    vault.close()
    found = {"first": times[0], "warm": statistics.median(times[1:]), "pdf": paper.startswith(b"%PDF")}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
