"""A child picks the day they told the council, on the map’s own address."""

from datetime import UTC, date, datetime

import pytest

from app.councils.bank_holidays import bank_holidays
from app.pages.told_words import HOLIDAYS, OTHER_HOLIDAY, holiday_name
from tests.pages.test_stage_map import MAP

TOLD_TODAY = "If you tell us today, you get your answer by Friday 4 December."


def asked(client, told: str, **more):
    return client.get_page(MAP, query_string={"told": told}, **more)


def test_from_another_day_the_days_are_others(client):
    page = asked(client, "2026-11-02")
    for words in (
        "You told us on Monday 2 November",
        "Your reference number: by Thursday 5 November.",
        "Our answer: by Monday 16 November.",
        "If it is hard to sort out: by Monday 30 November. We tell you why.",
        "If our letter comes on Monday 16 November, you can ask for stage 2 until Monday 14 December.",
        "You have 20 working days after our letter to ask for stage 2. If you are later, you can still ask.",
        "It reached us on Monday 2 November.",
    ):
        assert words in page.text
    assert TOLD_TODAY not in page.text
    assert page.field("told").get("value") == "2026-11-02"


def test_a_day_to_come_says_if(client):
    text = asked(client, "2026-12-18").text
    assert "If you tell us on Friday 18 December" in text
    assert "Have you had no answer?" not in text


def test_how_we_counted_says_why_each_day_was_left_out(client):
    text = asked(client, "2026-12-18").text
    for words in (
        "Sat 19 Dec – Sun 20 Dec: weekend",
        "Friday 25 December: Christmas Day",
        "Monday 28 December: the day off for Boxing Day",
        "Friday 1 January: New Year’s Day",
    ):
        assert words in text.replace("\u2009", " ")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("2026-11-02", "If nobody told you why it takes longer, you can ask for stage 2 now."),
        ("2026-10-01", "Then we are late. You do not have to wait. You can ask for stage 2 now."),
        ("2024-03-01", "You told us on Friday, 1 March 2024"),
    ],
)
def test_when_the_day_has_gone_by_it_says_what_to_do(client, told, words):
    assert words in asked(client, told).text


@pytest.mark.parametrize(
    ("typed", "why", "kind"),
    [
        ("2026-02-30", "We cannot find that day in the calendar.", "text"),
        ("31/2/2026", "We cannot find that day in the calendar.", "text"),
        ("<script>", "We cannot find that day in the calendar.", "text"),
        ("x" * 3000, "We cannot find that day in the calendar.", "text"),
        ("2019-12-31", "We cannot count from so long ago.", "date"),
        ("0001-01-01", "We cannot count from so long ago.", "date"),
        ("9999-12-31", "That day is too far away to count from.", "date"),
    ],
)
def test_a_day_that_cannot_be_counted_from_gets_a_kind_answer_and_what_was_typed_stays(client, typed, why, kind):
    page = asked(client, typed)
    field = page.field("told")
    assert why in page.text
    assert TOLD_TODAY in page.text
    assert (field.get("type"), field.get("value")) == (kind, typed)
    assert field.get("aria-invalid") == "true"
    assert "told-error" in field.get("aria-describedby")


def test_nothing_picked_counts_from_today(client):
    assert TOLD_TODAY in asked(client, "").text
    assert TOLD_TODAY in client.get_page(MAP, query_string={"fbclid": "x"}).text


def test_a_year_whose_holidays_nobody_has_fixed_is_about_right(client, clock):
    clock.move_to(datetime(2028, 12, 20, 12, tzinfo=UTC))
    assert "this day is about right" in asked(client, "2028-12-20").text


def test_an_answer_to_a_query_is_for_one_reader_and_in_no_search(client):
    answer = asked(client, "2026-11-02").answer
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert '<meta name="robots" content="noindex">' in answer.text
    assert '<meta name="robots" content="all">' in client.get_page(MAP).html


def test_htmx_gets_the_days_alone(client):
    answer = client.get(MAP, query_string={"told": "2026-11-02"}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "Our answer: by Monday 16 November." in answer.text
    assert "<h1" not in answer.text
    assert "<form" not in answer.text


def test_the_map_that_is_kept_is_whole_whoever_asks_first(client):
    assert "<h1" in client.get(MAP, headers={"HX-Request": "true"}).text
    assert "<h1" in client.get(MAP).text


def test_every_holiday_on_our_list_has_its_name():
    known = set(bank_holidays(date(2040, 1, 1)).names.values())
    assert len(known) > 10
    assert known - set(HOLIDAYS) == set()
    assert holiday_name("Moon Day") == OTHER_HOLIDAY


def test_the_map_says_how_long_the_whole_way_takes_and_each_later_stage(client):
    text = client.get_page(MAP).text
    for words in (
        "The whole way takes 35 weeks at the very longest. Of that, 8 weeks are yours, to think.",
        "About 5 weeks. 13 weeks at the very longest.",
        "About 6 weeks until the panel meets. Then 4 weeks until the last letter.",
    ):
        assert words in text
