"""Two presses, two tabs, two threads at the same moment: one record, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.page_client import Page
from tests.pages.telling import CODE, FORM, WORDS, Teller, all_sent, counts

AT_ONCE = 6


@pytest.fixture(params=["sqlite", "postgres"])
def environ(request, instance):
    url = {"DATABASE_URL": request.getfixturevalue("postgres_url")} if request.param == "postgres" else {}
    return {"INSTANCE": str(instance), **url}


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def all_at_once(app, cookie: str, path: str, forms: list[dict]) -> list:
    """The same browser, as many times as there are forms: each with the cookie as it was, at the same moment."""
    together = Barrier(len(forms))

    def press(form: dict):
        browser = app.test_client()
        browser.set_cookie("form", cookie)
        together.wait()
        answer = browser.post(path, data=form)
        return answer, Page(browser.get(f"{FORM}sent")).text

    with ThreadPoolExecutor(len(forms)) as threads:
        return list(threads.map(press, forms))


def test_sending_many_times_at_once_makes_one_record_and_shows_one_code(app, teller, house):
    teller.answers_all()
    token, cookie = teller.opens("check").csrf_token, teller.client.browser.get_cookie("form").value
    teller.reads_it_over()
    pressed = all_at_once(app, cookie, f"{FORM}check", [{"csrf_token": token}] * AT_ONCE)
    assert {(answer.status_code, answer.location) for answer, _ in pressed} == {(303, f"{FORM}sent")}
    assert len({CODE.search(page)[0] for _, page in pressed}) == 1
    assert counts(house) == {"representation": 1, "letter": 1, "draft": 1}


def test_the_check_page_opened_many_times_at_once_makes_one_code(app, teller):
    teller.answers_all()
    cookie = teller.client.browser.get_cookie("form").value
    token = teller.opens("check").csrf_token
    all_at_once(app, cookie, f"{FORM}1", [{"csrf_token": token, "kind": "complaint"}] * AT_ONCE)
    pressed = all_at_once(app, cookie, f"{FORM}check", [{"csrf_token": token}] * 2)
    assert len({CODE.search(page)[0] for _, page in pressed}) == 1


def test_answers_from_two_tabs_at_once_are_both_kept(app, teller, house):
    teller.answers_all()
    token, cookie = teller.opens(WORDS).csrf_token, teller.client.browser.get_cookie("form").value
    forms = [{"csrf_token": token, "wish": "from one tab"}, {"csrf_token": token, "wish": "from the other"}]
    for _ in range(3):
        all_at_once(app, cookie, f"{FORM}5", forms)
        all_at_once(app, cookie, f"{FORM}6", [{"csrf_token": token, "name": "Tomos"}] * 2)
    teller.sends()
    [told] = all_sent(house)
    assert told.name == "Tomos" and told.wish in ("from one tab", "from the other")
