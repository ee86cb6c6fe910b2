"""The form, walked: one question a page, and what comes of each answer."""

import pytest

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
    kept_draft,
)


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def test_a_child_walks_from_the_first_question_to_the_check_page(teller):
    walked = [teller.begins()]
    for number, fields in [
        (KIND, {"kind": "complaint"}),
        (TELLING, {"telling": "child"}),
        (SAFE, {"safe": "yes"}),
        (TOPIC, {"topic": "worker"}),
        (WORDS, {"words": WORDS_OF_AMINA}),
        (ACCOUNT, {"feeling": "worried"}),
        (WISH, {"wish": ""}),
        (FILES, {}),
        (NAME, {}),
        (WAY, {"way": "code"}),
        (SAFELY, {"keep_from": "Never phone home"}),
        (COUNCIL, {"someone": "no"}),
        (ADVOCATE, {"advocate": "no"}),
    ]:
        assert walked[-1].path == f"{FORM}{number}"
        walked.append(teller.answers(number, **fields))
    assert walked[-1].path == f"{FORM}check"
    assert [page.title for page in walked] == [f"Question {n} – Sefton" for n in range(1, 14)] + ["Check – Sefton"]
    assert "Part 1 of 4: To begin" in walked[0].text and "Part 2 of 4: What you want to say" in walked[4].text


def test_somebody_who_tells_for_a_child_is_asked_more(teller):
    check = teller.answers_all()
    for said in ("Amina", "Not sure", "Tomos", "tomos@example.org", "One social worker who stays", "Yes, please"):
        assert said in check.text
    assert "My social worker keeps changing." in check.text


def test_everything_but_the_words_can_be_left_empty(teller):
    page = teller.opens(1)
    while (number := page.path.rpartition("/")[2]) != "check":
        page = teller.answers(int(number), **({"words": "Help"} if int(number) == WORDS else {}))
    assert "You left this empty" in page.text
    assert "We take it that something is wrong" in page.text


def test_a_change_returns_to_the_check_page(teller):
    check = teller.answers_all()
    for number in set(GOOD) - {ONWARD, NUMBER, ALSO, HELP_NOW, ELSEWHERE}:
        assert f"{FORM}{number}" in {link.get("href") for link in check.root.all("a")}
    check = teller.answers(NAME, name="Somebody else")
    assert check.path == f"{FORM}check" and "Somebody else" in check.text


def test_a_change_that_opens_a_branch_asks_its_questions_first(teller):
    teller.answers_all(telling={"telling": "child"})
    assert teller.answers(TELLING, telling="other").path == f"{FORM}{CHILD}"
    assert teller.answers(CHILD, name="").path == f"{FORM}{CHILDS_CONTACT}"
    assert teller.answers(CHILDS_CONTACT).path == f"{FORM}check"


def test_answers_behind_a_branch_that_no_longer_applies_are_not_shown(teller):
    teller.answers_all()
    check = teller.answers(TELLING, telling="child")
    assert "Amina" not in check.text
    check = teller.answers(WAY, way="code")
    assert "tomos@example.org" not in check.text


def test_what_was_typed_is_in_the_question_when_one_returns(teller):
    teller.answers_all()
    assert teller.opens(WORDS).field("words").text == " ".join(WORDS_OF_AMINA.split())
    assert teller.opens(WHERE).field("where").get("value") == "tomos@example.org"


def test_go_back_leads_to_the_question_before_and_from_a_change_to_the_check_page(teller):
    teller.answers(KIND, kind="comment")
    assert teller.opens(TELLING).link("Go back") == f"{FORM}{KIND}"
    teller.answers_all()
    assert teller.opens(TELLING).link("Go back") == f"{FORM}check"


def test_words_of_nothing_are_asked_for_again(teller):
    for number in (KIND, TELLING, SAFE, TOPIC):
        teller.answers(number)
    page = teller.answers(WORDS, words="  ")
    assert page.path == f"{FORM}{WORDS}"
    assert page.title == "Error: Question 5 – Sefton"
    assert page.text.count("Write something, even if it is short") == 2  # at the top, and at the field
    assert page.field("words").get("aria-invalid") == "true"


