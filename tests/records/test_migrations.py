"""The migrations make the very tables that tables.py describes, on either database."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError

from app import create_app, opening
from app.model.event import What
from app.model.representation import Kind
from app.records import events, keys, representations, trail
from app.records.tables import metadata
from tests.records.shelf import SUNDAY, amina, days

OLD = {
    "id": "r", "council": "sefton", "kind": "complaint", "language": "en", "telling": "child", "came_by": "site",
    "received_at": "2026-11-22T10:00:00.000000Z", "received_on": "2026-11-22", "reference_due_on": "2026-11-25",
    "stage": "received", "wants_advocate": False, "way": "code", "may_say_more": False, "words": b"w", "wish": b"w",
    "name": b"w", "on_behalf_of": b"w", '"where"': b"w",
}  # fmt: skip
OLD_NAMES = [name.strip('"') for name in OLD]


@pytest.fixture
def unmade(any_database_url, instance, ready_made):
    """The site on an empty database, with its commands at hand."""
    settings = {"INSTANCE": str(instance), "DATABASE_URL": any_database_url}
    app = create_app(settings, keeper=ready_made.extensions["house"].keeper)
    house = app.extensions["house"]
    opening.make_database(house.settings)
    with app.app_context():
        yield house.records
    house.records.engine.dispose()


@pytest.fixture
def migrated(unmade):
    upgrade()
    return unmade


def tables_in(records) -> set[str]:
    return set(inspect(records.engine).get_table_names()) - {"alembic_version"}


def test_what_they_make_is_what_is_described(migrated):
    with migrated.engine.connect() as connection:
        defaults = connection.dialect.name == "postgresql"  # Alembic takes SQLite's own quotes for a difference
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": defaults}
        )
        assert compare_metadata(context, metadata) == []
    assert tables_in(migrated) == set(metadata.tables)


def test_every_check_is_there_by_its_name(migrated):
    found = {
        check["name"] for table in metadata.tables for check in inspect(migrated.engine).get_check_constraints(table)
    }
    described = {
        constraint.name
        for table in metadata.tables.values()
        for constraint in table.constraints
        if type(constraint).__name__ == "CheckConstraint"
    }
    assert described
    assert found >= described


def test_each_check_says_what_is_described_and_stands_once(migrated):
    found = [check for table in metadata.tables for check in inspect(migrated.engine).get_check_constraints(table)]
    assert len({check["name"] for check in found}) == len(found)
    [kinds] = [check["sqltext"] for check in found if check["name"] == "ck_representation_kind"]
    assert all(kind in kinds for kind in Kind)


def test_what_was_told_before_a_table_was_made_anew_is_there_after_it(unmade):
    """SQLite copies the rows of a table whose check has changed: with them goes all that points to them."""
    upgrade(revision="0004")
    columns = ", ".join(OLD)
    with unmade.writing() as db:
        db.execute(
            text(f"INSERT INTO representation ({columns}) VALUES ({', '.join(f':{one}' for one in OLD_NAMES)})"),
            dict(zip(OLD_NAMES, OLD.values(), strict=True)),
        )
        db.execute(text("INSERT INTO event (id, representation_id, what, at) VALUES ('e', 'r', 'received', 'now')"))
    upgrade()
    with unmade.reading() as db:
        [row] = db.execute(select(metadata.tables["representation"])).all()
        assert (row.id, row.words, row.urgent, row.for_manager_only, row.more) == ("r", b"w", False, False, None)
        assert db.execute(text("SELECT count(*) FROM event")).scalar_one() == 1
    with pytest.raises(IntegrityError), unmade.writing() as db:
        db.execute(text("DELETE FROM representation"))


def test_what_was_added_and_only_opened_before_wants_an_answer_now(unmade):
    upgrade(revision="0010")
    with unmade.writing() as db:
        keys.make_hash_key(db)
        representations.receive(db, told := amina())
        events.add(db, told.id, What.MESSAGE, SUNDAY)
        trail.add(db, SUNDAY + days(1), "sefton", "a" * 32, trail.Act.READ, told.id)
        db.execute(text("UPDATE representation SET unheard_since = NULL"))
    upgrade()
    with unmade.reading() as db:
        assert db.execute(select(metadata.tables["representation"].c.unheard_since)).scalar_one() == SUNDAY


def test_the_checks_are_kept(migrated):
    row = "'1', 'a@example.org', 'sefton', 'king', 'x', true, 'u', '2026-11-22T10:00:00.000000Z'"
    columns = "id, email, council, role, password, active, fs_uniquifier, added_at"
    with pytest.raises(IntegrityError, match="ck_officer_role"), migrated.writing() as db:
        db.execute(text(f"INSERT INTO officer ({columns}) VALUES ({row})"))


def test_they_can_be_taken_back_and_made_again(migrated):
    downgrade(revision="base")
    assert tables_in(migrated) == set()
    upgrade()
    assert tables_in(migrated) == set(metadata.tables)


def test_running_them_again_changes_nothing_and_loses_nothing(migrated):
    with migrated.writing() as db:
        db.execute(text("INSERT INTO vault_key (name, key) VALUES ('hash', '0')"))
    upgrade()
    with migrated.reading() as db:
        assert db.execute(text("SELECT count(*) FROM vault_key")).scalar_one() == 1
