"""A session that is over, a cookie that is lost, a token that is not ours: what was typed is kept."""

import pytest
from sqlalchemy import text

from tests.pages.telling import (
    ACCOUNT,
    ADVOCATE,
    ALSO,
    CHILD,
    CHILDS_CONTACT,
    COUNCIL,
    ELSEWHERE,
    FILES,
    FORM,
    GOOD,
    HELP_NOW,
    KIND,
    NAME,
    NUMBER,
    ONWARD,
    SAFE,
    SAFELY,
    TELLING,
    TOPIC,
    WAY,
    WHERE,
    WISH,
    WORDS,
    WORDS_OF_AMINA,
    Teller,
    all_sent,
    counts,
    kept_draft,
)

FORGED = {
    "missing": {},
    "empty": {"csrf_token": ""},
    "forged": {"csrf_token": "x" * 90},
    "not text": {"csrf_token": "\x00\u202e"},
    "doubled": {"csrf_token": ["x", "y"]},
}
SHOWN = {
    KIND: 'value="complaint" checked',
    TELLING: 'value="family" checked',
    CHILD: "Amina",
    WORDS: "Nobody tells me why.",
    WISH: "One social worker who stays",
    FILES: "You do not have to.",
    NAME: "Tomos",
    WAY: 'value="email" checked',
    WHERE: "tomos@example.org",
    ACCOUNT: 'value="sad" checked',
    ADVOCATE: 'value="yes" checked',
    SAFE: 'value="yes" checked',
    HELP_NOW: "Text my aunt",
    CHILDS_CONTACT: "At school",
    ONWARD: 'value="stage-2" checked',
    NUMBER: 'value="none" checked',
    ALSO: 'value="no" checked',
    TOPIC: 'value="worker" checked',
    SAFELY: "Never phone home",
    COUNCIL: 'value="no" checked',
}
ASKED_OF = {ONWARD: "going-on", NUMBER: "stop", ALSO: "advocate"}  # only by those who come for that
ONLY_ASKED_OF_SOME = (CHILD, CHILDS_CONTACT, WHERE, HELP_NOW, *ASKED_OF)


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def looks_like(page, shown: str) -> bool:
    name, _, checked = shown.partition(" checked")
    if not shown.endswith("checked"):
        return shown in page.html
    return any("checked" in box.attributes and f'value="{box.get("value")}"' == name for box in page.root.all("input"))


@pytest.mark.parametrize("token", FORGED.values(), ids=FORGED)
def test_words_with_a_poor_token_are_kept_and_asked_for_once_more(teller, token):
    for number in (KIND, TELLING, SAFE, TOPIC):
        teller.answers(number)
    answer = teller.posts_as_is(WORDS, words=WORDS_OF_AMINA, **token)
    assert answer.status_code == 303 and WORDS_OF_AMINA[:9] not in answer.location
    page = teller.client.get_page(answer.location)
    assert "Press the button once more" in page.text and "Nobody tells me why." in page.html
    assert teller.answers(WORDS, words=WORDS_OF_AMINA).path == f"{FORM}{ACCOUNT}"


def test_a_poor_token_while_the_database_is_away_leaves_the_words_on_the_page(teller, house, caplog):
    with house.records.writing() as db:
        db.execute(text("ALTER TABLE draft RENAME TO gone"))
    answer = teller.posts_as_is(WORDS, words=WORDS_OF_AMINA)
    assert answer.status_code == 503 and "Nobody tells me why." in answer.text
    assert "OperationalError in tell.answer" in caplog.text and "INSERT" not in caplog.text


