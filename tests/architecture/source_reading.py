"""Reads our own source as syntax trees, for the rules that no ready-made tool knows."""

import ast
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "exit_desktop"


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file; `name` is its path below the package, such as "vault/opening.py"."""

    name: str
    nodes: tuple[ast.AST, ...] = field(repr=False)

    def find(self, wrong: Callable[[ast.AST], bool]) -> list[str]:
        """Return "file:line" of every node that `wrong` names."""
        found = {getattr(node, "lineno", 0) for node in self.nodes if wrong(node)}
        return [f"{self.name}:{line}" for line in sorted(found)]


def read_source(name: str, text: str) -> Source:
    """Return a file taken apart: to walk the trees anew for each rule took longer than to read them."""
    return Source(name, tuple(ast.walk(ast.parse(text))))


@cache
def sources(folder: Path = PACKAGE) -> tuple[Source, ...]:
    """Return every Python file below `folder`."""
    files = sorted(folder.rglob("*.py"))
    return tuple(read_source(one.relative_to(folder).as_posix(), one.read_text("utf-8")) for one in files)


def offenders(wrong: Callable[[ast.AST], bool], allowed: tuple[str, ...] = ()) -> list[str]:
    """Return the places of the package that `wrong` names, outside files whose name starts with one of `allowed`."""
    return [place for one in sources() if not one.name.startswith(allowed) for place in one.find(wrong)]


def called(node: ast.AST) -> str:
    """Return the last name of what a call calls, such as "execute" for connection.execute(); else nothing."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def imported(node: ast.AST) -> list[str]:
    """Return the full names that an import statement brings in; else nothing."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of every text file that is, or would be, committed."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in sorted(filter(None, names)):
        data = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b"\0"
        if b"\0" not in data:
            yield name, data.decode("utf-8", "replace")
