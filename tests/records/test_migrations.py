"""The migrations make the very tables that tables.py describes, on either database."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from app import create_app, opening
from app.records.tables import metadata


@pytest.fixture
def migrated(any_database_url, instance):
    app = create_app({"INSTANCE": str(instance), "DATABASE_URL": any_database_url})
    house = app.extensions["house"]
    opening.make_database(house.settings)
    with app.app_context():
        upgrade()
        yield house.records
    house.records.engine.dispose()


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
