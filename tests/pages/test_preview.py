"""Every component in every state: /preview, and the component tests, render the same examples."""

from pathlib import Path

import pytest

from app.pages import preview
from app.pages.preview_examples import all_examples

TEMPLATES = Path(__file__).parents[2] / "app/templates/components"


@pytest.fixture
def components(reader) -> dict[str, str]:
    """The address of each component's page."""
    page = reader.get_page("/preview")
    links = {link.text: link.get("href").partition("?")[0] for link in page.root.all("a")}
    found = {name: path for name, path in links.items() if path.startswith("/preview/")}
    assert len(found) > 15
    return found


def test_every_component_is_there(components):
    shown = {name.partition("--")[0] for name in components}
    files = {path.stem for path in TEMPLATES.glob("*.html")}
    assert shown == files, "give each component its states in app/pages/preview_examples.py"


def test_every_state_keeps_the_house_rules_in_each_direction(components, reader):
    for path in components.values():
        for direction in ("ltr", "rtl"):
            page = reader.get_page(f"{path}?direction={direction}")
            assert next(page.root.all("html")).get("dir") == direction
            assert page.heading in path


@pytest.mark.parametrize(("asked", "worn"), [("calm", "calm"), ("dark", "dark"), ("", ""), ("pink", "")])
def test_it_wears_the_colours_that_are_asked_for(reader, asked, worn):
    page = reader.get_page(f"/preview/button?colours={asked}")
    assert next(page.root.all("html")).get("data-colours") == worn


def test_a_wrong_field_says_what_is_wrong_and_points_to_it(reader):
    page = reader.get_page("/preview/field--wrong")
    wrong = [field for field in page.root.all("input", "textarea") if field.get("aria-invalid") == "true"]
    assert len(wrong) == 3
    said = {element.get("id"): element.text for element in page.root.all("p") if "field__error" in element.get("class")}
    for field in wrong:
        assert said[f"{field.get('id')}-error"].startswith("Error:")
    ids = {element.get("id") for element in page.root.all()}
    summed_up = {link.get("href") for link in page.root.all("a") if link.get("href").startswith("#wrong")}
    assert len(summed_up) >= 4
    assert summed_up <= {f"#{id}" for id in ids}


def test_what_was_typed_is_text_and_never_a_part_of_the_page(reader):
    page = reader.get_page("/preview/field--filled-in")
    [words] = list(page.root.all("textarea"))
    assert "😡" in words.text and "مجھے" in words.text


def test_nobody_to_call_is_no_empty_box(read_only_site):
    with read_only_site.test_request_context("/preview"):
        preview.find_place()
        examples = {example.state: example for example in all_examples()["help"]}
        nothing, _file = preview.rendered("help", examples["nobody"])
        box, _file = preview.rendered("help", examples["a box"])
    assert nothing.strip() == ""
    assert "0151\u00a0496\u00a00123" in box
