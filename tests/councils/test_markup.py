"""The one door for HTML lets through what we mean, and nothing else."""

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.councils.markup import TAGS, BadLink, to_html
from tests.councils.editor import pages_of
from tests.html_tree import Tree

KEPT = {"a": {"href", "class"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}}
SCHEMES = {"https", "mailto", "tel"}


def cleaned_again(html: str) -> str:
    """By another cleaner than ours."""
    return nh3.clean(html, tags=TAGS, attributes=KEPT, url_schemes=SCHEMES, link_rel=None, strip_comments=True)


def assert_only_what_we_mean(html: str) -> None:
    for element in Tree(html).root.all():
        assert element.tag in TAGS
        assert set(element.attributes) <= KEPT.get(element.tag, set())
        assert element.get("class") in {"", "word"}
        assert not element.get("href").lower().startswith(("javascript:", "data:", "vbscript:", "http:"))


def refuse(target: str) -> str:
    raise LookupError(f"{target} leads nowhere")


def test_another_cleaner_finds_nothing_more_to_take_out_of_any_page(every_book):
    for place, book in every_book.items():
        for name, html in pages_of(book).items():
            assert cleaned_again(html) == html, (place, name)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Hello **you**, *now*", "<p>Hello <strong>you</strong>, <em>now</em></p>\n"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("## Who\n\n1. first", "<h2>Who</h2>\n<ol>\n<li>first</li>\n</ol>\n"),
        ("{#advocate}\n### Advocate", '<h3 id="advocate">Advocate</h3>\n'),
        ("[us](https://example.org/a?b=1)", '<p><a href="https://example.org/a?b=1">us</a></p>\n'),
        ("[word](word:upheld)", '<p><a href="/words#upheld" class="word">word</a></p>\n'),
        ("5 < 6 & 7", "<p>5 &lt; 6 &amp; 7</p>\n"),
    ],
)
def test_what_we_mean_comes_through(markdown, html):
    follow = {"word:upheld": "/words#upheld"}
    assert to_html(markdown, lambda target: follow.get(target, target)) == html


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://example.org/x.png)",
        "<a href='javascript:alert(1)'>x</a>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "```html\n<script>alert(1)</script>\n```",
        '{onclick="alert(1)" style="color:red" .big}\n## Heading',
        '{#a onclick="alert(1)"}\n[x](https://example.org)',
        '[x](https://example.org "title onmouseover=alert(1)")',
        "<!-- <script>alert(1)</script> -->",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "***\n\nTitle\n=====\n\n    code",
    ],
)
def test_what_we_do_not_mean_is_words_or_gone(markdown):
    html = to_html(markdown)
    assert cleaned_again(html) == html
    assert_only_what_we_mean(html)


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "JAVASCRIPT:x"])
def test_even_a_link_that_nobody_looked_at_leads_to_no_script(target):
    html = to_html(f"[x](<{target}>)")
    assert "href" not in html
    assert "script" not in html


@pytest.mark.parametrize(
    ("markdown", "line"),
    [("[x](y)", 0), ("one\n\ntwo\n\n[x](y)", 4), ("- a\n- [x](y)", 1), ("<https://example.org>", 0), ("## [x](y)", 0)],
)
def test_every_link_is_looked_at_and_a_bad_one_named_by_its_line(markdown, line):
    with pytest.raises(BadLink, match="leads nowhere") as bad:
        to_html(markdown, refuse)
    assert bad.value.line == line


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("<>[]()#*_`{}&!|\\\n :/\"'"), max_size=200))
def test_whatever_is_written_comes_out_clean(markdown):
    html = to_html(markdown)
    assert cleaned_again(html) == cleaned_again(cleaned_again(html))
    assert_only_what_we_mean(html)
