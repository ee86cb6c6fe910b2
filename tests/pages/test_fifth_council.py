"""A fifth council, from files alone, in a folder that is not the repository's: a child and an officer walk it."""

import re
import shutil
from email import message_from_bytes
from pathlib import Path

import pytest

from app.councils.library import read_library
from app.model.representation import Representation
from app.model.robots import SHORTEST
from app.post.postman import deliver
from app.records import representations
from tests.councils.editor import CONTENT
from tests.page_client import Page, PageClient
from tests.pages.at_the_desk import signed_in
from tests.pages.telling import CODE, GOOD, WHERE, WORDS_OF_AMINA

APP = CONTENT.parent / "app"
HOME = "/brightwater/en/"
FILES = {
    "council.yaml": """
name: "Brightwater Borough Council"
short_name: "Brightwater"
prefix: BW
languages: [en]
promises:
  reference: {working_days: 2, source: "our page"}
  stage-1: {working_days: 8, source: "our page"}
  stage-3: {working_days: 10, counted_from: panel, source: "our page"}
inboxes:
  complaints: complaints@brightwater.invalid
  comments: comments@brightwater.invalid
  advocacy: advocacy@brightwater.invalid
  urgent: urgent@brightwater.invalid
  manager: manager@brightwater.invalid
mail: {mode: full, from: no-reply@brightwater.invalid}
team: {name: "The listening team", email: listening@brightwater.invalid, phone: "01632 960 100"}
emergency_duty_team: "01632 960 101"
reads_inbox: {en: "on working days"}
contacts:
  - id: brightwater-advocates
    name: "Brightwater Advocates"
    for: {en: "Everybody we look after"}
    number: "01632 960 102"
    source: "their own page"
    checked_on: 2026-11-02
    verified: true
    tags: [advocacy]
procedure_document: {name: "How we listen", address: "https://brightwater.invalid/how-we-listen"}
steps:
  leave_out: [stage-2-meeting]
  add:
    - {id: first-visit, after: recorded, picture: house, who: council, time: reference}
    - {id: tea-after, after: stage-2-letter, picture: speech}
colour: "#14452f"
confirmed: {by: "Head of Service", on: 2026-11-02}
""",
    "en/names.yaml": "complaints-officer: Listening Manager\ncomplaints-manager: Listening Manager\n",
    "en/words.yaml": "first-visit:\n  word: first visit\n  meaning: Someone comes to see you, where you like to be.\n",
    "en/stages/stage-1.md": "---\ntitle: Brightwater puts it right\n---\n",
    "en/steps/first-visit.md": "---\ntitle: We come to see you\nsummary: You choose where.\n---\n"
    "# Child\nThe {complaints-officer} comes within {reference}. It is your [first visit](word:first-visit).\n",
    "en/steps/tea-after.md": "---\ntitle: Tea with us\nsummary: Only if you like.\n---\n# Child\nThere is cake too.\n",
    "en/steps/recorded.md": "---\nsummary: Brightwater writes it down.\n---\n# Child: also\nYou can bring a drawing.\n",
    "en/guide/why.md": "---\ntitle: Why Brightwater listens\n---\n# Child\nBecause it is your life.\n",
}


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The nation's folder and the four councils', and a fifth one beside them."""
    root = tmp_path / "somewhere else" / "words"
    shutil.copytree(CONTENT, root)
    for name, text in FILES.items():
        path = root / "brightwater" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert len(read_library(root).councils) >= 5
    assert not root.is_relative_to(CONTENT.parent)
    return root


@pytest.fixture
def site(elsewhere, environ, request) -> PageClient:
    environ["CONTENT"] = str(elsewhere)
    return request.getfixturevalue("client")


ANSWERS = GOOD | {WHERE: GOOD[WHERE] | {"more": "yes"}}  # details are safe there


def sends(site: PageClient) -> Page:
    """A child fills in the form, from its first page to "we have it"."""
    page = site.get_page(site.get_page(HOME).link("Tell us what is wrong"))
    number = 1
    while number:
        page = site.send(f"{HOME}form/{number}", ANSWERS[number])
        last = page.path.rpartition("/")[2]
        number = int(last) if last.isdigit() else 0
    assert page.path == f"{HOME}form/check"
    site.app.extensions["house"].clock.move_on(seconds=SHORTEST.total_seconds())  # a robot would be faster
    return site.send(page.path, {})


def posted(house, clock) -> list[tuple[str, str, str]]:
    """What the postman brings now: sender, recipient, text."""
    letters = []

    def send(message: bytes, sender: str, recipient: str) -> None:
        text = message_from_bytes(message).get_payload(decode=True).decode()
        letters.append((sender, recipient, text.replace("\r\n", "\n")))

    deliver(house.records, send, clock, lambda: 0.5)
    return letters


def told(house) -> Representation:
    with house.records.reading() as db:
        [one] = representations.of_council(db, "brightwater")
    return one


def test_a_child_finds_it_and_its_map(site):
    assert "Brightwater Borough Council" in site.get_page("/").text
    page = site.get_page("/", query_string={"name": "bright"})
    assert "1 council begins like that" in page.text
    page = site.get_page(page.link("Brightwater Borough Council"))
    assert page.path == HOME and page.title.endswith("– Brightwater")
    assert "demonstration" not in page.text, "it has confirmed its folder"
    for words in (
        "Brightwater puts it right",
        "We come to see you",
        "You choose where.",
        "Tea with us",
        "Brightwater writes it down.",
    ):
        assert words in page.text
    assert page.text.index("Brightwater writes it down.") < page.text.index("We come to see you")
    steps = [link.get("href").rpartition("/")[2] for link in page.root.all("a") if "/steps/" in link.get("href")]
    assert "stage-2-meeting" not in steps
    assert steps.index("first-visit") == steps.index("recorded") + 1
    assert steps.index("tea-after") == steps.index("stage-2-letter") + 1


def test_its_words_its_numbers_and_its_colour_are_on_its_pages(site):
    step = site.get_page(f"{HOME}steps/first-visit")
    assert step.heading == "We come to see you"
    assert "The Listening Manager comes within 2 working days." in step.text
    words = site.get_page(step.link("first visit"))
    assert "Someone comes to see you, where you like to be." in words.text
    recorded = site.get_page(f"{HOME}steps/recorded")
    assert "You can bring a drawing." in recorded.text, "added to the national words"
    assert "Listening Manager" in recorded.text and "Complaints Officer" not in recorded.text
    assert site.get_page(f"{HOME}guide/why").heading == "Why Brightwater listens"
    assert "01632 960 102" in site.get_page(f"{HOME}guide/advocates").text
    assert "01632 960 101" in site.get_page(HOME).text, "the out-of-hours team"
    site.get_page(f"{HOME}steps/stage-2-meeting", status=404)
    [sheet] = [link.get("href") for link in step.root.all("link") if "colour" in link.get("href")]
    assert "--action:#14452f" in site.get(sheet).text


def test_its_answer_after_the_panel_is_counted_from_the_panels_day(site, house):
    council = house.library.councils["brightwater"]
    assert council.timetable["stage-3"].from_the_panel
    assert (council.timetable["stage-3"].usual, council.timetable["panel"].usual) == (10, 30)
    assert "10 working days" in site.get_page(f"{HOME}steps/final-letter").text


def test_from_the_form_to_the_follow_page(site, app, house, clock):
    sent = sends(site)
    assert sent.heading.startswith("We have it")
    assert "By Tuesday 24 November you get your reference number" in sent.text, "two working days"
    assert "By Wednesday 2 December you get an answer" in sent.text, "eight"
    code = CODE.search(sent.text)[0]

    [(sender, recipient, text), (_, receipt, at_once)] = posted(house, clock)
    assert (sender, recipient) == ("no-reply@brightwater.invalid", "complaints@brightwater.invalid")
    assert receipt == "tomos@example.org" and WORDS_OF_AMINA not in at_once
    assert WORDS_OF_AMINA in text and f"/desk/representations/{told(house).id}" in text

    other = signed_in(app, "sef@example.org", council="sefton")
    other.get_page(f"/desk/representations/{told(house).id}", status=404)
    ann = signed_in(app, "ann@example.org", council="brightwater", name="Ann Example")
    assert "Reference due Tuesday 24 November" in ann.get_page("/desk/").text
    page = ann.send(
        f"/desk/representations/{told(house).id}/record", {"contact": "team", "answer_due_on": "2026-12-02"}
    )
    reference = told(house).reference
    assert reference.startswith("BW-") and reference in page.text

    [(sender, recipient, text)] = posted(house, clock)
    assert (sender, recipient) == ("no-reply@brightwater.invalid", "tomos@example.org")
    assert f"Your reference number is {reference}." in text
    assert "The listening team\n01632 960 100, listening@brightwater.invalid" in text
    assert "Our answer is due by Wednesday 2 December" in text
    assert f"{HOME}follow" in text

    page = site.send(f"{HOME}follow", {"code": code})
    assert page.heading == "Where it is now"
    assert reference in page.text and "The listening team" in page.text and "Wednesday 2 December" in page.text
    assert site.send("/sefton/en/follow", {"code": code}).heading == "What is your code?", "no other council opens it"


@pytest.mark.parametrize("left_out", ["looked-at", "recorded"])
def test_the_follow_page_stands_even_where_the_step_one_is_at_is_left_out(elsewhere, site, house, app, left_out):
    path = elsewhere / "brightwater" / "council.yaml"
    text = path.read_text("utf-8").replace("after: recorded", "after: stage-1-letter")
    path.write_text(text.replace("leave_out: [", f"leave_out: [{left_out}, "), "utf-8")
    for own in elsewhere.glob(f"brightwater/en/steps/{left_out}.md"):
        own.unlink()
    sent = sends(site)
    ann = signed_in(app, "ann@example.org", council="brightwater")
    ann.send(f"/desk/representations/{told(house).id}/record", {"contact": "team", "answer_due_on": "2026-12-02"})
    page = site.send(f"{HOME}follow", {"code": CODE.search(sent.text)[0]})
    assert told(house).reference in page.text


def test_no_line_of_our_code_names_a_council():
    slugs = [path.name for path in CONTENT.iterdir() if (path / "council.yaml").exists()]
    assert len(slugs) >= 4, "found too few councils: check this test"
    named = re.compile("|".join(word for slug in slugs for word in slug.split("-") if word != "central"), re.IGNORECASE)
    files = [path for path in APP.rglob("*") if path.suffix in {".py", ".html", ".txt", ".js", ".css", ".yaml"}]
    assert len([path for path in files if path.suffix == ".py"]) > 50, "found too few files: check this test"
    for path in files:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            assert not named.search(line), f"{path.relative_to(APP)}:{number} names a council: {line.strip()}"