@pytest.mark.parametrize("number", set(GOOD) - {ELSEWHERE})
def test_the_cookie_may_be_lost_at_every_question(teller, number):
    good = GOOD | {KIND: {"kind": ASKED_OF.get(number, "complaint")}}
    good |= {SAFE: {"safe": "no"}} if number == HELP_NOW else {}
    teller.answers_all(kind=good[KIND], safe=good[SAFE])
    token = teller.opens(number).csrf_token
    teller.loses_the_cookie()
    page = teller.client.get_page(teller.posts_as_is(number, csrf_token=token, **good[number]).location)
    if number != KIND:
        assert "We could not find your earlier answers" in page.text
    # Without the earlier answers nobody knows that some of them apply: they are asked when they do.
    while number in ONLY_ASKED_OF_SOME and (here := int(page.path.rpartition("/")[2])) != number:
        page = teller.answers(here, **good[here])
    assert page.path == f"{FORM}{number}" and looks_like(page, SHOWN[number])
    assert teller.answers(number, **good[number]).path != f"{FORM}{number}"


def test_a_draft_whose_day_is_over_is_missed_and_what_was_just_written_is_kept(teller, clock, house):
    teller.answers(KIND)
    teller.answers(TELLING)
    token = teller.opens(WORDS).csrf_token
    clock.move_on(hours=25)
    page = teller.client.get_page(teller.posts_as_is(WORDS, csrf_token=token, words=WORDS_OF_AMINA).location)
    assert page.path == f"{FORM}{KIND}" and "We could not find your earlier answers" in page.text
    assert kept_draft(house, teller.token, clock).answers == {"words": {"words": WORDS_OF_AMINA}}


@pytest.mark.parametrize("token", FORGED.values(), ids=FORGED)
def test_sending_with_a_poor_token_leads_back_to_the_check_page(teller, house, token):
    teller.answers_all()
    answer = teller.posts_as_is("check", **token)
    page = teller.client.get_page(answer.location)
    assert page.path == f"{FORM}check" and "Press the button once more" in page.text
    assert all_sent(house) == []
    assert teller.sends().path == f"{FORM}sent" and len(all_sent(house)) == 1


def test_throwing_away_and_writing_down_need_a_token_too(teller, house, clock):
    teller.answers_all()
    page = teller.client.get_page(teller.posts_as_is("", go="throw-away").location)
    assert page.path == FORM and "Press the button once more" in page.text
    assert kept_draft(house, teller.token, clock)
    code = teller.sends()
    page = teller.client.get_page(teller.posts_as_is("sent").location)
    assert "Press the button once more" in page.text
    assert next(code.root.all("p")) and "I have written it down" in page.text


def test_words_for_a_draft_that_was_sent_begin_a_new_one_and_the_code_stays(teller, house):
    teller.answers_all()
    token, cookie = teller.opens(WORDS).csrf_token, teller.client.browser.get_cookie("form").value
    sent = teller.sends()
    teller.client.browser.set_cookie("form", cookie)  # the other tab has not heard of it
    page = teller.client.get_page(teller.posts_as_is(WORDS, csrf_token=token, words="One more thing").location)
    assert page.path == f"{FORM}{KIND}" and "What you sent before is safe" in page.text
    code = [part.text for part in sent.root.all("p") if part.get("class") == "code"]
    assert code and code[0] in teller.opens("sent").text
    teller.answers_all(words={"words": "One more thing"})
    teller.sends()
    assert [told.words for told in all_sent(house)].count("One more thing") == 1


def test_a_browser_that_keeps_no_cookie_is_told_at_the_first_question(teller, house):
    token = teller.opens(KIND).csrf_token
    teller.loses_the_cookie()
    answer = teller.posts_as_is(KIND, csrf_token=token, kind="comment")
    teller.loses_the_cookie()
    page = teller.client.get_page(answer.location)
    assert page.path == f"{FORM}{KIND}" and "did not keep the small note, called a cookie" in page.text


def test_a_post_with_nothing_in_it_leaves_nothing_behind(teller, house):
    for number in GOOD:
        assert teller.posts_as_is(number).status_code == 303
    assert counts(house)["draft"] == 0


@pytest.mark.parametrize("cookie", ["", "x", "eyJkcmFmdHMiOnt9fQ.x.y", "é", "a" * 5_000])
def test_a_broken_cookie_is_no_cookie(teller, cookie):
    teller.client.browser.set_cookie("form", cookie)
    for page in (KIND, WORDS, "check", "sent", ""):
        assert teller.client.get(f"{FORM}{page}", follow_redirects=True).status_code == 200
