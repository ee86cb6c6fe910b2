"""The example data of a development site: the desk's story over all stages, right on whatever day it is filled."""

import os
import shutil
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from app import create_app, example
from app.examples.filling import EXAMPLES
from app.model.event import What
from app.model.move import Key
from app.model.representation import Kind, Telling
from app.model.stage import Stage
from app.records import holding, keys, listing, officers, outbox, representations, tasks, trail
from app.records.listing import Wanted
from app.records.needs import Need
from app.records.tables import deadline, event, letter, move
from app.records.tables import representation as table
from tests.app_fixtures import Clock, Compiled
from tests.page_client import PageClient
from tests.pages.production import in_production

WEDNESDAY = datetime(2026, 11, 25, 13, tzinfo=UTC)
ODD_DAYS = {
    "the first minute of a Monday": datetime(2026, 11, 23, 0, 0, 5, tzinfo=UTC),
    "Christmas Day": datetime(2026, 12, 25, 10, tzinfo=UTC),
    "a summer Saturday": datetime(2027, 7, 10, 22, 50, tzinfo=UTC),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory, ready_made, migrated_database):
    """Fills a fresh site at an instant."""
    made = []

    def fill(now: datetime, only_few: bool = False, wait: bool = False):
        instance = tmp_path_factory.mktemp("examples")
        shutil.copy(migrated_database, instance / "records.db")
        shutil.copytree(migrated_database.parent / "static", instance / "static", copy_function=os.link)
        app = create_app({"INSTANCE": str(instance)}, Clock(now), ready_made.extensions["house"].keeper)
        app.jinja_env.bytecode_cache = Compiled()
        house = app.extensions["house"]
        with house.records.writing() as db:
            keys.make_hash_key(db)
        with app.app_context():
            app.extensions["told"] = [] if wait else example.fill(house, only_few)
        made.append(house)
        return app

    yield fill
    for house in made:
        house.records.engine.dispose()


@pytest.fixture
def environ(postgres_url, instance) -> dict[str, str]:
    return {"INSTANCE": str(instance), "DATABASE_URL": postgres_url}


@pytest.fixture(scope="module")
def site(filled):
    return filled(WEDNESDAY)


@pytest.fixture(scope="module")
def told(site):
    with site.extensions["house"].records.reading() as db:
        return representations.of_council(db, "sefton")


@pytest.fixture(scope="module")
def ann(site):
    client = PageClient(site)
    password = (site.extensions["house"].settings.instance / "example-officer").read_text("utf-8").strip()
    client.send("/desk/sign-in", {"email": "officer@example.org", "password": password})
    return client


def counts(app) -> dict[Need, int]:
    house = app.extensions["house"]
    with house.records.reading() as db:
        return listing.counts(db, officers.find(db, "officer@example.org"), house.clock().date())


def test_forty_over_all_stages_in_five_languages_by_everybody(told):
    assert len(told) == 40
    assert {one.stage for one in told} == set(Stage)
    assert {"en", "pl", "ar", "uk", "vi"} == {one.language for one in told}
    assert {one.kind for one in told} == {Kind.COMPLAINT, Kind.COMMENT, Kind.COMPLIMENT, Kind.ADVOCATE}
    assert {Telling.CHILD, Telling.FAMILY, Telling.ADVOCATE} == {one.telling for one in told}
    assert sum(one.urgent for one in told) == 2


def test_every_move_was_made_and_everything_was_asked(site):
    with site.extensions["house"].records.reading() as db:
        moves = set(db.execute(select(move.c.what)).scalars())
        happened = set(db.execute(select(event.c.what)).scalars())
    assert set(Key) - moves == {Key.STATEMENT_AGREED, Key.STAGE_2_MEETING, Key.ADR_ENDED, Key.RESUMED}
    assert {What.MESSAGE, What.ASKED_NEXT_STAGE, What.ASKED_ADVOCATE, What.ASKED_TO_STOP, What.WRITTEN} <= happened


def test_the_clocks_run_some_are_late_one_is_due_today_and_one_stands_still(site):
    with site.extensions["house"].records.reading() as db:
        open_ones = db.execute(select(deadline.c.due_on, deadline.c.stopped_on).where(deadline.c.ended_on.is_(None)))
        days = [(row.due_on, row.stopped_on) for row in open_ones]
    running = Counter(
        "late" if due < WEDNESDAY.date() else "today" if due == WEDNESDAY.date() else "to come"
        for due, stopped in days
        if stopped is None
    )
    assert running["late"] >= 4 and running["today"] >= 1 and running["to come"] >= 8
    assert any(stopped for _due, stopped in days)


def test_today_says_what_needs_a_person_first(ann):
    page = ann.get_page("/desk/")
    headings = [heading.text for heading in page.root.all("h2", "h3", "caption")]
    for words in ("Urgent: may not be safe", "To record", "Answer due within a week", "Answer late"):
        assert any(words in heading for heading in headings), headings
    for words in ("they asked to stop", "Find them an advocate", "Decide on the next stage", "Read what was added"):
        assert words in page.text, words
    for words in ("Late by 3 working days", "Due today", "Bea Osei", "Tom Whitby", "SMTP 550", "Ukrainian"):
        assert words in page.text, words


