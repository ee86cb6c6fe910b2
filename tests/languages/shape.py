"""What a screen reader finds on a page, without its words: landmarks, headings, links, lists, fields, in order."""

from collections.abc import Iterator

from tests.html_tree import Element
from tests.page_client import Page

SHOWN = (
    "header",
    "nav",
    "main",
    "footer",
    "aside",
    "section",
    "article",
    "dialog",
    "form",
    "fieldset",
    "legend",
    "label",
)
SHOWN += (
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "button",
    "input",
    "textarea",
    "select",
    "details",
)
STATES = ("type", "role", "aria-current", "aria-expanded", "aria-hidden", "hidden", "rel")


def shape(page: Page) -> list[str]:
    """One line for each thing. The language button is left out: in each language another one is the current."""
    return list(_lines(page.root, 0))


def _lines(element: Element, depth: int) -> Iterator[str]:
    for child in element.children:
        if not isinstance(child, Element) or "languages" in child.get("class"):
            continue
        is_link = child.tag == "a" and child.get("href")
        if child.tag in SHOWN or is_link:
            states = " ".join(f"{name}={child.get(name)}" for name in STATES if name in child.attributes)
            yield f"{'  ' * depth}{child.tag} {states}"
        yield from _lines(child, depth + (child.tag in SHOWN))
