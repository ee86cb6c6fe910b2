"""The code after sending: ways to keep it, and the way on only when it is kept. And a copy where that is safe."""

import pytest

from tests.pages.telling import CODE, FORM, Teller, letters
from tests.post.office import body_of, read

NEUTRAL = "picture.png"


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def links(page) -> set[str]:
    return {link.get("href") for link in page.root.all("a")}


def test_the_way_on_is_behind_having_kept_it_and_leaving_is_not(teller):
    teller.answers_all()
    page = teller.sends()
    onward = {"/sefton/en/follow", FORM, "/sefton/en/guide/privacy"}
    assert CODE.search(page.text) and not onward & links(page)
    assert page.link("Leave quickly") == "/leave"
    page = teller.client.send(f"{FORM}sent", {})
    assert onward <= links(page) and page.link("Leave quickly") == "/leave"


def test_the_page_says_where_the_code_is_used_and_how_to_let_somebody_keep_it(teller):
    teller.answers_all()
    page = teller.sends()
    assert "/sefton/en/follow" in page.text and "http" not in page.text
    assert "Let someone I trust keep it" in page.text and "With the code they can see everything" in page.text
    assert "By Wednesday 25 November" in page.text, "what happens next is told beside it"


@pytest.mark.parametrize("who", ["child", "family", "advocate", "other"])
def test_a_child_is_not_told_of_the_child(teller, who):
    teller.answers_all(telling={"telling": who})
    page = teller.sends()
    assert ("The child or young person can use it too" in page.text) == (who != "child")


def test_what_is_printed_says_nothing_of_why(teller):
    teller.answers_all()
    [printed] = [part for part in teller.sends().root.all("div") if "to-print" in part.get("class").split()]
    words = printed.text.lower()
    assert CODE.search(words) and "/sefton/en/follow" in words
    assert not [word for word in ("complain", "council", "child", "social", "told", "advocate") if word in words]


def test_where_details_are_safe_an_email_says_at_once_that_we_have_it(teller, house):
    teller.answers_all(where={"where": "tomos@example.org", "more": "yes"})
    code = CODE.search(teller.sends().text)[0]
    _inbox, receipt = letters(house)
    assert (read(receipt)["To"], read(receipt)["Subject"]) == ("tomos@example.org", "There is news for you")
    body = body_of(receipt)
    assert "We have what you sent." in body and "by Wednesday 25 November 2026" in body
    for secret in (code, code.replace(" ", ""), "social worker", "Amina", "Tomos"):
        assert secret not in body


@pytest.mark.parametrize(
    "place",
    [
        {"way": {"way": "email"}, "where": {"where": "tomos@example.org", "more": "no"}},
        {"way": {"way": "email"}, "where": {"where": "", "more": "yes"}},
        {"way": {"way": "text"}, "where": {"where": "0151 496 0123", "more": "yes"}},
        {"way": {"way": "person"}, "where": {"where": "tomos@example.org", "more": "yes"}},
        {"way": {"way": "code"}},
    ],
)
def test_nowhere_else_does_anything_go_to_them_at_once(teller, house, place):
    teller.answers_all(**place)
    teller.sends()
    assert [read(letter)["To"] for letter in letters(house)] == ["complaints@sefton.example.org"]
