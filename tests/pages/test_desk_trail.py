"""The trail at the desk: for the auditor and the manager, with no word of what was told; taken out with a reason."""

import csv
import io

import pytest

from app.model.csv_text import csv_text
from app.records import officers, readers, representations
from app.records.officers import Role
from app.records.readers import KeptFrom
from tests.pages.at_the_desk import acts, arrived, signed_in
from tests.records.shelf import everything_in

EXPORT = "/desk/trail/export"
DAYS = {"since": "2026-11-01", "until": "2026-11-22"}


@pytest.fixture
def auditor(app):
    return signed_in(app, "auditor@example.org", role=Role.AUDITOR, name="=HYPERLINK(1)")


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


def exported(client, **changed) -> list[dict]:
    token = client.get_page(EXPORT).csrf_token
    answer = client.post(EXPORT, DAYS | {"reason": "Yearly audit", "csrf_token": token} | changed)
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_who_read_what_is_there_for_the_auditor_who_opens_no_words(app, house, auditor, ann):
    told = arrived(app)
    with house.records.writing() as db:
        reference = representations.issue(db, told, "SEF", told.received_at, lambda letters: letters[0], "", "")
    ann.get_page(f"/desk/representations/{told.id}")
    page = auditor.get_page("/desk/trail")
    assert f"Sunday 22 November, 10:00:00 Ann Example Read it {reference}" in page.text
    assert "Robin" not in page.html and "/desk/representations/" not in page.html
    assert "The trail" in auditor.get_page("/desk/", status=403).text
    assert "1 entry" in auditor.get_page("/desk/trail?act=read").text
    assert "0 entries" in auditor.get_page("/desk/trail?act=read&until=2026-11-21&since=nonsense").text


def test_fifty_entries_are_on_a_page(app, auditor, ann):
    told = arrived(app)
    for _ in range(51):
        ann.browser.head(f"/desk/representations/{told.id}")
    page = auditor.get_page(auditor.get_page("/desk/trail?act=read").link("Next page"))
    assert "51 entries" in page.text and page.text.count("Read it") == 2, "the one row, and the filter’s own words"


def test_it_comes_out_as_a_table_with_no_formula_in_it_and_the_reason_stays(app, house, auditor, ann):
    told = arrived(app)
    ann.get_page(f"/desk/representations/{told.id}")
    rows = exported(auditor, reason="=cmd|planted reason")
    assert [row["did"] for row in rows] == ["signed-in", "signed-in", "read", "exported"]
    assert rows[2]["record"] == told.id and len(rows[2]["hash"]) == 64
    assert rows[3]["who"] == "'=HYPERLINK(1)" and rows[3]["reason"] == "'=cmd|planted reason"
    assert acts(app)[-1][0] == "exported"
    assert "planted reason" in auditor.get_page("/desk/trail").text
    assert "planted reason" not in everything_in(house.records), "it is sealed"


def test_without_a_reason_or_a_day_nothing_comes_out(app, auditor):
    for missing in ({"reason": " "}, {"reason": ""}, {"until": "2026-11-23"}, {"since": "x"}, {"until": "2026-10-01"}):
        auditor.send(EXPORT, DAYS | {"reason": "Audit"} | missing, status=422)
    assert "exported" not in [act for act, _about in acts(app)]


def test_what_is_kept_from_whoever_looks_is_in_no_entry(app, house, ann):
    mo, told = signed_in(app, "mo@example.org", role=Role.MANAGER), arrived(app)
    ann.get_page(f"/desk/representations/{told.id}")
    assert "Read it" in mo.get_page("/desk/trail?act=read").root.text.split("1 entry")[1]
    [me] = [row for row in exported(mo) if row["email"] == "mo@example.org" and row["did"] == "signed-in"]
    with house.records.writing() as db:
        officer = officers.find(db, me["email"])
        readers.choose(db, told.id, KeptFrom(frozenset({officer.id}), frozenset()), officer, told.received_at)
    assert "0 entries" in mo.get_page("/desk/trail?act=read").text
    assert told.id not in str(exported(mo))


def test_officers_cannot_open_it_and_no_council_sees_anothers(app, ann, auditor):
    assert ann.get("/desk/trail").status_code == 403
    other = signed_in(app, "other@example.org", role=Role.AUDITOR, council="liverpool", name="Other")
    assert "Ann" not in other.get_page("/desk/trail").text


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1", "|x", "%x"])
def test_no_cell_begins_a_formula(start):
    [[cell]] = csv.reader(io.StringIO(csv_text([[start]]).removeprefix("\ufeff"), newline=""))
    assert cell == f"'{start}"


def test_what_is_no_formula_stays_as_it_is():
    [row] = csv.reader(io.StringIO(csv_text([["Ann, “A”\n", 7, "a\0=b"]]).removeprefix("\ufeff"), newline=""))
    assert row == ["Ann, “A”\n", "7", "a=b"]
