"""Every way in, with a phone or a desktop, with JavaScript or without: to the letter in the council’s inbox.

A sample goes with each run; `bin/ways-in` goes all the ways there are.
"""

import uuid

import pytest

from tests.site.advocate import Advocate
from tests.site.child import Child
from tests.site.devices import DESKTOP, PHONE
from tests.site.telling import tells_something
from tests.site.ways_in import NEITHER, WayIn, all_ways, each_of, pairs, sample


def test_the_sample_comes_for_everything_and_as_everybody_with_everything():
    assert each_of(sample()) == each_of(all_ways())
    assert pairs(sample()) == pairs(all_ways())


@pytest.mark.parametrize("way", sample(), ids=str)
def test_it_arrives(way, visit, site, code):
    walk(way, visit, site, code)


@pytest.mark.ways_in
@pytest.mark.parametrize("way", all_ways(), ids=str)
def test_it_arrives_by_every_way(way, visit, site, code):
    walk(way, visit, site, code)


@pytest.fixture(scope="module")
def codes() -> list[str]:
    """Of something told before: made once, when it is first asked for."""
    return []


@pytest.fixture
def code(codes, visit) -> str:
    if not codes:
        child = Child(visit())
        tells_something(child, "I told this before")
        codes.append(child.sends())
    return codes[0]


def walk(way: WayIn, visit, site, code: str) -> None:
    person = (Child if way.phone else Advocate)(
        visit(javascript=way.javascript, device=PHONE if way.phone else DESKTOP)
    )
    words = f"This is it {uuid.uuid4().hex}"
    person.begins_to_tell()
    for question, answer in way.questions(words, code):
        if question == way.which_one:
            person.chooses(question, way.have)
            if way.have != NEITHER:
                person.writes("Write it here", answer)
            person.carries_on()
        else:
            person.answers(question, answer)
    person.sends_it()
    assert words in site.wait_for_letter(way.purpose.inbox, holding=words).get_content()
