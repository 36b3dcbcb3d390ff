"""What the tests of papers share: texts, a plan as in an ordinary week, and a reader of the words on a paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from exit_desktop.paper.plan import PlanActivity, PlanArea, PlanView
from exit_desktop.system.language import Texts


@pytest.fixture(params=["da", "en"])
def t(request: pytest.FixtureRequest) -> Texts:
    """Texts in each language."""
    return Texts(request.param)


@pytest.fixture
def english() -> Texts:
    """Texts whose words are those of the source."""
    return Texts("en")


@pytest.fixture
def words_on() -> Callable[[bytes], str]:
    """Reads the words of all pages of a paper."""

    def read(paper: bytes) -> str:
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)

    return read


@pytest.fixture
def page_count() -> Callable[[bytes], int]:
    """Counts the pages of a paper."""
    return lambda paper: len(PdfReader(BytesIO(paper)).pages)


@pytest.fixture
def plan() -> PlanView:
    """A plan with three areas, as after a good talk."""
    money = PlanArea(
        "Penge",
        ("Jeg vil kunne sove uden at tænke på regninger",),
        (
            PlanActivity("Ringe til SKAT om afdrag", "du og jeg, sammen", "28. november"),
            PlanActivity("Lave et budget", "jeg hjælper", "5. december", done=True),
        ),
    )
    health = PlanArea("Psykisk helbred", ("En at tale med",), (PlanActivity("Første tid hos psykologen", "du"),))
    dates = (date(2026, 11, 23), date(2026, 12, 14))
    return PlanView(*dates, (money, health), "Mandag 30. november kl. 14, caféen ved søen", "12 34 56 78", "Mågen")
