"""What every page must satisfy, whatever it is for. Page tests fetch through a client that calls this."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator

from tests.html_tree import Element, Tree, shown

SOMEBODYS_OWN_WORDS = {"textarea", "pre", "code", "kbd"}  # and any element with dir="auto"
CHECKED_BY_ORIGIN = ("/leave", "/look")  # the POSTs that need no token


def check_house_rules(html: str, *, heading_in_title: bool = True, allowed: str = "") -> None:
    """Fail with every rule that the page breaks, and how to mend it.

    Pages of the form, of follow and of the desk keep their heading out of the title, which a browser's history
    shows: for them say `heading_in_title=False`. `allowed` is the content policy that came with the page.
    """
    check_tree(Tree(html).root, heading_in_title=heading_in_title, allowed=allowed)


def check_tree(page: Element, *, heading_in_title: bool, allowed: str) -> None:
    """As check_house_rules, for a page that has been read already."""
    broken = [*structure(page, heading_in_title), *forms(page), *links_and_pictures(page), *words(page)]
    broken += policy(page, allowed)
    assert not broken, "This page breaks the house rules:\n- " + "\n- ".join(broken)


def structure(page: Element, heading_in_title: bool) -> Iterator[str]:
    root = next(page.all("html"), Element("html"))
    if not root.get("lang") or root.get("dir") not in {"ltr", "rtl"}:
        yield "give <html> a lang and a dir"

    headings = list(page.all("h1"))
    if len(headings) != 1:
        yield f"a page has one <h1>, not {len(headings)}"
    title = next((title.text for title in page.all("title") if not title.within("svg")), "")
    if not title:
        yield "give the page a <title>"
    for heading in headings:
        if not heading.text:
            yield "write something in the <h1>"
        elif heading_in_title and heading.text not in title:
            yield f"put the heading, {heading.text!r}, in the <title>, which is {title!r}"

    ids = Counter(element.get("id") for element in page.all() if "id" in element.attributes)
    for id_, times in ids.items():
        if times > 1 or not id_:
            yield f"id {id_!r} is there {times} times: an id is one element's own, and not empty"


def forms(page: Element) -> Iterator[str]:
    labels = {label.get("for") for label in page.all("label") if label.get("for") and label.text}
    for control in page.all("input", "select", "textarea"):
        if control.get("type") in {"hidden", "submit"}:
            continue
        wrapped = any(above.tag == "label" and above.text for above in control.above())
        if not (wrapped or control.get("id") in labels or control.name_given):
            yield f"add a <label for=…> for {control}"

    for button in page.all("button"):
        if not (button.text or button.name_given):
            yield f"say what {button} does, in words inside it"

    for form in page.all("form"):
        if form.get("method").lower() != "post" or form.get("action").endswith(CHECKED_BY_ORIGIN):
            continue
        if not any(field.get("name") == "csrf_token" and field.get("value") for field in form.all("input")):
            yield f"add a hidden csrf_token to {form}"


def links_and_pictures(page: Element) -> Iterator[str]:
    for link in page.all("a"):
        if not (link.text or link.name_given):
            yield f"say where {link} leads, in words inside it"
        if not link.get("href"):
            yield f"give {link} an href: it must work without JavaScript"
    for picture in page.all("img"):
        if "alt" not in picture.attributes:
            yield f'give {picture} an alt, alt="" when it only decorates'
    for drawing in page.all("svg"):
        hidden = any(element.get("aria-hidden") == "true" for element in (drawing, *drawing.above()))
        named = drawing.get("role") == "img" and (drawing.name_given or any(drawing.all("title")))
        if not (hidden or named):
            yield f'hide {drawing} with aria-hidden="true", or name it with role="img" and a label'


def policy(page: Element, allowed: str) -> Iterator[str]:
    """What our security policy would stop."""
    for element in page.all():
        for name in element.attributes:
            if name == "style" or name.startswith(("on", "hx-on")):
                yield f"our security policy stops {name}= on <{element.tag}>: put it in a file"
        inside = "".join(child for child in element.children if isinstance(child, str)).encode("utf-8")
        if element.tag == "style" and base64.b64encode(hashlib.sha256(inside).digest()).decode("ascii") in allowed:
            continue  # the CSS of what is first seen
        if element.tag == "style" or (element.tag == "script" and not element.get("src")):
            yield f"our security policy stops what is written inside <{element.tag}>: put it in a file"
        if element.tag in {"script", "link", "img", "source", "use", "iframe"}:
            address = element.get("src") or element.get("href") or element.get("srcset")
            if address.startswith(("http:", "https:", "//")) and element.get("rel") not in {"canonical", "alternate"}:
                yield f"nothing comes from another machine, but {address} would: give its path on this one"


def words(page: Element) -> Iterator[str]:
    for element, text in shown(page):
        own_words = any(
            near.tag in SOMEBODYS_OWN_WORDS or near.get("dir") == "auto" for near in (element, *element.above())
        )
        if not own_words and any(quote in text for quote in "'\""):
            yield f"write curly quotes (’ “ ”) in {' '.join(text.split())!r}, or dir=auto where somebody else wrote it"
