"""Colours and size of text: one cookie, set only when chosen, that holds one of a few values."""

import pytest

from app.pages.look import LOOKS, look_of
from tests.pages.test_kept import KEPT, ask, site_of

MAP = "/sefton/en/"
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


def choose(client, colours="", text="", back=MAP):
    return client.post("/look", {"colours": colours, "text": text, "back": back}, headers=FROM_HERE)


def root_of(client, path=MAP):
    return next(client.get_page(path).root.all("html"))


def test_without_a_choice_there_is_no_cookie_and_the_device_decides(client):
    answer = client.get(MAP)
    assert "Set-Cookie" not in answer.headers
    assert root_of(client).get("data-colours") == ""
    assert root_of(client).get("data-text") == ""


@pytest.mark.parametrize("look", [look for look in LOOKS.values() if look.value], ids=lambda look: look.value)
def test_a_choice_is_kept_and_shown_on_every_page(client, look):
    answer = choose(client, look.colours, look.text)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{MAP}#look")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"look={look.value};")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    for path in (MAP, "/sefton/en/guide/words", "/sefton/en/form/1", "/sefton/en/follow"):
        assert root_of(client, path).get("data-colours") == look.colours, path
        assert root_of(client, path).get("data-text") == look.text, path


def test_the_choice_is_shown_as_chosen(client):
    choose(client, "calm", "large")
    chosen = {
        one.get("value")
        for one in client.get_page(MAP).root.all("input")
        if "checked" in one.attributes and one.get("value")
    }
    assert chosen == {"calm", "large"}


def test_going_back_to_the_device_takes_the_cookie_away(client):
    choose(client, "dark")
    assert "look=;" in choose(client).headers["Set-Cookie"]
    assert root_of(client).get("data-colours") == ""


@pytest.mark.parametrize("value", ["neon", "dark-huge", "", "dark; large", '"dark', "calm\x00", "=", "x" * 4000])
def test_what_is_not_one_of_ours_is_as_nothing(client, value):
    assert look_of({"HTTP_COOKIE": f"look={value}x"}).value == ""
    assert client.get(MAP, headers={"Cookie": f"look={value!r}"}).status_code == 200
    assert "Set-Cookie" in choose(client, value, value).headers


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "", "x", "/a\r\nSet-Cookie: b=c"]
)
def test_it_leads_back_to_no_other_site(client, back):
    assert choose(client, "dark", back=back).headers["Location"] == "/"


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_another_site_cannot_choose(client, headers):
    answer = client.browser.post("/look", data={"colours": "dark"}, headers=headers)
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


def test_a_kept_page_is_kept_for_each_look_and_no_other_cookie_counts():
    site = site_of(("Cache-Control", KEPT))
    plain, calm = ask(site)[0], ask(site, HTTP_COOKIE="form=x; look=calm")[0]
    assert plain != calm
    assert ask(site, HTTP_COOKIE="form=y")[0] == plain
    assert ask(site, HTTP_COOKIE="look=neon")[0] == plain
    assert ask(site, HTTP_COOKIE="look=calm; form=z")[0] == calm
    assert "Cookie" in ask(site)[1]["Vary"]


def test_where_somebody_may_be_writing_it_waits_for_the_script(client):
    def is_hidden(path: str) -> bool:
        [look] = [one for one in client.get_page(path).root.all("details") if one.get("id") == "look"]
        return "hidden" in look.attributes

    assert is_hidden("/sefton/en/form/1")
    assert not is_hidden(MAP)
