"""The desk on a host name of its own: there is the desk and nothing else, and elsewhere there is no desk."""

from itertools import product

import pytest

from tests.pages.at_the_desk import PASSWORD, officer

DESK, SITE = "http://desk.example.org", "http://tell.example.org"


@pytest.fixture
def environ(instance):
    return {"INSTANCE": str(instance), "DESK_HOST": "desk.example.org", "SITE_URL": SITE}


@pytest.mark.parametrize("path", ["/sefton/en/", "/health", "/sefton/", "/preview", "/leave", "/sefton/en/follow"])
def test_on_the_desks_host_there_is_nothing_else(app, path):
    answer = app.test_client().get(path, base_url=DESK)
    assert answer.status_code == 404
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert app.test_client().get(path, base_url=SITE).status_code in (200, 302, 303, 503)


@pytest.mark.parametrize("path", ["/desk/", "/desk", "/desk/sign-in", "/desk/enter"])
def test_elsewhere_there_is_no_desk(app, path):
    for host in (SITE, "http://127.0.0.1:8000", "http://desk.example.org.evil.example"):
        assert app.test_client().get(path, base_url=host).status_code == 404, host


def test_a_page_kept_for_children_is_not_shown_on_the_desks_host(app):
    client = app.test_client()
    assert client.get("/sefton/en/", base_url=SITE).status_code == 200
    assert client.get("/sefton/en/", base_url=DESK).status_code == 404


@pytest.mark.parametrize("path", ["/", "/desk"])
def test_its_front_door_leads_to_the_desk(app, path):
    answer = app.test_client().get(path, base_url=DESK)
    assert (answer.status_code, answer.location) == (303, "/desk/")


def test_an_officer_signs_in_there(app):
    ann = officer(app, "ann@example.org")
    client = app.test_client()
    page = client.get("/desk/sign-in", base_url=DESK.upper().replace("HTTP", "http"))
    assert f'href="{SITE}/"' in page.text
    assert page.text.count("/static/") > 2
    token = page.text.split('name="csrf_token" value="')[1].split('"')[0]
    facts = {"csrf_token": token, "email": ann.email, "password": PASSWORD}
    assert client.post("/desk/sign-in", data=facts, base_url=f"{DESK}:443").location == "/desk/"


def test_what_its_pages_are_dressed_with_is_there_too(app):
    for host, name in product((DESK, SITE), ("css/first.css", "css/site.css")):
        sheet = app.extensions["assets"][name]
        assert app.test_client().get(sheet, base_url=host).status_code == 200


class TestBehindAProxy:
    @pytest.fixture
    def environ(self, environ):
        return environ | {"PROXIES": "1"}

    def test_the_host_is_the_one_the_proxy_says(self, app):
        client, inside = app.test_client(), "http://127.0.0.1:8000"
        at_the_desk, on_the_site = ({"X-Forwarded-Host": host} for host in ("desk.example.org", "tell.example.org"))
        assert client.get("/desk/sign-in", base_url=inside, headers=at_the_desk).status_code == 200
        assert client.get("/sefton/en/", base_url=inside, headers=at_the_desk).status_code == 404
        assert client.get("/desk/sign-in", base_url=inside, headers=on_the_site).status_code == 404
        assert client.get("/sefton/en/", base_url=inside, headers=on_the_site).status_code == 200
