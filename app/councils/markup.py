"""Markdown → safe HTML: the one door. Nothing else in the project may call Markup().

The words of a child never come here: they are plain text, and Jinja escapes them.
"""

import re
from collections.abc import Callable
from functools import lru_cache

import bleach
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin

from app.councils.languages import LANGUAGES
from app.councils.pictures import WRITTEN
from app.councils.said import ENGLISH_FROM, ENGLISH_TO, Said, parts_of

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "h4", "br", "blockquote", "span"}
PROTOCOLS = {"https", "mailto", "tel"}
IN_ENGLISH = re.compile(f"{ENGLISH_FROM}([^<>{ENGLISH_FROM}{ENGLISH_TO}]*){ENGLISH_TO}")
LINK, SPAN = OPENS = ("link_open", "span_open")
READ = Markup("…")  # stands for words that somebody has read, where nobody will see them

_markdown = MarkdownIt("commonmark", {"html": False}).use(attrs_block_plugin)
_markdown.use(attrs_plugin, after=(), spans=True)  # [Review Panel]{lang=en}: words in another language
# What an officer can change in a letter: paragraphs, lists, headings, bold. No links, and no HTML.
_letter = MarkdownIt("zero", {"html": False, "breaks": True})
_letter.enable(["list", "heading", "emphasis", "escape", "newline"]).use(attrs_plugin, after=(), spans=True)
_markdown.validateLink = lambda href: True  # every link is looked at by `follow`, which may refuse it


class BadLink(ValueError):
    """A link that leads nowhere, or to a kind of address we do not use."""

    def __init__(self, why: str, line: int):
        super().__init__(why)
        self.line = line  # of the Markdown, from 0


def to_html(markdown: str, follow: Callable[[str], str] = str) -> Markup:
    """HTML for our own content files, with anything unexpected taken out.

    `follow` gives the address for a link's target, or raises LookupError to say why it leads nowhere.
    Raises BadLink with the line.
    """
    return _rendered(markdown, _followed(markdown, follow))


def letter_html(words: str, heading: int = 2) -> Markup:
    """HTML for the words of a letter, with anything unexpected taken out. `heading`: the level of a ## in it."""
    tokens = _letter.parse(words)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(max(heading, 2), 4)}"
        for span in _spans(token):
            _turn(span)
    html = _letter.renderer.render(tokens, _letter.options, {})
    clean = bleach.clean(html, tags=TAGS - {"a"}, attributes=_may_stay, protocols=PROTOCOLS, strip=True)
    return Markup(clean)


def read(markdown: str, follow: Callable[[str], str]) -> Markup:
    """Raises BadLink where `to_html` would, without the work of making any HTML."""
    _followed(markdown, follow)
    return READ if markdown.strip() else Markup()


def _followed(markdown: str, follow: Callable[[str], str]) -> tuple[str, ...]:
    """The address of each link, in their order."""
    addresses = []
    for target, line in _targets(markdown):
        try:
            addresses.append(follow(target))
        except LookupError as why:
            raise BadLink(str(why.args[0]), line) from None
    return tuple(addresses)


# Councils share most of their words, and a reload brings nearly all of them again: what is the same is made once.
@lru_cache(maxsize=4096)
def _targets(markdown: str) -> tuple[tuple[str, int], ...]:
    """Where each link leads, and on which line its paragraph begins, from 0. Without a bracket there is none."""
    if "[" not in markdown and "<" not in markdown:
        return ()
    return tuple(
        (str(link.attrs["href"]), (token.map or [0])[0]) for token in _parsed(markdown) for link in _links(token)
    )


@lru_cache(maxsize=4096)
def _rendered(markdown: str, addresses: tuple[str, ...]) -> Markup:
    tokens = [_copy(token) for token in _parsed(markdown)]
    links = [link for token in tokens for link in _links(token)]
    for link, address in zip(links, addresses, strict=True):
        is_word = str(link.attrs["href"]).startswith("word:")
        link.attrs = {**link.attrs, "href": address} | ({"class": "word"} if is_word else {})
    for token in tokens:
        for span in _spans(token):
            _turn(span)
    html = _markdown.renderer.render(tokens, _markdown.options, {})
    clean = bleach.clean(html, tags=TAGS, attributes=_may_stay, protocols=PROTOCOLS, strip=True)
    return Markup(IN_ENGLISH.sub(r'<span lang="en" dir="ltr">\1</span>', clean))


@lru_cache(maxsize=64)  # its links are followed, and then it is rendered: parsed once for both
def _parsed(markdown: str) -> tuple[Token, ...]:
    return tuple(_markdown.parse(markdown))


def _copy(token: Token) -> Token:
    """With opening tags of its own, which are changed."""
    if not token.children:
        return token
    return token.copy(children=[child.copy() if child.type in OPENS else child for child in token.children])


def _links(token: Token) -> list[Token]:
    return [child for child in token.children or [] if child.type == LINK]


def with_pictures(html: Markup, sprite: str) -> Markup:
    """HTML of ours with each {picture:NAME} in its place, from the sprite at that address."""
    picture = Markup('<svg class="picture picture--idea" aria-hidden="true"><use href="{}#{}"/></svg>')
    parts = WRITTEN.split(html)  # text, name, text, name, …
    return Markup().join(picture.format(sprite, part) if odd % 2 else Markup(part) for odd, part in enumerate(parts))


def _spans(token: Token) -> list[Token]:
    return [child for child in token.children or [] if child.type == SPAN]


def _turn(span: Token) -> None:
    """Words in another language say so, and keep their own direction. Nothing else can be said of them."""
    lang = str(span.attrs.get("lang", ""))
    span.attrs = {"lang": lang, "dir": LANGUAGES[lang].direction} if lang in LANGUAGES else {}


def in_language(html: Markup, tag: str, direction: str) -> Markup:
    """HTML of ours that is in another language than the page around it."""
    return Markup('<div lang="{}" dir="{}">{}</div>').format(tag, direction, html)


def marked(words: str, tag: str) -> str | Markup:
    """Words on a page in the language `tag`: as they are, or marked when they say that they are in another."""
    lang = getattr(words, "lang", tag)
    if lang == tag and getattr(words, "english", ()):
        return Markup().join(marked(Said(part, "en"), tag) if odd else part for part, odd in parts_of(words))
    if not words or lang == tag or lang not in LANGUAGES:
        return words
    return Markup('<span lang="{}" dir="{}">{}</span>').format(lang, LANGUAGES[lang].direction, words)


def left_to_right(text: str) -> Markup:
    """Signs that run left to right in every language, kept in one piece: a code, a reference, a phone number."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(text)


def _may_stay(tag: str, name: str, value: str) -> bool:
    if tag == "a":
        return name == "href" or (name == "class" and value == "word")
    return (tag == "span" and name in {"lang", "dir"}) or (tag in {"h2", "h3", "h4"} and name == "id")


def our_css(css: str) -> Markup:
    """CSS from our own files, to stand in a page as it is: nothing that anybody else wrote is in it."""
    if "</" in css:
        raise ValueError("this CSS would end its own <style>")
    return Markup(css)
