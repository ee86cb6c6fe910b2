"""Each house rule lets a good page pass, and stops the fault it is there for."""

import pytest

from tests.house_rules import check_house_rules

GOOD = """<!doctype html>
<html lang="en" dir="ltr">
<head><title>Tell us – Sefton</title><link rel="stylesheet" href="/static/css/site.css"><script src="/x.js" defer></script></head>
<body>
<h1>Tell
  us</h1>
<p>It’s <bdi dir="auto">Amina "Mina" O'Neil</bdi>, and that’s fine.</p>
<form method="post" action="/send">
  <input type="hidden" name="csrf_token" value="t">
  <label for="words">What happened?</label><textarea id="words" name="words">They said "no"</textarea>
  <label><input type="radio" name="kind" value="idea"> An idea</label>
  <input type="search" aria-label="Find">
  <button>Send</button>
</form>
<form method="post" action="/leave"><button>Leave quickly</button></form>
<form method="dialog"><button aria-label="Close"><svg aria-hidden="true"><use href="/s.svg#stop"/></svg></button></form>
<p><a href="/map"><img src="/map.png" alt="The map"></a> <a href="https://www.ombudsman.example/">Ombudsman</a></p>
<span aria-hidden="true"><svg></svg></span><svg role="img"><title>Sun</title></svg>
</body>
</html>"""  # noqa: E501


def test_a_good_page_passes():
    check_house_rules(GOOD)


def test_a_style_that_the_policy_names_passes_and_no_other():
    page = GOOD.replace("<body>", "<body><style>p{}</style>")
    check_house_rules(page, allowed="style-src 'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='")
    with pytest.raises(AssertionError, match="inside <style>"):
        check_house_rules(page, allowed="style-src 'self' 'sha256-AAAA'")


@pytest.mark.parametrize(
    ("before", "after", "mend"),
    [
        ('<html lang="en" dir="ltr">', '<html dir="ltr">', "give <html> a lang and a dir"),
        ('<html lang="en" dir="ltr">', '<html lang="en" dir="up">', "give <html> a lang and a dir"),
        ("<h1>Tell\n  us</h1>", "", "one <h1>, not 0"),
        ("</h1>", "</h1><h1>Tell us</h1>", "one <h1>, not 2"),
        ("<h1>Tell\n  us</h1>", "<h1> </h1>", "write something in the <h1>"),
        ("<title>Tell us – Sefton</title>", "<title>Sefton</title>", "put the heading, 'Tell us', in the <title>"),
        ("<title>Tell us – Sefton</title>", "", "give the page a <title>"),
        ("<p>It", '<p id="words">It', "id 'words' is there 2 times"),
        ("<p>It", '<p id="">It', "not empty"),
        ('<label for="words">', '<label for="other">', "add a <label for=…> for <textarea"),
        ('<label><input type="radio" name="kind" value="idea"> An idea</label>', "<input>", "for <input>"),
        (' aria-label="Find"', "", 'for <input type="search">'),
        ('<label for="words">What happened?', '<label for="words">', "add a <label for=…> for <textarea"),
        ("<button>Send", "<button>", "say what <button> does"),
        ('<button aria-label="Close">', "<button>", "say what <button> does"),
        ('name="csrf_token" value="t"', 'name="csrf_token" value=""', "add a hidden csrf_token"),
        ('<input type="hidden" name="csrf_token" value="t">', "", "add a hidden csrf_token"),
        ('action="/leave"', 'action="/elsewhere"', "add a hidden csrf_token"),
        ('alt="The map"', 'alt=""', "say where <a"),
        ('<a href="/map">', "<a>", "must work without JavaScript"),
        (' alt="The map"', "", "give <img"),
        ('<svg aria-hidden="true">', "<svg>", "hide <svg>"),
        ("<title>Sun</title>", "", "hide <svg"),
        ("<p>It", '<p style="color: red">It', "stops style="),
        ("<p>It", '<p onclick="go()">It', "stops onclick="),
        ("<p>It", '<p hx-on:click="go()">It', "stops hx-on:click="),
        ("<body>", "<body><script>go()</script>", "inside <script>"),
        ("<body>", "<body><style>p {}</style>", "inside <style>"),
        ('src="/x.js"', 'src="https://cdn.example/x.js"', "nothing comes from another machine"),
        ('href="/static/css/site.css"', 'href="//cdn.example/site.css"', "nothing comes from another machine"),
        ('src="/map.png"', 'src="http://cdn.example/map.png"', "nothing comes from another machine"),
        ('href="/s.svg#stop"', 'href="https://cdn.example/s.svg#stop"', "nothing comes from another machine"),
        ("It’s", "It's", "write curly quotes"),
        ("that’s fine", 'that’s "fine"', "write curly quotes"),
        (' dir="auto"', "", "write curly quotes"),
    ],
)
def test_a_fault_is_stopped(before, after, mend):
    assert before in GOOD
    with pytest.raises(AssertionError) as fault:
        check_house_rules(GOOD.replace(before, after))
    assert mend in str(fault.value)


def test_a_page_of_the_form_keeps_its_heading_out_of_the_title():
    check_house_rules(GOOD.replace("<title>Tell us", "<title>Question 3"), heading_in_title=False)


def test_every_fault_is_told_at_once():
    with pytest.raises(AssertionError, match="(?s)lang.*curly"):
        check_house_rules(GOOD.replace(' lang="en"', "").replace("It’s", "It's"))
