"""The pictures: our own, in one sprite, small, and each step, question and guide page with one of its own."""

import re
from pathlib import Path

import pytest

from app.councils.pictures import pictures
from app.forms.journey import QUESTIONS
from app.forms.question_pictures import QUESTION_PICTURES, choice_pictures
from app.forms.saying import FEELINGS
from app.forms.wording import ADULT, ALSO_CHOICES, CHILD, HAVE, KINDS, ONWARDS, TELLERS, TOPICS, YES_NO_NOT_SURE
from app.forms.wording_contact import IF_ANOTHERS, WAYS
from app.forms.wording_safety import NOBODY, SAFE_CHOICES
from tests.pages.places import LIBRARY

APP = Path(__file__).parent.parent / "app"
SPRITE = APP / "static/images/sprite.svg"
SYMBOL = re.compile(r'<symbol id="([a-z-]+)" viewBox="([^"]+)">(.*?)</symbol>', re.DOTALL)
ASKED_FOR = re.compile(
    r"""picture(?:_round)?\("([a-z-]+)"|(?:picture_name|icon)="([a-z-]+)"|sprite\.svg'\) }}#([a-z-]+)"""
)
LARGEST_BYTES = 1_024
SCENE_BYTES = 1_600  # the landscape at the head of the map, on wide screens only

SYMBOLS = {name: (box, drawing) for name, box, drawing in SYMBOL.findall(SPRITE.read_text("utf-8"))}


@pytest.mark.parametrize("name", SYMBOLS)
def test_a_picture_is_small_and_of_one_hand(name):
    box, drawing = SYMBOLS[name]
    is_scene = name == "road"
    assert len(drawing.encode()) <= (SCENE_BYTES if is_scene else LARGEST_BYTES)
    assert is_scene or box == "0 0 48 48"
    assert not re.search(r"<(image|text|style|script|use|a|foreignObject)\b|href|url\(", drawing)


def test_the_sprite_is_read_whole():
    assert set(SYMBOLS) == pictures()
    assert len(SYMBOLS) > 50


@pytest.mark.parametrize("council", sorted(LIBRARY.councils))
def test_every_step_has_a_picture_of_its_own(council):
    only_once({step.id: step.picture for step in LIBRARY.find_book(council, "en").stage_map.steps})


@pytest.mark.parametrize("council", sorted(LIBRARY.councils))
def test_every_guide_page_has_a_picture_of_its_own(council):
    only_once({page.id: page.picture for page in LIBRARY.find_book(council, "en").guide.values()})


def test_every_question_has_a_picture_of_its_own():
    assert set(QUESTION_PICTURES) == {question.name for question in QUESTIONS}
    only_once(QUESTION_PICTURES)


CHOICES = {
    "kind": KINDS,
    "telling": TELLERS,
    "safe": [*SAFE_CHOICES[CHILD], *SAFE_CHOICES[ADULT]],
    "also": [*ALSO_CHOICES[CHILD], *ALSO_CHOICES[ADULT]],
    "onward": ONWARDS,
    "have": HAVE,
    "topic": TOPICS,
    "feeling": FEELINGS,
    "way": WAYS,
    "knows": YES_NO_NOT_SURE,
    "if_another": IF_ANOTHERS,
    "someone": NOBODY,
    "more": [("no", ""), ("yes", "")],
}


@pytest.mark.parametrize("name", CHOICES)
def test_in_easy_read_every_choice_has_a_picture_of_its_own(name):
    values = [value for value, _words in CHOICES[name]]
    pictures_of = choice_pictures(name)
    assert {*values} <= {*pictures_of}
    assert {*pictures_of.values()} <= {*SYMBOLS}
    assert len({pictures_of[value] for value in values}) == len({*values})


def test_every_picture_that_a_template_asks_for_is_there():
    templates = [path.read_text("utf-8") for path in (APP / "templates").rglob("*.html")]
    wanted = {name for text in templates for found in ASKED_FOR.findall(text) for name in found if name}
    assert len(wanted) > 15
    assert wanted - set(SYMBOLS) == set()


def only_once(pictures_of: dict[str, str]) -> None:
    assert len(pictures_of) > 9
    assert set(pictures_of.values()) - set(SYMBOLS) == set()
    used = list(pictures_of.values())
    twice = {id: picture for id, picture in pictures_of.items() if used.count(picture) > 1}
    assert not twice, f"draw another: {twice}"
