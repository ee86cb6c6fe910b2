"""The map and its steps, as a child meets them without JavaScript."""

from datetime import UTC, datetime

import pytest

from app.councils.map_shape import MUST_BE_THERE
from tests.councils.editor import Editor
from tests.pages.places import LIBRARY

MAP, STEPS = "/sefton/en/", "/sefton/en/steps/"
BOOK = LIBRARY.find_book("sefton", "en")


def test_told_today_the_answer_comes_by_friday_4_december(reader):
    assert "If you tell us today, you get your answer by Friday 4 December." in reader.get_page(MAP).text


@pytest.mark.parametrize(
    ("instant", "answer"),
    [
        pytest.param(datetime(2026, 11, 22, 23, 59, tzinfo=UTC), "Friday 4 December", id="a minute before midnight"),
        pytest.param(datetime(2026, 11, 23, 0, 0, tzinfo=UTC), "Monday 7 December", id="midnight in winter"),
        pytest.param(datetime(2026, 7, 5, 22, 59, tzinfo=UTC), "Friday 17 July", id="23:59 on a summer Sunday"),
        pytest.param(datetime(2026, 7, 5, 23, 30, tzinfo=UTC), "Monday 20 July", id="00:30 on a summer Monday"),
        pytest.param(datetime(2026, 12, 23, 12, 0, tzinfo=UTC), "Monday 11 January", id="over Christmas"),
        pytest.param(datetime(2036, 2, 29, 12, 0, tzinfo=UTC), "Friday 14 March", id="ten years on"),
    ],
)
def test_the_day_is_counted_from_today_in_london(client, clock, instant, answer):
    clock.move_to(instant)
    assert f"by {answer}." in client.get_page(MAP).text


def test_a_page_that_was_kept_is_made_anew_the_next_day(client, clock):
    before = client.get_page(MAP).text
    clock.move_on(hours=13, minutes=59)
    assert client.get_page(MAP).text == before
    clock.move_on(minutes=1)
    assert "by Monday 7 December." in client.get_page(MAP).text


def test_every_step_has_its_i_that_leads_to_its_own_page(reader):
    page = reader.get_page(MAP)
    by_name = {link.name_given: link.get("href") for link in page.root.all("a") if link.get("class") == "info-link"}

    assert by_name == {f"More about {step.title}": f"{STEPS}{step.id}" for step in BOOK.stage_map.steps}
    assert {href.rpartition("/")[2] for href in by_name.values()} >= MUST_BE_THERE


def test_whose_time_it_is_stands_on_the_map(reader):
    text = reader.get_page(MAP).text
    for words in ("We have 3 working days", "You have 20 working days", "The panel has 5 working days"):
        assert words in text


def test_each_stage_ends_in_what_you_can_do(reader):
    text = reader.get_page(MAP).text
    for land in BOOK.stage_map.lands:
        if land.fork:
            assert land.fork.happy_title in text
            assert land.fork.unhappy in text


@pytest.mark.parametrize("step", [step.id for step in BOOK.stage_map.steps])
def test_a_step_says_the_same_on_its_own_page_and_in_the_pop_up(reader, step):
    own, among = reader.get_page(f"{STEPS}{step}"), reader.get_page(STEPS)
    words = next(element for element in own.root.all("div") if element.get("class") == "about__words").text
    article = next(element for element in among.root.all("article") if element.get("data-step") == step)

    assert own.heading == BOOK.stage_map.find_step(step).title
    assert len(words) > 40
    assert words in article.text


@pytest.mark.parametrize("step", [step.id for step in BOOK.stage_map.steps if step.adults])
def test_what_is_for_adults_is_on_a_steps_own_page_and_among_others_a_link_leads_to_it(reader, step):
    folded = next(
        part for part in reader.get_page(f"{STEPS}{step}").root.all("details") if part.get("class") == "adults"
    )
    assert len(folded.text) > 80
    article = next(one for one in reader.get_page(STEPS).root.all("article") if one.get("data-step") == step)
    assert f"{STEPS}{step}#adults" in [link.get("href") for link in article.all("a")]
    assert next(article.all("details")).get("data-from") == f"{STEPS}{step}"


def test_from_a_step_one_walks_on_and_back(reader):
    path = [step.id for step in BOOK.stage_map.steps if step.land != "beside"]
    page, walked = reader.get_page(f"{STEPS}{path[0]}"), [path[0]]
    while forward := [link.get("href") for link in page.root.all("a") if link.get("rel") == "next"]:
        page = reader.get_page(forward[0])
        walked.append(page.path.rpartition("/")[2])
    assert walked == path
    assert [link.get("href") for link in page.root.all("a") if link.get("rel") == "prev"] == [f"{STEPS}{path[-2]}"]


def test_a_quicker_promise_is_on_the_page_and_in_the_date(environ, tmp_path, request):
    editor = Editor.with_a_copy(tmp_path)
    editor.changes("sefton/council.yaml", "  reference: {", "  stage-1: {working_days: 8}\n  reference: {")
    environ["CONTENT"] = str(editor.root)
    text = request.getfixturevalue("client").get_page(MAP).text

    assert "We have 8 working days" in text
    assert "you get your answer by Wednesday 2 December." in text


@pytest.mark.parametrize("step", ["stage-9", "RECORDED", "recorded.md", "recorded/", "-", "a" * 3000, "%F0%9F%98%80"])
def test_a_step_that_is_not_there_is_a_kind_404(reader, step):
    page = reader.get_page(f"{STEPS}{step}", status=404)
    assert page.heading == "We cannot find that page"
    assert page.link("Go to the map") == MAP
