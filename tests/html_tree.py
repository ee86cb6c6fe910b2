"""A page as a tree of elements, as little as the house rules need."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
NOT_SHOWN = {"script", "style", "template", "title"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    parent: "Element | None" = field(default=None, repr=False)

    def __str__(self) -> str:
        written = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"<{self.tag}{written}>"

    def get(self, name: str) -> str:
        return self.attributes.get(name, "").strip()

    def all(self, *tags: str) -> Iterator["Element"]:
        """Every element below with one of these tags; every one at all when none is given."""
        for child in self.children:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def within(self, *tags: str) -> bool:
        return any(above.tag in tags for above in self.above())

    def above(self) -> Iterator["Element"]:
        element = self.parent
        while element:
            yield element
            element = element.parent

    @property
    def text(self) -> str:
        """All the words inside, and what pictures say, with single spaces."""
        words = [child if isinstance(child, str) else child.text or child.name_given for child in self.children]
        return " ".join("".join(words).split())

    @property
    def name_given(self) -> str:
        """A name given by an attribute or, in a picture, by its title."""
        return self.get("aria-label") or self.get("aria-labelledby") or self.get("alt")


class Tree(HTMLParser):
    """Builds the tree. Ours close what they open; html-validate sees to that."""

    def __init__(self, html: str):
        super().__init__()
        self.root = self._open = Element("page")
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attributes}, parent=self._open)
        self._open.children.append(element)
        if tag not in VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (self._open.tag == tag or self._open.within(tag)):
            while self._open.tag != tag:
                self._open = self._open.parent
            self._open = self._open.parent

    def handle_data(self, data: str) -> None:
        self._open.children.append(data)


def shown(element: Element) -> Iterator[tuple[Element, str]]:
    """Each piece of text that a person sees, with the element it is in."""
    for child in element.children:
        if isinstance(child, str):
            yield element, child
        elif child.tag not in NOT_SHOWN:
            yield from shown(child)
