"""Texts for the citizen that ship with the program: one Markdown file for each and each language."""

from dataclasses import dataclass

from exit_desktop.system.resources import resource_folder

SECRECY, CONSENT = "secrecy", "consent"


@dataclass(frozen=True, slots=True)
class CitizenText:
    """A title and the text under it."""

    title: str
    body: str


def citizen_text(name: str, language: str) -> CitizenText:
    """Return a text in a language."""
    content = (resource_folder("texts") / f"{name}.{language}.md").read_text(encoding="utf-8")
    title, _, body = content.strip().partition("\n")
    return CitizenText(title.removeprefix("# ").strip(), body.strip())
