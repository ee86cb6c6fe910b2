"""Fetching what was added: only by officers of the council, as a download under our name, and in the trail."""

from dataclasses import replace

import pytest

from app.model.file_kind import Checked, FileKind
from app.records.officers import Role
from app.records.tables import file as table
from tests.pages.at_the_desk import A_PHOTO, acts, add_file, arrived, signed_in

NAME = '‮gpj."<b>mum & me</b>\r\nX-Evil: 1\x00.jpg'


@pytest.fixture
def told(app):
    return arrived(app)


def address(told, id: str) -> str:
    return f"/desk/representations/{told.id}/files/{id}"


@pytest.fixture
def officer(app):
    return signed_in(app, "officer@sefton.example.org")


def test_it_comes_as_a_download_under_a_name_of_ours(app, told, officer):
    answer = officer.get(address(told, add_file(app, told)))
    assert answer.status_code == 200 and answer.data == A_PHOTO
    assert answer.headers["Content-Disposition"] == 'attachment; filename="photo-1.jpg"'
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("kind", FileKind)
def test_no_kind_of_file_is_shown_as_a_page(app, told, officer, kind):
    answer = officer.get(address(told, add_file(app, told, kind=kind)))
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert "html" not in answer.content_type and "svg" not in answer.content_type


def test_each_fetching_is_in_the_trail(app, told, officer):
    officer.get(address(told, add_file(app, told)))
    assert acts(app)[-1] == ("fetched-file", told.id)


def test_what_they_called_it_is_shown_on_the_desk_as_it_is_and_does_nothing(app, told, officer):
    add_file(app, told)
    page = officer.get_page(f"/desk/representations/{told.id}")
    assert "<b>mum & me</b>" in page.text and "<b>mum" not in page.html
    [name] = [one for one in page.root.all("span") if "mum" in one.text]
    assert name.get("dir") == "auto"


def test_without_a_scanner_the_desk_says_that_nobody_has_looked(app, told, officer):
    add_file(app, told)
    assert "Not checked for viruses" in officer.get_page(f"/desk/representations/{told.id}").text


@pytest.mark.parametrize(
    ("checked", "status", "words"),
    [
        (Checked.WAITING, 303, "Being checked for viruses"),
        (Checked.CLEAN, 200, "Checked: no virus found"),
        (Checked.INFECTED, 303, "A virus was found"),
    ],
)
def test_with_a_scanner_only_what_it_found_clean_can_be_fetched(app, told, officer, checked, status, words):
    app.extensions["house"] = replace(
        app.extensions["house"], settings=replace(app.extensions["house"].settings, clamd_url="tcp://127.0.0.1:3310")
    )
    id = add_file(app, told, checked=checked)
    before = acts(app)
    assert officer.get(address(told, id)).status_code == status
    assert (("fetched-file", told.id) in acts(app)[len(before) :]) is (status == 200)
    page = officer.get_page(f"/desk/representations/{told.id}")
    assert words in page.text
    assert (address(told, id) in page.html) is (status == 200)


def test_what_is_infected_cannot_be_fetched_when_the_scanner_is_taken_away_either(app, told, officer):
    assert officer.get(address(told, add_file(app, told, checked=Checked.INFECTED))).status_code == 303


@pytest.mark.parametrize("id", ["0" * 32, "..%2f..%2frecords.db", "x"])
def test_what_is_not_there_is_not_found(app, told, officer, id):
    assert officer.get(address(told, id)).status_code == 404


def test_a_file_of_another_representation_is_not_found_at_this_one(app, told, officer):
    assert officer.get(address(told, add_file(app, arrived(app)))).status_code == 404


def test_another_council_does_not_find_it(app, told):
    other = signed_in(app, "officer@liverpool.example.org", council="liverpool")
    assert other.get(address(told, add_file(app, told))).status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.EDITOR])
def test_those_who_read_nothing_fetch_nothing(app, told, role):
    assert signed_in(app, "x@sefton.example.org", role=role).get(address(told, add_file(app, told))).status_code == 403


def test_a_stranger_is_sent_to_the_door(app, told, client):
    answer = client.get(address(told, add_file(app, told)))
    assert answer.status_code == 303 and "/desk/sign-in" in answer.location


def test_a_file_that_is_missing_is_said_to_be(app, told, officer):
    id = add_file(app, told)
    app.extensions["house"].records.files.remove(id)
    page = officer.get_page(address(told, id))
    assert "That file is missing" in page.text
    assert ("fetched-file", told.id) not in acts(app)


def test_every_row_of_the_table_belongs_to_somebody(app, told):
    add_file(app, told)
    with app.extensions["house"].records.reading() as db:
        [row] = db.execute(table.select())
    assert (row.draft_id, row.representation_id) == (None, told.id)
