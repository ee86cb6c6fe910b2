"""The desk's list: in the order of what is needed, with filters in its address, fifty at a time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from app.model.event import What
from app.model.representation import Kind
from app.model.stage import Stage
from app.records import events
from app.records.tables import representation as table
from tests.page_client import PageClient
from tests.pages.at_the_desk import PASSWORD, arrived, officer, signed_in

TODAY = date(2026, 11, 22)
RECORDED = {"recorded_at": datetime(2026, 11, 20, tzinfo=UTC), "stage": Stage.LOCAL_RESOLUTION}


@pytest.fixture
def environ(any_database_url, instance) -> dict[str, str]:
    if any_database_url.startswith("sqlite"):
        return {"INSTANCE": str(instance)}
    return {"INSTANCE": str(instance), "DATABASE_URL": any_database_url}


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


@pytest.fixture
def stands(app, house):
    """Something arrives, and then stands as it is said."""

    def stands_like(days: int | None = None, urgent: bool = False, **facts):
        due = None if days is None else TODAY + timedelta(days=days)
        told = arrived(app, urgent=urgent, answer_due_on=due, kind=facts.pop("kind", Kind.COMPLAINT))
        if facts:
            with house.records.writing() as db:
                db.execute(update(table).where(table.c.id == told.id).values(**facts))
        return told

    return stands_like


def headings(page) -> list[str]:
    return [heading.text for heading in page.root.all("h2")]


def ids_on(page) -> list[str]:
    links = [link.get("href") or "" for link in page.root.all("a")]
    return [link.rpartition("/")[2] for link in links if "/desk/representations/" in link]


def test_what_needs_a_person_stands_in_its_order_each_once_with_what_to_do_and_by_when(ann, stands, house, clock):
    later, news, late, soon, reference = (
        stands(30, **RECORDED), stands(30, **RECORDED), stands(-3, **RECORDED), stands(5, **RECORDED), stands(5),
    )  # fmt: skip
    urgent = stands(-3, urgent=True, **RECORDED)
    with house.records.writing() as db:
        events.add(db, news.id, What.MESSAGE, clock(), words="planted words")
    page = ann.get_page("/desk/")
    assert ids_on(page) == [told.id for told in (urgent, reference, soon, late, news, later)]
    assert headings(page) == [
        "Urgent: may not be safe",
        "To record",
        "Answer due within a week",
        "Answer late",
        "Something new from the young person",
        "Open, nothing to do yet",
    ]
    for said in (
        "Now: make sure that they are safe Answer due Thursday 19 November Late by 1 working day",
        "Record it Reference due Wednesday 25 November On time",
        "Send the answer of stage 1 Answer due Friday 27 November On time: 5 working days left",
        "Something was added Read what was added",
        "2 answers late",
        "1 urgent: may not be safe",
        "1 with something new",
    ):
        assert said in page.text, said
    assert "planted" not in page.html


def test_a_count_leads_to_all_that_it_counts(ann, stands):
    urgent, late = stands(-1, urgent=True, **RECORDED), stands(-2, **RECORDED)
    stands(9, **RECORDED)
    page = ann.get_page(ann.get_page("/desk/").link("2 answers late"))
    assert set(ids_on(page)) == {urgent.id, late.id}
    assert "2 are like that" in page.text


FILTERS = {
    "stage=investigation": {"stage": Stage.INVESTIGATION},
    "stage=resolved": {"stage": Stage.RESOLVED},
    "kind=comment": {"kind": Kind.COMMENT},
    "language=ur": {"language": "ur"},
    "due=late": {"days": -1},
    "due=today": {"days": 0},
    "due=week&needs=soon": {"days": 3},
    "due=later": {"days": 20},
    "due=none&kind=advocate": {"days": None, "kind": Kind.ADVOCATE},
    "needs=everything&stage=withdrawn": {"stage": Stage.WITHDRAWN},
}


def test_filters_stand_in_an_address_that_can_be_shared(ann, stands):
    sought = {asked: stands(**({"days": 4} | RECORDED | facts)) for asked, facts in FILTERS.items()}
    sought["due=week&needs=soon"] = stands(3, **RECORDED, language="pl")
    for asked, told in sought.items():
        asked += "&language=pl" if "needs=soon" in asked else ""
        page = ann.get_page(f"/desk/?{asked}")
        assert ids_on(page) == [told.id], asked
        assert "1 is like that" in page.text
        for name, _, value in (pair.partition("=") for pair in asked.split("&")):
            chosen = [one.get("value") for one in page.field(name).all("option") if "selected" in one.attributes]
            assert chosen == [value]


def test_whose_it_is_can_be_chosen_and_whom_nobody_has_recorded(app, ann, stands):
    bo = officer(app, "bo@example.org", name="Bo Example")
    hers, nobodys = stands(9, **RECORDED, recorded_by=bo.id), stands(9)
    assert ids_on(ann.get_page(f"/desk/?officer={bo.id}")) == [hers.id]
    assert ids_on(ann.get_page("/desk/?officer=nobody")) == [nobodys.id]


def test_an_address_that_means_nothing_shows_what_is_open(ann, stands):
    told = stands(9)
    for asked in ("needs=%00", "stage=x", "page=0", "page=-1", "page=٣", "officer='--", "due=1&x=2", "language=%ff"):
        assert ids_on(ann.get_page(f"/desk/?{asked}")) == [told.id], asked


def test_fifty_are_on_a_page_and_the_rest_on_the_next(ann, stands):
    told = [stands(9) for _ in range(52)]
    first = ann.get_page("/desk/")
    second = ann.get_page(first.link("Next page"))
    assert (len(ids_on(first)), len(ids_on(second))) == (50, 2)
    assert set(ids_on(first) + ids_on(second)) == {one.id for one in told}
    assert "Page 2 of 2" in second.text and second.path == ann.get_page("/desk/?page=99").path
    every = ann.get_page("/desk/?needs=everything&page=2")
    assert len(ids_on(every)) == 2 and every.link("Page before") == "/desk/?needs=everything"


def test_a_shared_address_is_shown_after_signing_in(app, stands):
    officer(app, "bo@example.org")
    sought = stands(9, kind=Kind.COMMENT)
    stands(9)
    client = PageClient(app)
    asked = client.get("/desk/?kind=comment&needs=reference")
    signing = client.get_page(asked.location)
    data = {"email": "bo@example.org", "then": signing.field("then").get("value")}
    page = client.send("/desk/sign-in", data | {"password": PASSWORD}, page=asked.location)
    assert ids_on(page) == [sought.id]


def test_what_was_added_to_what_has_ended_comes_back(ann, stands, house, clock):
    told = stands(9, **RECORDED | {"stage": Stage.RESOLVED})
    assert ids_on(ann.get_page("/desk/")) == []
    with house.records.writing() as db:
        events.add(db, told.id, What.MESSAGE, clock())
    assert ids_on(ann.get_page("/desk/")) == [told.id]
    clock.move_on(minutes=1)
    path = f"/desk/representations/{told.id}"
    ann.get_page(path)
    assert ids_on(ann.get_page("/desk/")) == [told.id], "opening it is no answer"
    ann.send(f"{path}/messages/read", {"seen": ann.get_page(path).field("seen").get("value")}, page=path)
    assert ids_on(ann.get_page("/desk/")) == []