def test_too_many_words_come_back_whole(teller):
    for number in (KIND, TELLING, SAFE, TOPIC):
        teller.answers(number)
    words = "A long story. " * 1_500
    page = teller.answers(WORDS, words=words)
    assert "21,000 letters" in page.text and "Nothing is lost" in page.text
    assert "".join(page.field("words").children).lstrip("\r\n") == words
    assert teller.answers(WORDS, words=words[:20_000]).path == f"{FORM}{ACCOUNT}"


def test_a_poor_answer_must_be_mended_before_anything_is_sent(teller):
    teller.answers_all()
    page = teller.answers(WHERE, where="tomos at home")
    assert page.field("where").get("value") == "tomos at home"
    assert teller.opens("check").path == f"{FORM}{WHERE}"
    assert teller.answers(WHERE, where="").path == f"{FORM}check"


def test_whom_to_call_and_leave_quickly_are_on_every_page(teller):
    pages = [teller.opens(1), *(teller.answers(number) for number in (KIND, TELLING)), teller.answers_all()]
    pages += [teller.opens(), teller.opens("sent")]
    for page in pages:
        assert "0800 1111" in page.text and "999" in page.text and page.link("Leave quickly") == "/leave", page.path


def test_addresses_say_nothing_of_what_was_told(teller):
    check = teller.answers_all()
    forms = {form.get("action") for form in check.root.all("form")}
    assert forms == {f"{FORM}check", "/look"}
    assert "noindex" in check.html


def test_somebody_who_comes_back_is_asked_and_shown_no_words(teller):
    teller.answers_all()
    page = teller.opens()
    assert page.path == FORM and page.heading == "Carry on, or throw it away?"
    assert not any(said in page.html for said in ("social worker", "Tomos", "tomos@example.org", "Amina"))
    assert teller.client.send(FORM, {"go": "carry-on"}).path == f"{FORM}check"


def test_what_is_thrown_away_is_gone_from_the_disk(teller, house, clock):
    teller.answers_all()
    token = teller.token
    assert teller.client.send(FORM, {"go": "throw-away"}).path == f"{FORM}1"
    assert kept_draft(house, token, clock) is None
    assert teller.opens("check").path == f"{FORM}1"


@pytest.mark.parametrize("page", ["4", "7", "check"])
def test_after_a_while_somebody_else_may_hold_the_phone(teller, clock, page):
    teller.answers_all()
    clock.move_on(minutes=19)
    assert teller.opens(page).path == f"{FORM}{page}"
    clock.move_on(minutes=2)
    back = teller.opens(page)
    assert back.path == FORM and "social worker" not in back.html
    teller.client.send(FORM, {"go": "carry-on"})
    assert teller.opens(page).path == f"{FORM}{page}"


def test_a_draft_lives_for_a_day_after_the_last_answer(teller, clock, house):
    teller.answers(KIND, kind="comment")
    for number in (TELLING, SAFE, TOPIC):
        teller.answers(number)
    clock.move_on(hours=23)
    assert teller.client.send(FORM, {"go": "carry-on"}).path == f"{FORM}{WORDS}"
    teller.answers(WORDS, words="Still here")
    clock.move_on(hours=23, minutes=59)
    assert teller.client.send(FORM, {"go": "carry-on"}).path == f"{FORM}{WISH}"
    token = teller.token
    clock.move_on(hours=24)
    assert kept_draft(house, token, clock) is None
    assert teller.opens().path == f"{FORM}1"


def test_leaving_quickly_forgets_the_draft(teller, house, clock):
    teller.answers_all()
    token = teller.token
    teller.client.get("/leave")
    assert kept_draft(house, token, clock) is None
    assert teller.opens("check").path == f"{FORM}first"


@pytest.mark.parametrize("number", [0, 99, 99999999999])
def test_a_question_that_is_not_there_is_not_found(teller, number):
    teller.client.get_page(f"{FORM}{number}", status=404)


def test_a_question_that_does_not_apply_leads_on(teller):
    teller.answers(KIND)
    teller.answers(TELLING, telling="child")
    assert teller.opens(CHILD).path == f"{FORM}{SAFE}"
