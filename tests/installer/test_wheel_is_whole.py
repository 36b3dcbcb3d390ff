"""A built wheel carries the resources and the compiled translations, and nothing of the workshop."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from architecture.source_reading import ROOT


@pytest.mark.slow
def test_the_wheel_holds_what_the_program_needs(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    names = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    folder = ROOT / "resources"
    # .mo: the build makes them; what git does not hold otherwise does not ship.
    shipped = {f"exit_desktop/resources/{one.relative_to(folder).as_posix()}" for one in folder.rglob("*.*")}
    assert shipped <= names
    assert not [name for name in names if name.startswith(("tests", "installer"))]
