"""The procedure at the desk: only the moves it has are offered, each says what the child is told, and each is kept."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from app.councils.bank_holidays import bank_holidays
from app.model.move import Key, Outcome
from app.model.representation import Kind, SafeContact, Way
from app.model.stage import Stage
from app.model.working_days import BankHolidays
from app.pages.desk.wording_moves import MOVES, TELLS
from app.post.recount import recount
from app.records import tasks
from app.records.tables import letter
from tests.pages.at_the_desk import acts, again, arrived, signed_in
from tests.pages.moving import course, moves, open_dates, path_of, presses, recorded

WHOLE_ROAD = (
    (Key.STAGE_1_ANSWERED, "2026-12-03"),
    (Key.STAGE_2_ACCEPTED, "2026-12-10"),
    (Key.STATEMENT_AGREED, "2026-12-14"),
    (Key.PEOPLE_NAMED, "2026-12-15"),
    (Key.REPORTS_IN, "2027-01-11"),
    (Key.ADJUDICATED, "2027-01-18"),
    (Key.STAGE_2_MEETING, "2027-01-25"),
    (Key.PANEL_ASKED, "2027-02-01"),
    (Key.PANEL_ARRANGED, "2027-02-08"),
    (Key.PAPERS_SENT, "2027-02-15"),
    (Key.PANEL_REPORT, "2027-03-11"),
    (Key.FINAL_LETTER, "2027-03-25"),
    (Key.CLOSED, "2027-03-29"),
    (Key.PROMISE_DONE, "2027-04-06"),
)


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


@pytest.fixture
def told(app, ann):
    return recorded(app, ann, contact=SafeContact(way=Way.LETTER, where="1 Example Road"))


def at(clock, app, ann, day: str):
    """Noon of a day, and Ann signed in again."""
    clock.move_to(datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC))
    return signed_in(app, f"ann-{day}@example.org", name="Ann Example")


def offered(page) -> list[str]:
    links = [link.get("href") or "" for link in page.root.all("a")]
    return [link.rpartition("/moves/")[2] for link in links if "/moves/" in link]


def test_it_offers_what_the_procedure_has_from_here_and_says_what_the_child_is_told(ann, told):
    page = ann.get_page(path_of(told))
    assert set(offered(page)) == {
        "stage-1-answered", "extended", "stage-2-accepted", "assigned", "adr-offered", "paused", "outside", "withdrawn",
    }  # fmt: skip
    for key in offered(page):
        assert str(TELLS[Key(key)]) in page.text
        assert str(TELLS[Key(key)]) in ann.get_page(path_of(told, key)).text


def test_a_complaint_is_walked_from_stage_1_to_its_promises(app, ann, told, clock):
    officer = at(clock, app, ann, "2027-04-06")
    for key, on in WHOLE_ROAD:
        page = moves(officer, told, key, on)
        assert f"It is kept: {MOVES[key]}." in page.text
    walked = course(app, told)
    assert [move.key for move in walked.made] == [Key.RECORDED, *(key for key, _on in WHOLE_ROAD)]
    assert walked.stage is Stage.RESOLVED
    assert [point.outcome for point in walked.made[1].said.points] == [Outcome.UPHELD, Outcome.PARTLY]
    assert acts(app).count(("moved", told.id)) == len(WHOLE_ROAD)
    for words in (
        "Upheld: Nobody came at Easter", "Independent Person: Ivy Fair", "Chair of the panel: Cora Chair",
        "It counts from Thursday 3 December 2026", "A visit each week", "Kept",
    ):  # fmt: skip
        assert words in page.text


def test_the_clock_says_when_it_is_due_how_many_days_are_left_and_how_they_were_counted(app, ann, told):
    page = ann.get_page(path_of(told))
    for words in (
        "Answer of stage 1 Friday 4 December",
        "On time: 10 working days left",
        "How we counted",
        "Received on Sunday 22 November.",
        "Sat 28 Nov – Sun 29 Nov: weekend",
    ):
        assert words in page.text.replace("\u2009", " ")


def test_the_map_shows_where_it_stands(app, ann, told):
    moves(ann, told, Key.STAGE_1_ANSWERED, "2026-11-22")
    page = ann.get_page(path_of(told))
    here = [item.text for item in page.root.all("li") if item.get("aria-current") == "step"]
    assert here == ["You get our answer Here"]


def test_a_person_is_set_to_tell_them_that_there_is_news(app, ann, told, house):
    moves(ann, told, Key.STAGE_1_ANSWERED, "2026-11-22")
    moves(ann, told, Key.STAGE_2_ACCEPTED, "2026-11-22")
    with house.records.reading() as db:
        assert [task.what for task in tasks.of(db, told.id)] == ["tell-reference", "tell-news"]
    assert "Write a letter with what is new" in ann.get_page("/desk/").text


def test_what_is_not_offered_cannot_be_opened(ann, told):
    page = ann.get_page(path_of(told, "panel-asked"))
    assert "That cannot be done from where it stands now." in page.text
    assert ann.get(path_of(told, "nonsense")).status_code == 404


def test_before_it_is_recorded_it_may_be_sorted_early_or_recorded(app, ann):
    told = arrived(app)
    assert set(offered(ann.get_page(path_of(told)))) == {"sorted-early", "assigned"}
    assert ann.get(path_of(told, "recorded")).location.endswith("/record")
    moves(ann, told, Key.SORTED_EARLY, "2026-11-22")
    assert again(app, told).stage is Stage.RESOLVED
    assert open_dates(app, told) == {}


def test_a_comment_has_no_stages_and_is_closed_when_it_is_seen_to(app, ann):
    told = arrived(app, kind=Kind.COMMENT, answer_due_on=None)
    ann.send(f"{path_of(told)}/record", {"contact": "team"})
    assert set(offered(ann.get_page(path_of(told)))) == {"assigned", "closed", "withdrawn"}
    moves(ann, told, Key.CLOSED, "2026-11-22", promise_1="", who_1="", by_1="", none="y")
    assert again(app, told).stage is Stage.RESOLVED


def test_a_child_who_says_it_aloud_can_stop_it(app, ann, told):
    page = moves(ann, told, Key.WITHDRAWN, "2026-11-22", 422, spoke="")
    assert "Speak with the young person first" in page.text
    moves(ann, told, Key.WITHDRAWN, "2026-11-22")
    assert again(app, told).stage is Stage.WITHDRAWN
    assert ("stopped", told.id) in acts(app)
    assert "Write a letter that it has stopped" in ann.get_page("/desk/").text
    assert open_dates(app, told) == {}


def test_it_is_given_to_an_officer_who_stands_in_the_timeline(app, ann, told):
    page = ann.get_page(path_of(told, "assigned"))
    [ann_is] = [option.get("value") for option in page.root.all("option") if option.text == "Ann Example"]
    page = presses(ann, page, told, Key.ASSIGNED, "2026-11-22", officer=ann_is)
    assert "To: Ann Example" in page.text
    assert page.text.count("Write a letter with what is new") == 0


def test_it_waits_for_a_court_and_goes_on_with_the_days_it_waited_not_counted(app, ann, told, clock):
    moves(ann, told, Key.PAUSED, "2026-11-22")
    page = ann.get_page(path_of(told))
    assert "The days stand still" in page.text
    assert set(offered(page)) == {"assigned", "resumed", "outside", "withdrawn"}
    officer = at(clock, app, ann, "2026-11-30")
    moves(officer, told, Key.RESUMED, "2026-11-30")
    assert open_dates(app, told) == {"stage-1": "2026-12-14"}
    assert "At first it was Friday 4 December" in officer.get_page(path_of(told)).text


def test_what_this_procedure_is_not_for_goes_elsewhere_and_may_come_back(app, ann, told):
    moves(ann, told, Key.OUTSIDE, "2026-11-22")
    page = ann.get_page(path_of(told))
    assert "It goes to: Your school’s own complaints" in page.text
    assert offered(page) == ["resumed"]
    moves(ann, told, Key.RESUMED, "2026-11-22")
    assert again(app, told).stage is Stage.LOCAL_RESOLUTION


def test_officers_are_told_which_days_a_new_bank_holiday_moved(app, ann, told, house):
    now = datetime(2026, 11, 22, 10, tzinfo=UTC)
    listed = bank_holidays(now.date())
    recount(house.records, house.library.councils, listed, now)
    grown = BankHolidays(dict(listed.names) | {date(2026, 11, 30): "a new one"}, listed.listed_until)
    recount(house.records, house.library.councils, grown, now)

    page = ann.get_page("/desk/")
    assert "A bank holiday was added or moved, and the days of 1 record were counted again." in page.text
    page = ann.get_page(path_of(told))
    assert "Answer of stage 1: Friday 4 December before, Monday 7 December now" in page.text
    assert "At first it was Friday 4 December" in page.text


def test_the_letters_that_went_stand_in_the_timeline(app, ann, house, clock):
    told = recorded(app, ann, contact=SafeContact(way=Way.EMAIL, where="robin@example.org", may_say_more=True))
    page = ann.get_page(path_of(told))
    assert "A letter went" not in page.text
    with house.records.writing() as db:
        db.execute(update(letter).values(sent_at=clock()))
    page = ann.get_page(path_of(told))
    assert "A letter went" in page.text and "To the young person: the reference number" in page.text
