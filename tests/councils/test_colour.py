"""A council's colour: its contrast is counted as WCAG counts it, against the paper our stylesheets have."""

import pytest

from app.councils.colour import PAPER, contrast_with_paper
from app.councils.council_file import LEAST_CONTRAST
from tests.councils.editor import CONTENT

TOKENS = CONTENT.parent / "app/static/css/tokens.css"


@pytest.mark.parametrize(
    ("colour", "contrast"),
    [("#000000", 20.1), ("#ffffff", 1.0), (PAPER, 1.0), ("#767676", 4.3), ("#595959", 6.7), ("#1b1840", 16.0)],
)
def test_contrast_is_counted_by_wcag(colour, contrast):
    assert contrast_with_paper(colour) == pytest.approx(contrast, abs=0.1)


def test_what_can_be_read_on_paper_can_be_read_in_white_on_it():
    """White is brighter than our paper, so its contrast with the same colour is greater."""
    assert contrast_with_paper("#ffffff") > 1
    assert LEAST_CONTRAST == 7


def test_the_paper_is_that_of_the_stylesheets():
    assert PAPER in TOKENS.read_text("utf-8")


@pytest.mark.parametrize(
    ("colour", "says"),
    [
        (
            '"#ffd84d"',
            "#ffd84d is too pale: its contrast with the page is 1.3, and must be at least 7; choose a darker",
        ),
        ('"#5a5a5a"', "and must be at least 7; choose a darker one"),
        ('"#00F"', "colour is not written as we need it"),
        ('"#1B1840"', "colour is not written as we need it"),
        ("rebeccapurple", "colour is not written as we need it"),
        ('"#123456; } body { display: none"', "colour is not written as we need it"),
        ("123456", "colour"),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_with_its_line(editor, colour, says):
    editor.adds("sefton/council.yaml", f"\ncolour: {colour}\n")
    problem = editor.the_problem()
    assert problem.line == editor.line_of("sefton/council.yaml", "colour: ")
    assert says in problem.what


def test_a_dark_one_is_taken(editor):
    editor.adds("sefton/council.yaml", '\ncolour: "#1b1840"\n')
    assert editor.library().councils["sefton"].colour == "#1b1840"
