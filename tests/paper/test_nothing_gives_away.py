"""A paper found on a kitchen table must not tell what the program is for."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import exit_desktop.paper
from exit_desktop.charts.drawing import Drawing, Size
from exit_desktop.paper.caseload import CaseloadPaper, CaseloadRow, print_caseload
from exit_desktop.paper.network import NetworkPaper, print_network
from exit_desktop.paper.plan import PlanView, print_plan
from exit_desktop.paper.recovery import RecoveryView, print_recovery_sheet
from exit_desktop.paper.sheet import SheetView, print_sheet
from exit_desktop.system.language import Texts
from paper.paper_files import told_by_properties

TELLING = re.compile(r"prostitu|\bsex|sex\b|seksu|\bcti\b|\bexit|reportlab|stress|depress", re.IGNORECASE)


def sentences() -> Iterator[str]:
    for path in Path(next(iter(exit_desktop.paper.__path__))).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "t":
                yield ast.literal_eval(node.args[0])


def papers(t: Texts) -> Iterator[bytes]:
    day = date(2026, 11, 23)
    yield print_plan(PlanView(), t)
    yield print_plan(PlanView(day, day, contact="x", next_meeting="y"), t, large=True)
    yield print_sheet(SheetView(day), t)
    yield print_network(NetworkPaper(day, Drawing(Size(480, 200), (), (), "")), t)
    yield print_caseload(CaseloadPaper(day, ("x",), (CaseloadRow("ABCD-2345", "y", "z", "–"),)), t)
    yield print_recovery_sheet(RecoveryView(("ABCDE",) * 8, day, "1"), t)


def test_no_sentence_of_the_papers_tells_in_either_language(t: Texts) -> None:
    found = [words for sentence in sentences() for words in (sentence, t(sentence)) if TELLING.search(words)]
    assert found == []
    assert len(list(sentences())) > 20


def test_no_paper_tells_in_its_words_or_properties(t: Texts, words_on: Callable[[bytes], str]) -> None:
    for paper in papers(t):
        assert not TELLING.search(words_on(paper))
        assert not TELLING.search(told_by_properties(paper))


def test_properties_name_only_forloeb_and_the_papers_title(english: Texts) -> None:
    told = told_by_properties(print_plan(PlanView(), english))
    assert "Forløb" in told
    assert "My plan" in told


def test_the_pdf_writer_is_not_loaded_before_the_first_paper() -> None:
    modules = ["plan", "sheet", "recovery", "blank_reading", "fonts", "drawing"]
    lines = [f"import exit_desktop.paper.{name}" for name in modules]
    script = "; ".join(["import sys", *lines, "print('reportlab' in sys.modules)"])
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
