"""Health: well, or 503 because a person should look."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from app.model.stage import Stage
from app.records import outbox, representations
from tests.pages.at_the_desk import add_file, arrived
from tests.post.office import letter
from tests.records.shelf import SUNDAY, amina

MINUTE = timedelta(minutes=1)


def queue_letter(house, at: datetime) -> str:
    queued = letter(at)
    with house.records.writing() as db:
        outbox.queue(db, queued)
    return queued.id


def receive(house) -> str:
    told = amina()
    with house.records.writing() as db:
        representations.receive(db, told)
    return told.id


def test_a_site_where_all_is_well_says_so(client):
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json == {
        "database": "writable",
        "oldest_unsent_letter_seconds": 0,
        "oldest_unscanned_file_seconds": 0,
        "promises_at_risk": 0,
        "bank_holidays_listed_until": 2028,
        "bank_holidays_end_within_a_year": False,
        "well": True,
    }


@pytest.mark.parametrize(("waited", "status"), [(15 * MINUTE, 200), (15 * MINUTE + timedelta(seconds=1), 503)])
def test_a_letter_that_waits_longer_than_a_quarter_of_an_hour_is_not_well(client, house, clock, waited, status):
    queue_letter(house, SUNDAY)
    clock.move_to(SUNDAY + waited)
    answer = client.get("/health")
    assert (answer.status_code, answer.json["well"]) == (status, status == 200)
    assert answer.json["oldest_unsent_letter_seconds"] == waited.total_seconds()


def test_once_it_has_gone_all_is_well_again(client, house, clock):
    id = queue_letter(house, SUNDAY)
    clock.move_on(hours=1)
    with house.records.writing() as db:
        [claim] = outbox.claim(db, clock(), 60)
        outbox.mark_sent(db, id, claim.fence, clock())
    assert client.get("/health").json["well"]


@pytest.mark.parametrize(
    ("instant", "at_risk"),
    [
        pytest.param(datetime(2026, 11, 24, 23, 59, tzinfo=UTC), 0, id="the night before it is due"),
        pytest.param(datetime(2026, 11, 25, 0, 0, tzinfo=UTC), 1, id="the day it is due"),
        pytest.param(datetime(2026, 12, 25, 0, 0, tzinfo=UTC), 1, id="a month later"),
    ],
)
def test_a_reference_that_is_due_and_that_nobody_has_recorded_is_at_risk(client, house, clock, instant, at_risk):
    receive(house)
    clock.move_to(instant)
    answer = client.get("/health")
    assert answer.json["promises_at_risk"] == at_risk
    assert answer.status_code == (503 if at_risk else 200)


def test_once_a_person_has_recorded_it_the_promise_is_kept(client, house, clock):
    told = amina()
    with house.records.writing() as db:
        representations.receive(db, told)
        representations.mark_recorded(db, told.id, SUNDAY, None, told.answer_due_on, told.stage)
    clock.move_on(days=10)
    assert client.get("/health").json["promises_at_risk"] == 0


def test_what_was_sorted_out_or_stopped_before_it_was_recorded_is_no_promise_at_risk(client, house, clock):
    with house.records.writing() as db:
        for stage in (Stage.RESOLVED, Stage.WITHDRAWN):
            representations.receive(db, amina(stage=stage))
    clock.move_on(days=10)
    assert client.get("/health").json["promises_at_risk"] == 0


def test_what_the_clock_has_issued_still_waits_for_a_person(client, house, clock):
    told = amina()
    with house.records.writing() as db:
        representations.receive(db, told)
        representations.issue(db, told, "SEF", SUNDAY, lambda letters: letters[0], "Team", "")
    clock.move_on(days=10)
    assert client.get("/health").json["promises_at_risk"] == 1


@pytest.mark.parametrize(("year", "warned"), [(2026, False), (2027, False), (2028, True), (2036, True)])
def test_a_year_before_the_list_of_holidays_ends_it_says_so_and_is_still_well(client, clock, year, warned):
    clock.move_to(datetime(year, 6, 1, 12, tzinfo=UTC))
    answer = client.get("/health")
    assert (answer.status_code, answer.json["bank_holidays_end_within_a_year"]) == (200, warned)


@pytest.mark.parametrize("fault", ["gone", "read-only"])
def test_a_database_that_cannot_be_written_is_not_well_and_still_says_so_in_json(client, house, instance, fault):
    if fault == "gone":
        with house.records.writing() as db:
            db.execute(text("DROP TABLE letter"))
    else:
        with house.records.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
    answer = client.get("/health")
    assert (answer.status_code, answer.json) == (503, {"database": "away", "well": False})


def test_it_says_nothing_of_anybody(client, house):
    receive(house)
    for word in ("Amina", "worker", "sefton", "example"):
        assert word not in client.get("/health").text


@pytest.mark.parametrize(("url", "well"), [("tcp://127.0.0.1:3310", False), ("", True)])
def test_a_scanner_that_has_looked_at_nothing_for_a_quarter_of_an_hour_is_told(app, environ, client, clock, url, well):
    app.extensions["house"] = replace(
        app.extensions["house"], settings=replace(app.extensions["house"].settings, clamd_url=url)
    )
    add_file(app, arrived(app))
    clock.move_on(minutes=15)
    assert client.get("/health").status_code == 200
    clock.move_on(seconds=1)
    answer = client.get("/health")
    assert answer.json["well"] is well and answer.status_code == (200 if well else 503)
