"""Reference numbers: speakable, and hard to mistype."""

import random
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.model.reference_number import ALPHABET, InvalidReference, new_reference, parse_reference

LETTERS = st.sampled_from(ALPHABET)
PLACES = st.integers(0, 7)


@st.composite
def references(draw) -> str:
    chosen = iter(draw(st.lists(LETTERS, min_size=7, max_size=7)))
    return new_reference("SEF", lambda _letters: next(chosen))


def letters_of(reference: str) -> list[str]:
    return list(reference.removeprefix("SEF-").replace("-", ""))


@given(references())
def test_it_is_two_groups_of_four_after_the_councils_letters(reference):
    assert re.fullmatch(rf"SEF-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", reference)


@given(references(), st.sampled_from(["", " ", "  ", "-", "–", "‑", "\u00a0", "\n"]), st.booleans(), st.booleans())
def test_it_is_known_however_it_is_typed(reference, between, in_small_letters, without_prefix):
    typed = reference.removeprefix("SEF-") if without_prefix else reference
    typed = typed.replace("-", between)
    assert parse_reference(typed.lower() if in_small_letters else typed, "SEF") == reference


@given(references(), PLACES, LETTERS)
def test_any_one_wrong_letter_is_caught(reference, place, wrong):
    letters = letters_of(reference)
    assume(letters[place] != wrong)
    letters[place] = wrong
    with pytest.raises(InvalidReference):
        parse_reference("".join(letters), "SEF")


@given(references(), PLACES, PLACES)
def test_any_two_letters_swapped_are_caught(reference, one, other):
    letters = letters_of(reference)
    assume(letters[one] != letters[other])
    letters[one], letters[other] = letters[other], letters[one]
    with pytest.raises(InvalidReference):
        parse_reference("".join(letters), "SEF")


@given(references(), PLACES)
def test_a_letter_too_few_is_caught(reference, place):
    letters = letters_of(reference)
    del letters[place]
    with pytest.raises(InvalidReference):
        parse_reference("".join(letters), "SEF")


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_reference_or_refused(typed):
    try:
        reference = parse_reference(typed, "SEF")
    except InvalidReference:
        return
    assert parse_reference(reference, "SEF") == reference


def test_another_councils_reference_is_not_ours():
    with pytest.raises(InvalidReference):
        parse_reference(new_reference("LIV", random.Random(1).choice), "SEF")


def test_no_two_letters_look_or_sound_alike():
    assert len(ALPHABET) == 29
    assert not set(ALPHABET) & set("AEIOU0L")


def test_what_was_typed_is_not_repeated_in_the_refusal():
    with pytest.raises(InvalidReference) as refused:
        parse_reference("Amina lives at 4 Elm Road", "SEF")
    assert "Amina" not in str(refused.value)
