"""Each checker catches a page with planted faults, passes a good one, says where, and refuses to check nothing."""

from functools import partial

import pytest
from playwright.sync_api import Error

from tests.checkers import axe, html_validate, nu

GOOD = """<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The map – Sefton</title></head>
<body>
<main>
<h1>The map</h1>
<p>Talk to somebody first. Somebody who knows you may be able to put it right.</p>
<p><a href="steps/" hx-get="steps/" hx-target="#words">All steps</a></p>
<div id="words"></div>
</main>
</body>
</html>
"""


def with_fault(before: str, after: str) -> str:
    assert before in GOOD
    return GOOD.replace(before, after)


FAULTS = {
    html_validate: {
        "void-content": with_fault("</h1>", "</h1><br></br>"),
        "no-dup-id": with_fault("<main>", '<main id="words">'),
        "input-missing-label": with_fault("</main>", '<input type="text" name="x"></main>'),
        "no-inline-style": with_fault("<h1>", '<h1 style="color: red">'),
    },
    nu: {
        "Duplicate ID": with_fault("<main>", '<main id="words">'),
        "not allowed on element": with_fault("<h1>", '<h1 for="x">'),
        "must have an “alt” attribute": with_fault("</main>", '<img src="x.png"></main>'),
        "Stray end tag": with_fault("</h1>", "</h1></section>"),
    },
    axe: {
        "label": with_fault("</main>", '<input type="text" name="x"></main>'),
        "color-contrast-enhanced": with_fault("<h1>", '<h1 style="color: #767676; font-size: 1rem">'),
        "target-size": with_fault("<h1>", "<button style='inline-size:9px;padding:0'>a</button>" * 2 + "<h1>"),
        "html-has-lang": with_fault(' lang="en"', ""),
    },
}


@pytest.fixture(params=FAULTS, ids=lambda checker: checker.__name__.rpartition(".")[2])
def checker(request):
    return request.param


@pytest.fixture
def findings(checker, request):
    """The checker's function over pages, with a browser's page where it needs one."""
    return partial(axe.findings, page=request.getfixturevalue("page")) if checker is axe else checker.findings


def test_a_good_page_is_clean(findings):
    assert findings({"/": GOOD}) == []


def test_each_planted_fault_is_found_and_at_its_own_page(checker, findings):
    found = findings({"/good": GOOD} | {f"/{number}": html for number, html in enumerate(FAULTS[checker].values())})
    for number, fault in enumerate(FAULTS[checker]):
        at_page = [line for line in found if line.startswith(f"/{number}: ")]
        assert any(fault in line for line in at_page), (fault, at_page)
    assert not [line for line in found if line.startswith("/good: ")]


def test_nothing_to_check_is_a_failure(findings):
    with pytest.raises(AssertionError, match="no pages to check"):
        findings({})


@pytest.mark.parametrize("checker", [html_validate, nu], ids=["html_validate", "nu"])
def test_an_empty_page_is_a_failure(checker):
    with pytest.raises(AssertionError, match="nothing on"):
        checker.findings({"/good": GOOD, "/empty": " \n"})


def test_axe_works_with_the_strict_policy_on(page):
    policy = "default-src 'none'; style-src 'self'"
    page.route("**/*", lambda route: route.fulfill(body=GOOD, headers={"content-security-policy": policy}))
    page.goto("http://tell-us.test/")
    with pytest.raises(Error, match="Content Security Policy"):
        page.add_script_tag(content="window.added = true")  # so the policy is on
    assert axe.findings_now(page) == []
