"""Easy Read as it is read: a picture for each idea, short sentences; on the pages, and in the form."""

import re

import pytest
from markupsafe import Markup

from app.councils.library import read_library
from app.councils.markup import with_pictures
from tests.councils.editor import CONTENT, pages_of
from tests.councils.reading import blocks, sentences, words
from tests.html_tree import Element, Tree
from tests.pages.telling import KIND, TELLING, Teller

EASY = "/sefton/en-x-easy/"
PAGES = pages_of(read_library(CONTENT).find_book("sefton", "en-x-easy"))
LONGEST_SENTENCE, LONGEST_ON_AVERAGE = 12, 8
PICTURE = re.compile(r"\{picture:[a-z-]+\} ")


@pytest.mark.parametrize("name", PAGES)
def test_each_idea_begins_with_a_picture(name):
    tree = Tree(with_pictures(Markup(PAGES[name]), "/sprite.svg")).root
    ideas = [one for one in tree.all("p", "li") if not any(one.all("p", "li"))]
    assert ideas, "found no ideas: check this test"
    assert not [idea.text for idea in ideas if not _is_picture(idea.children[0])]


@pytest.mark.parametrize("name", PAGES)
def test_its_sentences_are_short(name):
    found = sentences(*blocks(PICTURE.sub("", PAGES[name])))
    assert not [sentence for sentence in found if len(words(sentence)) > LONGEST_SENTENCE]
    assert sum(len(words(sentence)) for sentence in found) / len(found) <= LONGEST_ON_AVERAGE


@pytest.fixture
def teller(client) -> Teller:
    teller = Teller(client)
    teller.begins()
    return teller


def test_every_choice_of_the_form_has_a_picture_in_easy_read_alone(teller):
    teller.answers(KIND, kind="complaint")
    easy, english = (teller.client.get_page(f"/sefton/{tag}/form/{TELLING}") for tag in ("en-x-easy", "en"))
    assert [len(_pictures(choice)) for choice in _all(easy, "label", "choice")] == [1, 1, 1, 1]
    assert [len(_pictures(choice)) for choice in _all(english, "label", "choice")] == [0, 0, 0, 0]


def test_so_has_each_answer_to_check(teller):
    teller.answers_all()
    check = teller.client.get_page(f"{EASY}form/check")
    answers = list(check.root.all("dt"))
    assert len(answers) > 9 and all(map(_pictures, answers))


def test_so_has_each_thing_to_know_before(teller):
    first = teller.client.get_page(f"{EASY}form/first")
    assert len([item for item in first.root.all("li") if item.children and _is_picture(item.children[0])]) == 4


def test_what_is_for_adults_has_pictures_too(client):
    [adults] = _all(client.get_page(f"{EASY}steps/recorded"), "details", "adults")
    assert len(_pictures(adults)) > 3


@pytest.mark.parametrize("path", ["", "steps/", "guide/safety", "guide/words", "guide/parents-and-carers", "follow"])
def test_no_page_shows_the_name_of_a_picture(client, path):
    assert "{picture" not in client.get_page(f"{EASY}{path}").html


def test_no_question_does_either(teller):
    assert "{picture" not in teller.client.get_page(f"{EASY}form/{KIND}").html


def _all(page, tag: str, name: str) -> list[Element]:
    return [one for one in page.root.all(tag) if one.get("class") == name]


def _pictures(element: Element) -> list[Element]:
    return list(element.all("svg"))


def _is_picture(child) -> bool:
    return isinstance(child, Element) and child.tag == "svg"
