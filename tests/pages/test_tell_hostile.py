"""Whatever is typed or sent: stored exactly as typed, or refused with how to mend it, and never a 5xx."""

import logging

import pytest

from tests.pages.telling import (
    FORM,
    KIND,
    NAME,
    TELLING,
    WAY,
    WHERE,
    WISH,
    WORDS,
    Teller,
    all_sent,
    counts,
    kept_draft,
    letters,
)

HOSTILE = {
    "HTML": "<script>alert(1)</script></textarea><img src=x onerror=alert(1)>",
    "template": "{{ 7*7 }} {% raw %} ${7*7} #{7*7} %(words)s %s {0}",
    "SQL": "'); DROP TABLE draft; -- \" \\",
    "formula": '=HYPERLINK("http://x")\n+1\n@SUM(A1)',
    "mail headers": "Hello\nBcc: everybody@example.org\n\n.\n=?utf-8?q?=0ABcc:?=",
    "NUL and controls": "a\x00b\x01\x07\x08\x0b\x0c\x1b[31m\x7f\x85\x9f",
    "direction": "abc\u202edcb\u202c \u2066x\u2069 \u200f\u200e \u061c",
    "joiners": "می\u200cخواهم 👩\u200d👩\u200d👧 क्\u200dष",
    "combining": "e" + "\u0301" * 500,
    "all planes": "\U0001f600\U00020000\U000e0001\U0010fffd\ufffe\uffff\ufeff",
    "spaces": "  \t leading and trailing \u00a0\u2003\n\n",
    "first line empty": "\n\nthird line",
    "separators": "a\u2028b\u2029c\x1cd\x1ee",
}
CONTROLS = set(map(chr, [*range(9), 11, 12, *range(14, 32), 127]))
ODD_BODIES = [
    ("application/json", b'{"words": "x"}'),
    ("application/json", b"[1"),
    ("application/x-www-form-urlencoded", b"words=%ff%fe%00%C0%AF&%%%&==&words"),
    ("application/x-www-form-urlencoded; charset=utf-16", b"w\x00o\x00"),
    ("multipart/form-data", b"nothing"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=words\r\n\r\nbroken"),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="words"; filename="a"\r\n\r\nz\r\n--x--',
    ),
    ("text/plain", b"words=x"),
    ("", b"\x00"),
    ("\u00e9/\u00e9".encode().decode("latin-1"), b"x"),
]
SECRETS = {
    KIND: {"kind": "planted-kind"},
    TELLING: {"telling": "planted-telling"},
    WORDS: {"words": "planted-words"},
    WISH: {"wish": "planted-wish"},
    NAME: {"name": "planted-name"},
    WHERE: {"where": "planted-where@", "more": "planted-more"},
}


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def test_words_are_kept_exactly_as_typed_and_add_nothing_to_a_page(teller, house, clock):
    plain = teller.answers_all(words={"words": "Plain"})
    for words in HOSTILE.values():
        check = teller.answers(WORDS, words=words)
        assert elements(check) == elements(plain), words
        assert not set(check.html) & CONTROLS, words
        assert kept_draft(house, teller.token, clock).answers["words"] == {"words": words}
        teller.opens(WORDS)


def test_words_are_sent_exactly_as_typed(teller, house):
    words = "\n".join(HOSTILE.values())
    teller.answers_all(words={"words": words})
    teller.sends()
    [told] = all_sent(house)
    assert told.words == words and len(letters(house)) == 1


def test_words_that_come_back_are_what_was_typed(teller):
    teller.answers(KIND)
    teller.answers(TELLING)
    for words in HOSTILE.values():
        page = teller.answers(WORDS, words=words + "x" * 20_001)
        assert page.title.startswith("Error:") and "<script>alert" not in page.html
        typed = "".join(page.field("words").children).replace("\r\n", "\n").removeprefix("\n")
        assert typed == words + "x" * 20_001


@pytest.mark.parametrize("field", [NAME, WHERE, WISH])
def test_other_answers_are_kept_so_too(teller, house, clock, field):
    name = {NAME: "name", WHERE: "where", WISH: "wish"}[field]
    teller.answers(KIND)
    teller.answers(WAY, way="person")
    for typed in HOSTILE.values():
        page = teller.answers(field, **{name: typed})
        draft = kept_draft(house, teller.token, clock)
        question = {NAME: "name", WHERE: "person", WISH: "wish"}[field]
        kept = draft.offered[question][name] if page.title.startswith("Error:") else [draft.answers[question][name]]
        assert kept == [typed]


def elements(page) -> list:
    """Each element with the names of its attributes."""
    return [(element.tag, *sorted(element.attributes)) for element in page.root.all()]


@pytest.mark.parametrize("page", [WORDS, "check", "", "sent"])
def test_odd_bodies(teller, page):
    token = teller.opens(KIND).csrf_token
    for content_type, body in ODD_BODIES:
        for headers in ({}, {"X-CSRFToken": token}):
            answer = teller.client.post(f"{FORM}{page}", body, content_type=content_type, headers=headers)
            assert answer.status_code < 500, (content_type, body)


def test_a_body_beyond_all_measure_is_refused_kindly(teller):
    teller.answers(KIND)
    answer = teller.posts_as_is(WORDS, words="x" * 2_100_000)
    assert answer.status_code == 413 and "shorter part" in answer.text


def test_odd_headers(teller):
    teller.answers_all()
    for headers in (
        {"HX-Request": "true"},
        {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Target": "\u00ff<x>"},
        {"HX-Request": "true", "HX-Request-Type": "full"},
        {"HX-Request": "false"},
        {"HX-Request": "true", "HX-History-Restore-Request": "true"},
        {"HX-Request": "true", "HX-Current-URL": "javascript:alert(1)"},
        {"HX-Boosted": "true"},
        {"Host": "evil.example"},
        {"Accept-Language": "x" * 10_000},
    ):
        for page in (KIND, WORDS, "check", "sent", ""):
            assert teller.client.get(f"{FORM}{page}", headers=headers).status_code < 500, headers
            assert teller.client.post(f"{FORM}{page}", {"words": ""}, headers=headers).status_code < 500, headers


def test_every_method(teller):
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE"):
        for page in ("", "1", "4", "check", "sent"):
            assert teller.client.browser.open(f"{FORM}{page}", method=method).status_code < 500, (method, page)


def test_every_page_is_never_kept_and_says_nothing_in_its_headers(teller):
    teller.answers_all()
    answers = [teller.client.get(f"{FORM}{page}") for page in ("", "1", "4", "8", "check", "sent")]
    answers.append(teller.posts_as_is(WORDS, words="planted-words"))
    answers.append(teller.posts_as_is(WORDS, words="planted-words", csrf_token=teller.opens(WORDS).csrf_token))
    for answer in answers:
        assert answer.headers["Cache-Control"] == "no-store", answer.request.path
        headers = str(answer.headers)
        assert not any(word in headers for word in ("planted", "social worker", "Amina", "Tomos", "tomos@"))


def test_no_words_reach_the_log(teller, caplog, house, monkeypatch):
    caplog.set_level(logging.DEBUG)
    for number, fields in SECRETS.items():
        teller.answers(number, **fields)
        teller.posts_as_is(number, **fields)
        teller.client.post(f"{FORM}{number}", fields, headers={"HX-Request": "true"})
    teller.answers_all(words={"words": "planted-words"}, name={"name": "planted-name"})
    teller.sends()
    written = "\n".join([*caplog.messages, *(str(record.__dict__) for record in caplog.records)])
    assert "planted" not in written
    assert counts(house)["representation"] == 1
