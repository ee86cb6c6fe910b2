"""Officers as they are kept, and the commands that add and disable them."""

import stat

import pytest
from sqlalchemy import select

from app.officers_commands import EXAMPLE_EMAIL, add_example_officer
from app.officers_commands import officers as group
from app.records import desk_sessions, officers, passkeys, second_steps, trail
from app.records.officers import OfficerKnown, Role
from app.records.tables import trail as trail_table


@pytest.fixture
def command(app):
    runner = app.test_cli_runner()
    return lambda *words: runner.invoke(group, words)


def everybody(house):
    with house.records.reading() as db:
        return officers.everybody(db)


def test_adds_an_officer_with_a_password_shown_once(command, house):
    answer = command("add", "Ann@Example.org", "--council", "sefton", "--role", "manager", "--name", "Ann Example")
    assert answer.exit_code == 0, answer.output
    password = answer.output.split("shown only now: ")[1].strip()
    assert len(password) == 24

    [ann] = everybody(house)
    assert (ann.email, ann.council, ann.role, ann.name, ann.active) == (
        "ann@example.org",
        "sefton",
        Role.MANAGER,
        "Ann Example",
        True,
    )
    assert ann.password.startswith("$argon2id$")
    assert password not in ann.password
    assert "$argon2" not in repr(ann)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["ann@example.org", "--council", "nowhere", "--role", "officer"], "no council called nowhere"),
        (["ann@example.org", "--council", "sefton", "--role", "king"], "no role called king"),
        (["ann at example", "--council", "sefton", "--role", "officer"], "not an email address"),
    ],
)
def test_says_what_is_wrong(command, house, words, says):
    answer = command("add", *words)
    assert answer.exit_code == 1
    assert says in answer.output
    assert everybody(house) == []


def test_refuses_the_same_address_twice_however_it_is_written(command, house):
    command("add", "ann@example.org", "--council", "sefton", "--role", "officer")
    answer = command("add", "ANN@example.org", "--council", "sefton", "--role", "auditor")
    assert answer.exit_code == 1
    assert "already" in answer.output
    assert [one.role for one in everybody(house)] == [Role.OFFICER]


def test_lists_and_disables(command, house):
    command("add", "ann@example.org", "--council", "sefton", "--role", "officer")
    [before] = everybody(house)
    assert "disabled" not in command("list").output

    assert command("disable", "Ann@example.org").exit_code == 0

    [after] = everybody(house)
    assert not after.active
    assert after.fs_uniquifier != before.fs_uniquifier, "sessions that are open must end"
    assert "disabled" in command("list").output
    assert command("disable", "nobody@example.org").exit_code == 1


def test_adding_and_disabling_is_in_the_trail(command, house):
    command("add", "ann@example.org", "--council", "sefton", "--role", "officer")
    command("disable", "ann@example.org")
    with house.records.reading() as db:
        acts = db.execute(select(trail_table.c.act).order_by(trail_table.c.number)).scalars().all()
        assert trail.verify(db) is None
    assert acts == ["officer-added", "officer-disabled"]


def test_two_that_are_added_at_once_are_one_error_and_no_fault(house):
    with house.records.writing() as db:
        officers.add(db, "ann@example.org", "sefton", Role.OFFICER, "x", house.clock())
        with pytest.raises(OfficerKnown):
            officers.add(db, " Ann@Example.org", "sefton", Role.OFFICER, "x", house.clock())


def test_the_example_officer_has_one_password_kept_for_its_owner_only(app, house):
    with app.app_context():
        first = add_example_officer(house.records, house.settings.instance, "sefton", house.clock())
        again = add_example_officer(house.records, house.settings.instance, "sefton", house.clock())
    assert first == again
    assert first[0] == EXAMPLE_EMAIL
    file = house.settings.instance / "example-officer"
    assert file.read_text("utf-8").strip() == first[1]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(everybody(house)) == 1


def test_whoever_lost_phone_and_codes_begins_again_with_the_password(command, house):
    command("add", "ann@example.org", "--council", "sefton", "--role", "officer")
    [ann] = everybody(house)
    with house.records.writing() as db:
        second_steps.keep(db, ann.id, "JBSWY3DPEHPK3PXP", 0, house.clock())
        second_steps.keep_codes(db, ann.id, ["2222-3333-4444"])
        passkeys.add(db, ann.id, "a key", b"a key", 0, "Laptop", house.clock())
        token = desk_sessions.begin(db, ann.id, desk_sessions.State.IN, house.clock())
    answer = command("reset-second-step", "Ann@example.org")
    assert answer.exit_code == 0 and "Be sure first" in answer.output
    with house.records.reading() as db:
        assert second_steps.find(db, ann.id) is None
        assert (second_steps.codes_left(db, ann.id), passkeys.of_officer(db, ann.id)) == (0, [])
        assert desk_sessions.find(db, token, house.clock()).ended
    assert command("reset-second-step", "nobody@example.org").exit_code == 1
