"""Page: one whole record, for whoever it is about and asks for it: a bundle to read, and the same as JSON.

It is in the trail before any of it goes. Nothing of it is ever written in the clear on this machine's disk.
"""

from collections.abc import Callable, Iterator
from functools import partial

from flask import Response, g, render_template

from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.forms.desk_keeping import JSON_ALONE, TakeOutForm
from app.forms.files.wording import called, size
from app.model.london import LONDON, london_day
from app.model.representation import Representation
from app.pages.desk import finding, timeline, wording, wording_said
from app.pages.desk.blueprint import pages
from app.pages.desk.door import only, own_council
from app.pages.desk.files import may_be_fetched
from app.pages.desk.whole import Whole, name_of_file, name_of_letter
from app.pages.desk.wording_moves import CLOCKS
from app.pages.here import has_virus_scanner, now, records
from app.pages.zip_stream import Member, zip_of
from app.records import child_letters, deadlines, events, files, letters_whole, moves, officers, trail
from app.records.database import Db, Records
from app.records.file_store import FileGone
from app.records.officers import Role
from app.records.trail import Act

MISSING = "This file is missing from where it was kept. Please ask the council about it.\n"


@pages.route("/representations/<id>/take-out", methods=["GET", "POST"])
@only(Role.MANAGER)
def take_out(id: str):
    with records().reading() as db:
        told = finding.get(db, id)
    form = TakeOutForm()
    if not form.validate_on_submit():
        return render_template("desk/take_out.html", form=form, told=told), form.status
    with records().writing() as db:
        whole = _everything(db, finding.get(db, id))
        trail.add(db, now(), g.officer.council, g.officer.id, Act.TAKEN_OUT, id)
    name = f"record-{told.reference or told.received_on.isoformat()}"
    if form.shape.data == JSON_ALONE:
        return _download(whole.as_json(now()), "application/json", f"{name}.json")
    local = now().astimezone(LONDON)
    return _download(zip_of(list(_members(whole)), local), "application/zip", f"{name}.zip")


def _everything(db: Db, told: Representation) -> Whole:
    has_scanner = has_virus_scanner()
    return Whole(
        told=told,
        history=events.of(db, told.id),
        made=moves.of(db, told.id),
        dates=deadlines.of(db, told.id),
        letters=letters_whole.of(db, told.id),
        child_letters=child_letters.for_the_child(db, told.id),
        files=[(one, may_be_fetched(one, has_scanner)) for one in files.of_representation(db, told.id)],
        roles={one.id: str(wording.ROLES[one.role]) for one in officers.of_council(db, told.council)},
    )


def _members(whole: Whole) -> Iterator[Member]:
    yield Member("index.html", partial(_of, _index(whole).encode("utf-8")))
    yield Member("style.css", partial(_of, render_template("desk/bundle.css").encode("utf-8")))
    yield Member("record.json", partial(_of, whole.as_json(now())))
    for number, letter in enumerate(whole.letters, start=1):
        yield Member(name_of_letter(number, letter), partial(_of, letter.message))
    for file, can_be_opened in whole.files:
        if can_be_opened:
            yield Member(name_of_file(file), _content(records(), file.id))


def _of(content: bytes) -> bytes:
    return content


def _content(kept: Records, id: str) -> Callable[[], bytes]:
    """It is opened when it is sent, and when the request is over: so with these records, and no page at hand."""

    def content() -> bytes:
        try:
            with kept.reading() as db:
                return files.content(db, id)
        except (FileGone, files.NoSuchFile):
            return MISSING.encode("utf-8")

    return content


def _index(whole: Whole) -> str:
    told = whole.told
    return render_template(
        "desk/bundle.html",
        told=told,
        council=own_council(),
        made_on=london_day(now()),
        language_told=LANGUAGES.get(told.language) or Language(told.language, told.language),
        history=timeline.of(whole.history, whole.made, whole.roles, elsewhere=()),
        dates=[(CLOCKS.get(kept.deadline.clock, kept.deadline.clock), kept) for kept in whole.dates],
        letters=[(number, one, name_of_letter(number, one)) for number, one in enumerate(whole.letters, start=1)],
        child_letters=[(one, LANGUAGES.get(one.language, ENGLISH)) for one in whole.child_letters],
        files=[(one, called(one), size(one), name_of_file(one) if can else "") for one, can in whole.files],
        london_day=london_day,
        wording=wording,
        wording_said=wording_said,
    )


def _download(content, media_type: str, name: str) -> Response:
    answer = Response(content, mimetype=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
