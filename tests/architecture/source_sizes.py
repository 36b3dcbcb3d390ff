"""Reports the sizes of functions and files: a person decides, only the outer limits fail. Also runs as a script."""

import ast
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FUNCTION, LONGEST_FILE, WANTED_FILE, WANTED_CLASS = 50, 500, 300, 200


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lines per file, function and class, each under a name that finds it."""

    files: dict[str, int]
    functions: dict[str, int]
    classes: dict[str, int]


def measure(root: Path = ROOT) -> Sizes:
    """Return the sizes of the program's and the installer's own source below `root`."""
    files: dict[str, int] = {}
    functions: dict[str, int] = {}
    classes: dict[str, int] = {}
    for path in sorted([*(root / "src").rglob("*.py"), *(root / "installer").rglob("*.py")]):
        text, name = path.read_text("utf-8"), path.relative_to(root).as_posix()
        files[name] = len(text.splitlines())
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                kind = classes if isinstance(node, ast.ClassDef) else functions
                kind[f"{name}:{node.lineno} {node.name}"] = (node.end_lineno or node.lineno) - node.lineno + 1
    return Sizes(files, functions, classes)


def above(sizes: dict[str, int], limit: int) -> list[str]:
    """Return what is longer than `limit`, longest first."""
    return [f"{lines} {name}" for name, lines in sorted(sizes.items(), key=lambda one: -one[1]) if lines > limit]


def report(sizes: Sizes) -> str:
    """Return the figures and everything beyond the wished sizes."""
    lengths = sorted(sizes.functions.values())
    lines = [
        f"{len(sizes.files)} files, {sum(sizes.files.values())} lines, {len(lengths)} functions: median "
        f"{statistics.median(lengths):.0f} lines, p90 {lengths[len(lengths) * 9 // 10]}, longest {lengths[-1]}"
    ]
    lines += [f"  long file      {one}" for one in above(sizes.files, WANTED_FILE)]
    lines += [f"  long class     {one}" for one in above(sizes.classes, WANTED_CLASS)]
    lines += [f"  long function  {one}" for one in above(sizes.functions, 25)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(report(measure()) + "\n")
