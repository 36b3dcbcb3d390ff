"""What leaves of the services at the end is shown in the words of the form, not by its keys."""

import pytest

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.system.language import Texts
from exit_desktop.system.resources import resource_folder
from exit_desktop.ui.sharing.leaving_nodes import Reader, section_nodes


@pytest.mark.parametrize(("language", "words"), [("da", "Motionstilbud"), ("en", "Exercise")])
def test_a_service_at_the_end_is_shown_in_words(language: str, words: str) -> None:
    reader = Reader(Texts(language), Catalogue(resource_folder("instruments")))
    (section,) = section_nodes((("services_at_end[0]", "exercise"), ("services_at_end[1]", "strange")), reader)
    assert [node.text for node in section.children] == [words, "strange"]
