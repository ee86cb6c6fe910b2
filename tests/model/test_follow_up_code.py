"""Follow-up codes: sixteen digits, typed in whatever way comes."""

import random
import secrets
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.follow_up_code import InvalidCode, new_code, parse_code, written

CODES = st.from_regex(r"[0-9]{16}", fullmatch=True)
SCRIPTS = {
    "Arabic": "٠١٢٣٤٥٦٧٨٩",
    "Persian and Urdu": "۰۱۲۳۴۵۶۷۸۹",
    "Bengali": "০১২৩৪৫৬৭৮৯",
    "Hindi": "०१२३४५६७८९",
    "Panjabi": "੦੧੨੩੪੫੬੭੮੯",
    "Tamil": "௦௧௨௩௪௫௬௭௮௯",
    "full width": "０１２３４５６７８９",
}


@pytest.mark.parametrize("digits", SCRIPTS.values(), ids=SCRIPTS.keys())
@given(code=CODES)
def test_it_is_known_in_any_scripts_digits(digits, code):
    assert parse_code(code.translate(str.maketrans("0123456789", digits))) == code


@given(CODES, st.sampled_from([" ", "-", "–", "—", ".", "_", "\u00a0", "\u2009", "\t", "\r\n"]))
def test_it_is_known_with_whatever_stands_between(code, between):
    assert parse_code(between.join(written(code).split(" "))) == code
    assert parse_code(between.join(code)) == code


@given(CODES, st.sampled_from(["\u200e", "\u200f", "\u202a{}\u202c", "\u2066{}\u2069", "\u202e{}\u202c", "\ufeff"]))
def test_it_is_known_with_the_marks_that_set_a_direction(code, marks):
    around = marks.format(written(code)) if "{}" in marks else marks + written(code) + marks
    assert parse_code(around) == code


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("", id="nothing"),
        pytest.param("4821 0937 5562 140", id="one too few"),
        pytest.param("4821 0937 5562 14088", id="one too many"),
        pytest.param("4821 0937 5562 140O", id="the letter O"),
        pytest.param("4821 0937 5562 140²", id="a small two is no digit"),
        pytest.param("4821 0937 5562 140½", id="nor is a half"),
        pytest.param("4821/0937/5562/1408", id="strokes"),
        pytest.param("sixteen numbers !", id="words"),
        pytest.param("4821 0937 5562 1408" + " " * 900_000, id="more than anybody types"),
    ],
)
def test_what_is_no_code_is_refused_and_not_repeated(typed):
    with pytest.raises(InvalidCode, match="^not sixteen digits$"):
        parse_code(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_sixteen_digits_or_refused(typed):
    try:
        code = parse_code(typed)
    except InvalidCode:
        return
    assert len(code) == 16
    assert code.isascii()
    assert code.isdigit()


@pytest.mark.parametrize("drawn", [0, 7, 10**16 - 1])
def test_a_new_code_has_sixteen_digits_whatever_is_drawn(drawn):
    code = new_code(lambda _below: drawn)
    assert len(code) == 19
    assert int(parse_code(code)) == drawn


def test_a_new_code_is_drawn_from_all_of_them():
    asked = []
    new_code(lambda below: asked.append(below) or random.randrange(below))
    assert asked == [10**16]
    assert parse_code(new_code(secrets.randbelow))


def test_the_scripts_above_are_digits():
    for digits in SCRIPTS.values():
        assert [unicodedata.decimal(digit) for digit in digits] == list(range(10))
