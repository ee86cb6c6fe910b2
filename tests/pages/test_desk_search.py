"""Searching at the desk: by a reference number or a name, as a POST, through marks that give no name away."""

import pytest

from app.model.representation import OnBehalfOf, Telling
from app.records import representations
from tests.pages.at_the_desk import acts, arrived, signed_in
from tests.records.shelf import everything_in


@pytest.fixture
def environ(any_database_url, instance) -> dict[str, str]:
    if any_database_url.startswith("sqlite"):
        return {"INSTANCE": str(instance)}
    return {"INSTANCE": str(instance), "DATABASE_URL": any_database_url}


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org")


def found(ann, sought: str, **more):
    return ann.send("/desk/search", {"sought": sought} | more, page="/desk/")


def test_a_name_is_found_by_its_whole_words_however_they_are_written(app, ann):
    told = arrived(app, name="Zoë O’Planted-Hill")
    arrived(app, name="Zora Hill")
    for sought in ("Zoë", "zoe", "ZOE O'Planted-Hill", "  hill   zoe ", "Zoe\u0301", "oplanted"):
        page = found(ann, sought)
        assert "1 was found" in page.text and told.id in page.html, sought


def test_the_child_somebody_tells_us_for_is_found_too(app, ann):
    told = arrived(app, telling=Telling.FAMILY, name="Aunt", on_behalf_of=OnBehalfOf(name="Zofia, Marek"))
    assert told.id in found(ann, "marek").html
    assert told.id in found(ann, "Aunt Zofia").html


def test_what_is_no_name_finds_nothing_and_breaks_nothing(app, ann):
    arrived(app)
    for sought in ("Robin%", "%", "_", "Rob", "' OR 1=1 --", "\x00", "", "   ", "<b>", "x" * 200):
        assert "Nothing was found" in found(ann, sought).text, sought


def test_what_is_too_long_is_said_kindly(ann):
    page = ann.send("/desk/search", {"sought": "x" * 201}, status=422, page="/desk/")
    assert "Write at most 200 letters" in page.text


def test_a_reference_number_is_found_however_it_is_typed(app, ann, house):
    told = arrived(app)
    with house.records.writing() as db:
        reference = representations.issue(db, told, "SEF", told.received_at, lambda letters: letters[0], "", "")
    for typed in (reference, reference.lower().replace("-", " "), reference.removeprefix("SEF-")):
        page = found(ann, typed)
        assert told.id in page.html and reference in page.text


def test_fifty_are_on_a_page(app, ann):
    for _ in range(51):
        arrived(app)
    page = found(ann, "robin")
    assert "51 were found" in page.text and page.html.count("/desk/representations/") == 50
    assert found(ann, "robin", page="2").html.count("/desk/representations/") == 1


def test_no_name_is_in_an_address_the_database_or_the_trail(app, ann, house):
    arrived(app, name="Plantedname Marked")
    page = found(ann, "Plantedname")
    assert page.path == "/desk/search" and "Plantedname" not in everything_in(house.records)
    assert "plantedname" not in everything_in(house.records)
    assert ("searched", "") in acts(app)
    assert ann.get("/desk/search?sought=Plantedname").status_code != 200


def test_another_councils_are_not_found(app, ann):
    arrived(app, council="liverpool", name="Robin Planted")
    assert "Nothing was found" in found(ann, "Robin Planted").text


def test_without_a_good_token_nothing_is_looked_for(app, ann):
    arrived(app)
    answer = ann.post("/desk/search", {"sought": "Robin"})
    assert answer.status_code == 400 and "press again" in answer.text.lower()
