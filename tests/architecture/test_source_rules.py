"""The rules of the house that neither ruff, mypy nor import-linter can say."""

import ast
import re
from pathlib import Path

from architecture.source_reading import ROOT, called, imported, offenders, tracked_texts
from architecture.source_sizes import LONGEST_FILE, LONGEST_FUNCTION, above, measure

COLOUR = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "xmlrpc", "requests", "socketserver"}
DRAWERS = re.compile(r"(Manager|Helper|Helpers|Utils|Util|Misc)$")
RUNS_SQL = {"execute", "executemany", "executescript"}


def test_sizes_stay_within_the_outer_limits() -> None:
    sizes = measure()
    assert above(sizes.functions, LONGEST_FUNCTION) + above(sizes.files, LONGEST_FILE) == []


def test_sql_is_literal_text() -> None:
    def built(node: ast.AST) -> bool:
        return called(node) in RUNS_SQL and isinstance(node, ast.Call) and any(map(_is_built, node.args[:1]))

    assert offenders(built) == []


def test_no_script_commits_behind_our_back() -> None:
    assert offenders(lambda node: called(node) == "executescript") == []


def test_the_vault_is_keyed_at_one_place() -> None:
    assert len(offenders(lambda node: called(node) == "set_key")) <= 1


def test_the_engine_is_opened_at_one_place() -> None:
    def opens(node: ast.AST) -> bool:
        engine = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.value
        return called(node) == "connect" and isinstance(engine, ast.Name) and engine.id in {"sqlcipher3", "dbapi2"}

    assert len(offenders(opens)) <= 1


def test_colours_live_in_one_table_for_the_screen_and_one_for_paper() -> None:
    def colour(node: ast.AST) -> bool:
        text = isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.search(node.value)
        numbers = isinstance(node, ast.Call) and called(node) == "QColor" and len(node.args) >= 3 and node.args
        return bool(text) or (bool(numbers) and all(isinstance(one, ast.Constant) for one in numbers or []))

    assert offenders(colour, allowed=("ui/theme", "charts/palette", "paper/marks.py")) == []


def test_only_the_borders_catch_everything() -> None:
    def everything(node: ast.AST) -> bool:
        if not isinstance(node, ast.ExceptHandler) or _raises_again(node):
            return False
        kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        return any(one is None or getattr(one, "id", "") in {"Exception", "BaseException"} for one in kinds)

    assert offenders(everything, allowed=("app.py", "commands/", "ui/jobs.py")) == []


def test_nothing_reaches_the_network() -> None:
    def reaches(node: ast.AST) -> bool:
        names = [name for name in imported(node) if not name.startswith("urllib.parse")]
        return any(name.split(".")[0] in NETWORK or "QtNetwork" in name for name in names)

    assert offenders(reaches) == []


def test_no_dialog_writes_down_which_folders_were_seen() -> None:
    def remembers(node: ast.AST) -> bool:
        return any("QFileDialog" in name for name in imported(node))

    assert offenders(remembers) == []


def test_what_scrolls_goes_by_the_name_of_a_plain_widget() -> None:
    """Else a screen reader ends the program; see `ui/widgets/scroll_area.py`."""

    def scrolls(node: ast.AST) -> bool:
        bases = node.bases if isinstance(node, ast.ClassDef) and node.name != "QWidget" else []
        names = {getattr(base, "id", "") for base in bases} | {called(node)}
        return bool(names & {"QScrollArea", "QAbstractScrollArea", "QPdfView"})

    assert offenders(scrolls) == []


def test_the_wheel_changes_no_choice_and_no_number() -> None:
    """See `ui/widgets/unturned.py`; the hours are a field of their own."""

    def turns(node: ast.AST) -> bool:
        bases = node.bases if isinstance(node, ast.ClassDef) and node.name != "HalfHours" else []
        names = {getattr(base, "id", "") for base in bases} | {called(node)}
        return bool(names & {"QComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit"})

    assert offenders(turns, allowed=("ui/widgets/unturned.py",)) == []


def test_no_item_of_a_layout_is_kept() -> None:
    """PySide keeps what `itemAt` returns longer than Qt does; see `ui/widgets/layout_parts.py`."""
    assert offenders(lambda node: called(node) == "itemAt") == []


def test_time_is_read_at_one_place() -> None:
    def reads(node: ast.AST) -> bool:
        whose = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.value
        clock = isinstance(whose, ast.Name) and whose.id in {"date", "datetime", "dt"}
        return clock and called(node) in {"today", "now", "utcnow"}

    assert offenders(reads, allowed=("system/clock.py",)) == []


def test_sentences_are_whole_literals() -> None:
    def built(node: ast.AST) -> bool:
        return called(node) in {"t", "_t", "mark", "plural"} and isinstance(node, ast.Call) and _any_built(node)

    assert offenders(built) == []


def test_no_drawer_for_everything() -> None:
    def drawer(node: ast.AST) -> bool:
        return isinstance(node, ast.ClassDef) and bool(DRAWERS.search(node.name))

    files = [path.name for path in (ROOT / "src").rglob("*.py") if DRAWERS.search(path.stem.title())]
    assert offenders(drawer) + files == []


def test_no_file_tells_of_the_machine_it_was_made_on() -> None:
    here = [str(ROOT), *([str(Path.home()) + "/"] if len(Path.home().parts) > 1 else [])]
    assert [name for name, text in tracked_texts() for place in here if place in text] == []


def _raises_again(handler: ast.ExceptHandler) -> bool:
    """Tidying up on the way out is no catching."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _is_built(text: ast.AST) -> bool:
    joined = isinstance(text, ast.JoinedStr | ast.BinOp)
    return joined or called(text) in {"format", "join", "replace", "format_map"}


def _any_built(call: ast.Call) -> bool:
    return any(_is_built(one) for one in call.args[:2])
