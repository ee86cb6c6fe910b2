"""Figures at the desk: a chart that is a table, for any time, small numbers hidden, and no word of what was told."""

import csv
import io

import pytest

from app.model.age import AgeGroup
from app.model.figures import Measure
from app.model.representation import Kind, Telling
from app.model.topic import Topic
from app.records import officers, readers, representations
from app.records.officers import Role
from app.records.readers import KeptFrom
from tests.pages.at_the_desk import acts, arrived, signed_in

PAGE, FILE = "/desk/figures", "/desk/figures/file"


@pytest.fixture
def mo(app):
    return signed_in(app, "mo@example.org", role=Role.MANAGER, name="Mo Manager")


@pytest.fixture
def twelve(app):
    """Complaints: seven about a worker, five about a plan. And two compliments."""
    for number in range(12):
        arrived(app, topic=Topic.WORKER if number < 7 else Topic.PLAN)
    for _number in range(2):
        arrived(app, kind=Kind.COMPLIMENT, answer_due_on=None)


def table_of(page, measure: Measure) -> dict[str, str]:
    """What the table of this measure says, row by row."""
    [table] = [one for one in page.root.all("table") if one.get("aria-labelledby") == f"figure-{measure}"]
    rows = [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")]
    return dict(rows[1:])


def in_file(client, address: str = FILE) -> list[dict]:
    answer = client.get(address)
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_each_chart_is_a_table_with_the_same_numbers(mo, twelve):
    page = mo.get_page(PAGE)
    topics = table_of(page, Measure.TOPIC)
    assert (topics["A social worker"], topics["A plan or a meeting"], topics["Police"], topics["Together"]) == (
        "7", "5", "0", "12",
    )  # fmt: skip
    [drawing] = [svg for svg in page.root.all("svg") if svg.get("aria-labelledby") == "chart-topic said-topic"]
    assert next(drawing.all("desc")).text == "A social worker: 7; A plan or a meeting: 5"
    lengths = [int(bar.get("width")) for bar in drawing.all("rect")]
    assert lengths == [250, 179], "as long as they are many"
    assert not list(page.root.all("img")) and "style=" not in page.html.split("<main")[1]


def test_ages_are_counted_as_officers_said_them(app, mo, twelve):
    with app.extensions["house"].records.writing() as db:
        complaints = [told for told in representations.of_council(db, "sefton") if told.kind is Kind.COMPLAINT]
        for told in complaints[:5]:
            representations.say_age(db, told.id, AgeGroup.FROM_13)
    ages = table_of(mo.get_page(PAGE), Measure.AGE)
    assert (ages["13 to 15"], ages["Under 10"], ages["Not said"], ages["Together"]) == ("5", "0", "7", "12")
    assert ("How old the children were", "13 to 15", "5") in [tuple(row.values()) for row in in_file(mo)]
    assert "13 to 15: 5" in mo.get_page("/desk/figures/report").text


def test_small_numbers_are_hidden_and_so_is_what_would_give_them_away(app, mo, twelve):
    page = mo.get_page(PAGE)
    kinds = table_of(page, Measure.KIND)
    assert (kinds["Complaint"], kinds["Compliment"], kinds["Comment"]) == ("12", "fewer than 5", "0")
    assert "Together" not in kinds, "the two compliments could be worked out"
    arrived(app, telling=Telling.ADVOCATE)
    tellers = table_of(mo.get_page(PAGE), Measure.TELLING)
    assert tellers == {
        "A child or young person": "hidden", "A parent, carer or family": "0", "An advocate": "hidden",
        "Somebody else": "0", "Together": "13",
    }  # fmt: skip


def test_the_time_stands_in_the_address(mo, twelve):
    assert "1 April 2026 – 31 March 2027, so far" in mo.get_page(PAGE).text
    page = mo.get_page(f"{PAGE}?since=2026-11-22&until=2026-11-22")
    assert table_of(page, Measure.KIND)["Complaint"] == "12" and page.field("since").get("value") == "2026-11-22"
    before = mo.get_page(page.link("The year before"))
    assert "1 April 2025 – 31 March 2026" in before.text and "so far" not in before.text
    assert before.text.count("None in this time.") == len(Measure)


@pytest.mark.parametrize("asked", ["since=2026-11-22", "since=x&until=y", "since=2026-11-22&until=2026-11-21"])
def test_what_is_no_time_gives_this_financial_year_and_says_so(mo, asked):
    page = mo.get_page(f"{PAGE}?{asked}")
    assert "Those are not two days" in page.text and "1 April 2026 – 31 March 2027" in page.text


def test_without_anything_every_figure_says_that_there_is_none(mo):
    page = mo.get_page(PAGE)
    assert page.text.count("None in this time.") == len(Measure) and not list(page.root.all("table"))


def test_no_word_of_a_child_is_on_it_nor_in_the_file(mo, twelve):
    for text in (mo.get_page(PAGE).html, mo.get(FILE).text):
        assert "Robin" not in text and "Nobody came" not in text and "/desk/representations/" not in text


def test_the_file_is_tidy_one_number_a_row(mo, twelve):
    rows = in_file(mo, f"{FILE}?since=2026-11-01&until=2026-11-30")
    assert rows[0] == {"measure": "Time", "group": "From", "value": "2026-11-01"}
    values = {(row["measure"], row["group"]): row["value"] for row in rows}
    assert values["What came", "Compliment"] == "fewer than 5"
    assert values["What the complaints were about", "A social worker"] == "7"
    assert values["What the complaints were about", "Together"] == "12"
    assert acts(mo.app)[-1] == ("figures-taken", "")
    assert "Opened the report, or took the figures out" in mo.get_page("/desk/trail").text


def test_no_cell_of_the_file_is_a_formula(app, mo):
    """Only a language's tag is not ours: it comes out of the record."""
    for _number in range(5):
        arrived(app, language="=1+1")
    assert "'=1+1" in [row["group"] for row in in_file(mo)]


def test_what_is_kept_from_an_officer_is_in_the_managers_figures_alone(app, house, mo, twelve):
    ann = signed_in(app, "ann@example.org", name="Ann Example")
    told = arrived(app, topic=Topic.WORKER)
    with house.records.writing() as db:
        kept = KeptFrom(frozenset({officers.find(db, "ann@example.org").id}), frozenset())
        readers.choose(db, told.id, kept, officers.find(db, "mo@example.org"), told.received_at)
    page = ann.get_page(PAGE)
    assert table_of(page, Measure.TOPIC)["Together"] == "12" and "What is kept from you is not counted" in page.text
    assert table_of(mo.get_page(PAGE), Measure.TOPIC)["Together"] == "13"
    assert ann.get(FILE).status_code == 403


def test_the_auditor_sees_figures_and_no_council_sees_anothers(app, twelve):
    auditor = signed_in(app, "auditor@example.org", role=Role.AUDITOR)
    assert table_of(auditor.get_page(PAGE), Measure.KIND)["Complaint"] == "12"
    assert "Figures" in auditor.get_page("/desk/", status=403).text
    other = signed_in(app, "other@example.org", role=Role.AUDITOR, council="liverpool")
    assert other.get_page(PAGE).text.count("None in this time.") == len(Measure)
    assert "12" not in [row["value"] for row in in_file(other)]