def test_one_of_each_stage_opens_and_search_finds_names(ann, told):
    for one in {each.stage: each for each in told}.values():
        page = ann.get_page(f"/desk/representations/{one.id}")
        assert one.words.split("\n")[0].split("<")[0].strip() in page.text
    for name in ("Kacper", "Дарина", "سلمى", "Minh"):
        found = ann.send("/desk/search", {"sought": name}, page="/desk/")
        assert "/desk/representations/" in found.html, name


def test_the_trail_is_whole_and_letters_of_earlier_days_have_gone(site):
    house = site.extensions["house"]
    with house.records.reading() as db:
        assert trail.verify(db) is None
        assert outbox.oldest_unsent_at(db) == house.clock(), "only what is new waits for the post room"
        assert [one.last_error for one in outbox.undelivered(db, "sefton")] == ["SMTP 550"]
        assert 1 <= len(tasks.to_do(db, "sefton")) <= 6
        assert len(holding.of_council(db, "sefton")) == 2
        early = select(func.count()).where(letter.c.sent_at < letter.c.queued_at)
        assert db.execute(early).scalar_one() == 0


def test_a_second_time_adds_nothing_and_says_the_same(site):
    house = site.extensions["house"]
    with house.records.reading() as db:
        before = trail.last(db)
    with site.app_context():
        assert example.fill(house) == site.extensions["told"]
    with house.records.reading() as db:
        assert trail.last(db) == before
        assert db.execute(select(func.count()).select_from(table)).scalar_one() == 40


def test_nobody_knows_the_passwords_of_the_colleagues_and_no_detail_is_a_real_persons(site):
    with site.extensions["house"].records.reading() as db:
        assert {one.email.partition("@")[2] for one in officers.everybody(db)} == {"example.org"}
        assert all(one.phone.startswith("0151 496 0") for one in officers.everybody(db))
    for one in EXAMPLES:
        where = one.contact.where
        assert not any(sign.isdigit() for sign in where) or where.startswith("0151 496 0") or "Sample Street" in where
        assert "@" not in where or where.endswith("@example.org")


def test_all_are_written_or_none(filled):
    app = filled(WEDNESDAY, wait=True)
    house, left = app.extensions["house"], iter([WEDNESDAY] * 4)  # and then the clock breaks, among the last of them
    with app.app_context(), pytest.raises(StopIteration):
        example.fill(replace(house, clock=lambda: next(left)))
    with house.records.reading() as db:
        assert not representations.of_council(db, "sefton")
        assert [one.email for one in officers.everybody(db)] == ["officer@example.org"]
    with app.app_context():
        example.fill(house)
    with house.records.reading() as db:
        assert len(representations.of_council(db, "sefton")) == 40


@pytest.mark.parametrize("now", ODD_DAYS.values(), ids=ODD_DAYS)
def test_it_tells_its_story_on_whatever_day_it_begins(filled, now):
    app = filled(now)
    found = counts(app)
    assert found[Need.URGENT] == 2
    assert all(found[need] >= 3 for need in Need if need is not Need.URGENT), found
    with app.extensions["house"].records.reading() as db:
        assert trail.verify(db) is None
        assert db.execute(select(func.count()).where(event.c.at > now)).scalar_one() == 0, "nothing is yet to happen"


def test_a_few_are_only_those_whose_code_is_printed(filled):
    app = filled(WEDNESDAY, only_few=True)
    with app.extensions["house"].records.reading() as db:
        few = representations.of_council(db, "sefton")
        assert len(few) == 6 and {one.stage for one in few} == {Stage.RECEIVED}
        assert [one.email for one in officers.everybody(db)] == ["officer@example.org"]
        assert listing.page(db, officers.find(db, "officer@example.org"), Wanted(), WEDNESDAY.date()).found == 6


@pytest.mark.parametrize(("option", "wanted"), [(["--few-examples"], 6), (None, 0)], ids=["few", "production"])
def test_the_command_writes_a_few_when_asked_and_in_production_none(
    option, wanted, instance, migrated_database, tmp_path
):
    shutil.copy(migrated_database, instance / "records.db")
    settings = {"INSTANCE": str(instance)} if option else in_production(instance, tmp_path / "content")
    app = create_app(settings)
    house = app.extensions["house"]
    done = app.test_cli_runner().invoke(args=["prepare", *(option or [])])
    assert done.exit_code == 0, done.output
    with house.records.reading() as db:
        assert db.execute(select(func.count()).select_from(table)).scalar_one() == wanted
        assert len(officers.everybody(db)) == min(wanted, 1)
    house.records.engine.dispose()


def test_on_postgresql_too(app, house):
    with app.app_context():
        example.fill(house)
    with house.records.reading() as db:
        assert {one.stage for one in representations.of_council(db, "sefton")} == set(Stage)
        assert trail.verify(db) is None
