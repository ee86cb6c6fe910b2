"""A spammer buries the real ones? 10,000 robots among 100 children, all from one address: all 100 arrive."""

import random
from collections import Counter

import pytest

from app.model.robots import MAILS_A_DAY, SENT_A_DAY, Why
from app.post.clock import tick
from tests.faults.flood import Flood, good_answers
from tests.page_client import PageClient
from tests.pages.at_the_desk import signed_in
from tests.pages.following import Follower
from tests.post.test_robots import clockwork_of

IN_EVERY_ORDER = [pytest.param(False, id="in any order"), pytest.param(True, id="the children last")]
INBOX, WRITTEN_TO = "complaints@sefton.example.org", "tomos@example.org"


@pytest.fixture
def flood(app, clock) -> Flood:
    return Flood(app, clock, random.Random(22), good_answers(app))


@pytest.mark.parametrize("children_last", IN_EVERY_ORDER)
def test_90_robots_among_8_children_from_one_address_and_all_8_arrive(flood, children_last):
    flood_and_prove(flood, 90, 8, children_last)


@pytest.mark.flood
@pytest.mark.parametrize("children_last", IN_EVERY_ORDER)
def test_10000_robots_among_100_children_from_one_address_and_all_100_arrive(flood, children_last):
    flood_and_prove(flood, 10_000, 100, children_last)


def flood_and_prove(flood: Flood, robots: int, children: int, children_last: bool) -> None:
    flood.run(robots, children, children_last)
    kept, held = flood.kept(), flood.held()
    assert len(kept) == robots + children
    assert len(flood.codes) == children
    assert len(flood.pages) == 1, "somebody saw that they were held"

    theirs = {kept[words] for words in flood.codes}
    unheld = theirs - set(held)
    assert {held[id] for id in theirs & set(held)} <= {Why.TOO_MANY}, "no child is taken for a robot by what it did"
    assert len(kept) - len(held) <= SENT_A_DAY

    letters = flood.post_goes()
    in_the_inbox = [letter for to, letter in letters if to == INBOX]
    assert unheld == {kept[words] for words in flood.codes if any(f"{words}\n" in letter for letter in in_the_inbox)}
    went = Counter(to for to, _letter in letters)
    assert went == {INBOX: len(kept) - len(held) + 1, WRITTEN_TO: MAILS_A_DAY}, "the unheld, and that some are held"
    flood.clock.move_on(days=4)
    with flood.app.app_context():
        assert tick(clockwork_of(flood.app), flood.clock.now).wrong == ()
    assert len(flood.post_goes()) <= 3 * SENT_A_DAY, "the clock runs for the held, and writes to nobody"

    find_them_all(flood, theirs & set(held))  # before any of them comes back with a code, which would show the way
    for code in flood.codes.values():
        page = Follower(PageClient(flood.app)).gives(code)
        assert "Your reference number" in page.text, "a child that is held has its reference number too"
    print(
        f"\n{robots} robots, {children} children: {len(unheld)} children went by, {len(theirs & set(held))} were held"
    )


def find_them_all(flood: Flood, children: set[str]) -> None:
    """An officer goes through what is held from the top, and releases what a child wrote."""
    officer = signed_in(flood.app, "ann@example.org")
    token = officer.get_page("/desk/held").csrf_token
    officer.post("/desk/held/put-away", {"csrf_token": token})
    looked_at = 0
    while children & set(flood.held()):
        ids = [
            form.get("action").split("/")[3]
            for form in officer.get_page("/desk/held").root.all("form")
            if form.get("action").endswith("/release")
        ]
        assert ids, "a child is held that no list shows"
        for id in ids:
            looked_at += 1
            verdict = "release" if id in children else "put-away"
            officer.post(f"/desk/representations/{id}/{verdict}", {"csrf_token": token})
    print(f"{looked_at} looked at before the last child was found")
    assert [to for to, _letter in flood.post_goes()].count(INBOX) >= len(children)
