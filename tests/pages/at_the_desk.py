"""For tests of the desk: officers to sign in with, and representations for them to find."""

import shutil
from datetime import date
from pathlib import Path

from flask import Flask
from flask_security.utils import hash_password
from sqlalchemy import select

from app.model.file_kind import Checked, FileKind
from app.model.representation import Kind, Representation, SafeContact
from app.records import drafts, files, officers, representations, trail
from app.records.database import new_id
from app.records.officers import Officer, Role
from app.records.tables import trail as table
from tests.forms.hostile_files import picture
from tests.page_client import Page, PageClient

ROOT = Path(__file__).parent.parent.parent
A_PHOTO = picture("JPEG")
AWKWARD_NAME = '\u202egpj."<b>mum & me</b>\r\nX-Evil: 1\x00.jpg'
PASSWORD = "a long walk by the sea"
_hashes: list[str] = []  # argon2 is slow, which is what it is for: once is enough here


def content_of_two_councils(folder: Path) -> Path:
    """The real content, and a second council that is Sefton by another name."""
    shutil.copytree(ROOT / "content", folder)
    shutil.copytree(folder / "sefton", folder / "otherton")
    file = folder / "otherton" / "council.yaml"
    text = file.read_text("utf-8").replace("prefix: SEF", "prefix: QTH").replace("Sefton", "Otherton")
    file.write_text(text, "utf-8")
    return folder


def officer(app: Flask, email: str, council: str = "sefton", role: Role = Role.OFFICER, name: str = "") -> Officer:
    house = app.extensions["house"]
    if not _hashes:
        with app.app_context():
            _hashes.append(hash_password(PASSWORD))
    with house.records.writing() as db:
        return officers.add(db, email, council, role, _hashes[0], house.clock(), name, "0151 496 0002")


def arrived(app: Flask, **changed) -> Representation:
    """Something that a child has sent, as it is kept."""
    now = app.extensions["house"].clock()
    told = Representation(
        **{
            "id": new_id(),
            "council": "sefton",
            "kind": Kind.COMPLAINT,
            "words": "Nobody came to see me ‮since‬ Easter.\n<b>Not once.</b>",
            "wish": "I want somebody to come.",
            "name": "Robin Planted",
            "language": "en",
            "received_at": now,
            "received_on": date(2026, 11, 22),
            "reference_due_on": date(2026, 11, 25),
            "answer_due_on": date(2026, 12, 4),
            "contact": SafeContact(),
        }
        | changed
    )
    with app.extensions["house"].records.writing() as db:
        representations.receive(db, told)
    return told


def add_file(
    app: Flask, told: Representation, kind: FileKind = FileKind.JPEG, checked: Checked = Checked.WAITING
) -> str:  # fmt: skip
    """Something that a child has added to it, under an awkward name; its id."""
    house = app.extensions["house"]
    put = files.put_down(house.records.files, A_PHOTO, kind, AWKWARD_NAME, house.clock())
    with house.records.writing() as db:
        draft = drafts.begin(db, told.council, house.clock())
        files.add(db, draft.sending, put, house.clock())
        files.move(db, draft.sending, told.id)
        files.mark_checked(db, put.id, checked, house.clock())
    return put.id


def again(app: Flask, told: Representation) -> Representation:
    """As it stands now."""
    with app.extensions["house"].records.reading() as db:
        return representations.get(db, told.id, told.council)


def sign_in(client: PageClient, email: str, password: str = PASSWORD, status: int = 200) -> Page:
    return client.send("/desk/sign-in", {"email": email, "password": password}, status)


def signed_in(app: Flask, email: str, **facts) -> PageClient:
    """A new officer, in a browser of their own."""
    officer(app, email, **facts)
    client = PageClient(app)
    sign_in(client, email, status=403 if facts.get("role") in (Role.AUDITOR, Role.EDITOR) else 200)
    return client


def acts(app: Flask) -> list[tuple[str, str]]:
    """What the trail says: each act, and what it was done to."""
    with app.extensions["house"].records.reading() as db:
        assert trail.verify(db) is None
        rows = db.execute(select(table.c.act, table.c.representation_id).order_by(table.c.number))
        return [(row.act, row.representation_id) for row in rows]
