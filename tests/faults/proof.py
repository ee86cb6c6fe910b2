"""What must be true after a campaign. Each part gives the breaches it finds, in words."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from pathlib import Path

from sqlalchemy import Row, select

from app.model.event import What
from app.model.follow_up_code import parse_code
from app.model.representation import Representation
from app.records import events, holding, representations
from app.records.database import Db
from app.records.tables import draft, letter, representation
from tests.faults.browser import Browser
from tests.faults.child import Child
from tests.faults.mail import Arrival
from tests.faults.place import Life

COUNCIL = "sefton"
FOLLOW = f"/{COUNCIL}/en/follow"
ASKS_FOR_A_WISH = ("complaint", "comment")


def of_each_child(db: Db, children: list[Child]) -> Iterator[str]:
    """One record for each child who was shown a code, whole, opened by that code; and none twice."""
    told = representations.of_council(db, COUNCIL)
    of_words = Counter(one.words for one in told)
    for child in children:
        many = of_words[child.answers["words"]]
        if many != 1:
            yield f"{child.name} sent one thing ({child.pressed} presses): {many} records"
        if len(child.codes) != 1:
            yield f"{child.name} was shown {len(child.codes)} codes for one sending"
        for code in child.codes:
            found = representations.find_by_code(db, parse_code(code), COUNCIL)
            if found is None:
                yield f"{child.name} was shown a code that opens nothing"
            elif wrong := differences(child, found):
                yield f"the record of {child.name} differs in {', '.join(wrong)}"
    strangers = set(of_words) - {child.answers["words"] for child in children}
    if strangers:
        yield f"{len(strangers)} records hold words that nobody typed"


def differences(child: Child, found: Representation) -> list[str]:
    typed = child.answers
    expected = {
        "words": typed["words"],
        "name": typed["name"],
        "wish": typed["wish"] if found.kind in ASKS_FOR_A_WISH else "",
        "kind": "complaint" if (typed["kind"], typed.get("also")) == ("advocate", "yes") else typed["kind"],
        "telling": typed["telling"],
    }
    wrong = [name for name, value in expected.items() if getattr(found, name) != value]
    if typed["way"] != "code" and (found.contact.way != typed["way"] or not found.contact.where):
        wrong.append("contact")
    return wrong


def of_the_codes(port: int, children: list[Child]) -> Iterator[str]:
    """Each code that was shown opens the child's own page, in a browser that knows nothing of before."""
    for child in children:
        for code in child.codes:
            browser = Browser(port)
            page = browser.send(browser.get(FOLLOW), {"code": code})
            if page.status != 200 or page.heading != "Where it is now":
                yield f"the code of {child.name} shows {page.heading!r} ({page.status})"


def of_halves(db: Db) -> Iterator[str]:
    """Every representation has its first event and its letter to the inbox; every letter, its representation."""
    ids = set(db.execute(select(representation.c.id)).scalars())
    inbox = Counter(db.execute(select(letter.c.once).where(letter.c.purpose == "inbox")).scalars())
    for id in ids:
        if [event.what for event in events.of(db, id)].count(What.RECEIVED) != 1:
            yield f"representation {id} has not one event that says it was received"
        if inbox.pop(f"inbox:{id}", 0) != 1:
            yield f"representation {id} has no letter to the inbox"
    if inbox:
        yield f"{len(inbox)} letters to the inbox are about nothing"
    sent = Counter(db.execute(select(draft.c.sent_id).where(draft.c.sent_id.is_not(None))).scalars())
    if set(sent) - ids or any(many > 1 for many in sent.values()):
        yield "a draft says that it was sent, and what was sent is not there, or came from two drafts"
    for row in db.execute(select(draft).where(draft.c.sent_id.is_not(None))):
        if set(db.vault.open_json(row.answers, "draft", row.id, "answers")) - {"asked"}:  # what was asked for, not how
            yield "a draft that was sent still holds its words"


def of_the_letters(db: Db, arrivals: dict[str, list[Arrival]], lives: list[Life]) -> Iterator[str]:
    """Each letter arrived, in the bytes that were queued; twice only where the post room was killed before its mark.
    One that was told with others did not: it stands in the letter that tells them, once.
    """
    rows = db.execute(select(letter)).all()
    yield from of_the_gathered(db, rows, arrivals)
    for row in (row for row in rows if not row.gathered_in):
        message = db.vault.open_bytes(row.message, "letter", row.id, "message")
        came = [
            arrival for id, of_id in arrivals.items() if id.strip("<>").partition("@")[0] == row.id for arrival in of_id
        ]
        if holding.keeps(db, row):
            if came or row.sent_at:
                yield f"letter {row.id} went out, though what it is about is held for a person"
            continue
        if not came:
            yield f"letter {row.id} never arrived"
        if row.sent_at is None:
            yield f"letter {row.id} is not marked as sent"
        if any(arrival.message != message for arrival in came):
            yield f"letter {row.id} arrived in other bytes than were queued"
    known = set(db.execute(select(letter.c.id)).scalars())
    if any(id.strip("<>").partition("@")[0] not in known for id in arrivals):
        yield "a letter arrived that is not in the outbox"
    yield from of_the_repeats(arrivals, lives)


def of_the_gathered(db: Db, rows: Sequence[Row], arrivals: dict[str, list[Arrival]]) -> Iterator[str]:
    by_itself = {id.strip("<>").partition("@")[0] for id in arrivals}
    named = {row.id: Counter(_named(db, row)) for row in rows if row.purpose == "gathered"}
    for row in (row for row in rows if row.gathered_in):
        if row.id in by_itself:
            yield f"letter {row.id} was told with others, and went by itself too"
        if named.get(row.gathered_in, Counter())[row.representation_id] != 1:
            yield f"letter {row.id} does not stand once in the letter that should tell it"
        if row.sent_at is None:
            yield f"letter {row.id} was told with others, and is not marked as sent"


def _named(db: Db, row: Row) -> list[str]:
    message = message_from_bytes(db.vault.open_bytes(row.message, "letter", row.id, "message"))
    return re.findall(r"/desk/representations/([0-9a-f]{32})", message.get_payload(decode=True).decode())


def of_the_repeats(arrivals: dict[str, list[Arrival]], lives: list[Life]) -> Iterator[str]:
    """A letter comes again only if it was the last that a post room brought before it was killed."""
    times = sorted(arrival.at for came in arrivals.values() for arrival in came)
    for id, came in arrivals.items():
        for earlier in came[:-1]:
            begun = [life for life in lives if life.began <= earlier.at]
            next_began = min((life.began for life in lives if life.began > earlier.at), default=float("inf"))
            is_last = not any(earlier.at < at < next_began for at in times)
            if not (begun and begun[-1].was_killed and is_last):
                yield f"letter {id} came again, though no kill fell between its 250 and its mark"


def of_the_file(database_url: str) -> Iterator[str]:
    if database_url.startswith("sqlite:///"):
        path = Path(database_url.removeprefix("sqlite:///"))
        with sqlite3.connect(path) as connection:
            said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            broken = list(connection.execute("PRAGMA foreign_key_check"))
        if said != ["ok"] or broken:
            yield f"the database file is not whole: {said[:3]} {broken[:3]}"
