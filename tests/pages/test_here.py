"""Where a request comes from, as it is counted."""

import pytest

from app.pages.here import sender


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("203.0.113.9:51234", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2:3:4:5:6]:51234", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown", "unknown"),
        ("", ""),
    ],
)
def test_a_sender_is_one_household(app, address, counted):
    with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
        assert sender() == counted


def test_what_a_browser_says_of_its_address_is_believed_of_our_own_proxy_only(environ, request):
    environ["PROXIES"] = "1"
    app = request.getfixturevalue("app")
    app.add_url_rule("/sender", view_func=lambda: sender() or "nobody")
    said = app.test_client().get("/sender", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}).text
    assert said == "203.0.113.9"


def test_without_a_proxy_nobody_is_believed(app):
    app.add_url_rule("/sender", view_func=lambda: sender() or "nobody")
    assert app.test_client().get("/sender", headers={"X-Forwarded-For": "203.0.113.9"}).text == "127.0.0.1"
