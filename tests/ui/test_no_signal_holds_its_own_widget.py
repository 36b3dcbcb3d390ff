"""No signal of a widget is connected to something that holds the widget: the binding crashes when both go at once."""

import ast
from collections.abc import Iterator
from pathlib import Path

import exit_desktop.ui

# A draft holds its field on purpose: a field without it would lose its Python half before the page that owns it goes.
ON_PURPOSE = ("drafting.py",)
SOURCES = [one for one in sorted(Path(exit_desktop.ui.__file__).parent.rglob("*.py")) if one.name not in ON_PURPOSE]


def holding(source: Path) -> Iterator[str]:
    """Yield the line of each connection that holds the widget whose signal it is."""
    for function in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        inner = {
            one.name: one for one in ast.walk(function) if isinstance(one, ast.FunctionDef) and one is not function
        }
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "connect":
                signal, named = call.func.value, call.args[0]
                target: ast.AST = inner.get(named.id, named) if isinstance(named, ast.Name) else named
                if isinstance(signal, ast.Attribute) and _is_closure(target) and _holds(target, signal.value):
                    yield f"{source.name}:{call.lineno}"


def _is_closure(target: ast.AST) -> bool:
    is_partial = isinstance(target, ast.Call) and ast.unparse(target.func) == "partial"
    return is_partial or isinstance(target, ast.Lambda | ast.FunctionDef)


def _holds(target: ast.AST, widget: ast.expr) -> bool:
    name = ast.unparse(widget)
    whose = name if "." not in name or name.startswith("self.") else name.split(".")[0]
    return any(ast.unparse(one) == whose for one in ast.walk(target) if isinstance(one, ast.Name | ast.Attribute))


def test_no_closure_holds_the_widget_whose_signal_it_answers() -> None:
    found = [line for source in SOURCES for line in holding(source)]
    assert found == []


def test_a_held_dialog_is_found(tmp_path: Path) -> None:
    written = tmp_path / "held.py"
    written.write_text("def ask():\n    d = D()\n    d.done.connect(lambda: d.days)\n    d.done.connect(d.close)\n")
    assert list(holding(written)) == ["held.py:3"]
