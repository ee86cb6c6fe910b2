"""For tests of the moves at the desk: an officer who makes them, one after another."""

from flask import Flask

from app.model.course import Course
from app.model.move import Key
from app.records import deadlines, making, representations
from tests.page_client import Page, PageClient
from tests.pages.at_the_desk import arrived

POINTS = {"point_1": "Nobody came at Easter", "outcome_1": "upheld", "point_2": "Nobody rang", "outcome_2": "partly"}
PEOPLE = {"investigator": "Ines Vestig", "independent": "Ivy Fair"}
PANEL = {"chair": "Cora Chair", "member_2": "Mel Two", "member_3": "Mo Three"}
WHAT_IT_NEEDS = {
    Key.STAGE_1_ANSWERED: POINTS,
    Key.ADJUDICATED: POINTS,
    Key.PEOPLE_NAMED: PEOPLE,
    Key.PANEL_ARRANGED: PANEL | {"panel_on": "2027-03-08"},
    Key.ADR_ENDED: {"why": "It helped a little."},
    Key.SORTED_EARLY: {"why": "She comes on Tuesdays now."},
    Key.PAUSED: {"because": "court", "why": "A judge looks at this first."},
    Key.OUTSIDE: {"where": "Your school’s own complaints", "why": "It is about school."},
    Key.WITHDRAWN: {"spoke": "y"},
    Key.CLOSED: {"promise_1": "A visit each week", "who_1": "The team manager", "by_1": "2027-06-01"},
    Key.PROMISE_DONE: {"undertaking": "0"},
}


def path_of(told, key: str = "") -> str:
    return f"/desk/representations/{told.id}" + (f"/moves/{key}" if key else "")


def recorded(app: Flask, officer: PageClient, **facts):
    told = arrived(app, **facts)
    officer.send(f"{path_of(told)}/record", {"contact": "team", "answer_due_on": "2026-12-04"})
    return told


def moves(who: PageClient, told, key: Key, on: str, status: int = 200, **more: str) -> Page:
    """Open the page of the move, fill it in, and press."""
    page = who.get_page(path_of(told, key))
    return presses(who, page, told, key, on, status, **more)


def presses(who: PageClient, page: Page, told, key: Key, on: str, status: int = 200, **more: str) -> Page:
    """Press on a page that is open already."""
    hidden = {name: page.field(name).get("value") for name in ("csrf_token", "once", "seen")}
    fields = hidden | {"on": on} | dict(WHAT_IT_NEEDS.get(key, {})) | more
    return who._page(who.browser.post(path_of(told, key), data=fields, follow_redirects=True), status)


def course(app: Flask, told) -> Course:
    with app.extensions["house"].records.reading() as db:
        return making.course(db, representations.get(db, told.id, told.council))


def open_dates(app: Flask, told) -> dict[str, str]:
    with app.extensions["house"].records.reading() as db:
        return {kept.deadline.clock: kept.deadline.due_on.isoformat() for kept in deadlines.open_of(db, told.id)}
