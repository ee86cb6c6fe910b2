"""Pages: a letter to the young person. Seen as they will see it, changed, sent in the safe way, and kept as it went."""

from dataclasses import asdict

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.councils.languages import ENGLISH, LANGUAGES
from app.councils.letters import PART, SHARED
from app.councils.reader import Reader
from app.forms.desk_letter import SAFELY, LetterForm
from app.model.letter import Went
from app.model.representation import Representation
from app.pages.desk import finding, kept
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only, own_council
from app.pages.desk.wording_letters import SAFE_WAYS, WENT, WENT_NOW
from app.pages.desk.wording_moves import MOVES
from app.pages.here import holidays, library, now, records
from app.post import child_letters as post
from app.records import child_letters, officers, trail
from app.records.child_letters import ChildLetter, NoSuchLetter
from app.records.database import Db
from app.records.trail import Act

STALE = 409  # somebody else was quicker


@pages.route("/representations/<id>/letters/<letter_id>", methods=["GET", "POST"])
@only(*READERS)
def letter(id: str, letter_id: str):
    with records().writing() as db:
        told = finding.get(db, id)
        mine = get_letter(db, told, letter_id)
        if request.method == "GET":
            trail.add(db, now(), told.council, g.officer.id, Act.READ, id)
    form = _form(told, mine)
    status = form.status
    if form.validate_on_submit():
        if _keep(told, mine, form):
            kept.forget()
            is_going = request.form.get("press") == "send"
            back = url_for("desk.show", id=id) if is_going else url_for("desk.letter", id=id, letter_id=letter_id)
            return redirect(back, code=303)
        status = STALE
    elif form.is_submitted():
        status = form.status
    with records().reading() as db:
        mine = get_letter(db, told, letter_id)
        names = {one.id: one.called for one in officers.of_council(db, g.officer.council)}
    changed = form.is_submitted() and status == STALE
    form.seen.data = str(mine.version)  # they see everything now
    return render_template(
        "desk/letter.html", told=told, letter=mine, form=form, changed=changed, about=MOVES[mine.what],
        spoken=LANGUAGES[mine.language], wanted=LANGUAGES.get(told.language, ENGLISH), names=names, went=WENT,
        nobody_checked=_is_unchecked(mine),
    ), status  # fmt: skip


def _keep(told: Representation, mine: ChildLetter, form: LetterForm) -> bool:
    """Keep what was typed, and let it go if that was pressed. False when somebody else was quicker."""
    is_going, how = request.form.get("press") == "send", form.how.data
    with records().writing() as db:
        told = finding.hold(db, told.id)
        mine = get_letter(db, told, mine.id)
        if not mine.is_draft and is_going and (mine.went_by, mine.words) == (g.officer.id, form.written):
            flash(_("It went already. Nothing was sent twice."))
            return True
        seen = form.version_seen
        if form.written != mine.words:
            if not child_letters.change(db, mine.id, seen, form.written, g.officer.id, now()):
                return False
            seen += 1
            mine = get_letter(db, told, mine.id)
        elif not mine.is_draft or mine.version != seen:
            return False
        if is_going:
            flash(WENT_NOW[_go(db, told, mine, seen, how)])
        else:
            flash(_("It is kept as a draft. This is how they would see it."))
        trail.add(
            db, now(), told.council, g.officer.id,
            Act.LETTER_SENT if is_going and how != Went.NOT_NEEDED else Act.LETTER_KEPT, told.id,
        )  # fmt: skip
    return True


def _go(db: Db, told: Representation, mine: ChildLetter, seen: int, how: str) -> Went:
    if how == Went.NOT_NEEDED:
        child_letters.mark_went(db, mine.id, seen, Went.NOT_NEEDED, g.officer.id, now())
        return Went.NOT_NEEDED
    return post.send(
        db, told, mine, seen, own_council(), finding.addresses(), holidays(), g.officer.id, now(),
        by_hand=how == Went.BY_HAND,
    )  # fmt: skip


def _is_unchecked(mine: ChildLetter) -> bool:
    """Is it a translation that no person has said is right?"""
    reader = Reader(library().shelf, own_council(), LANGUAGES[mine.language])
    return any(reader.piece(PART, id).nobody_checked for id in (mine.what, SHARED))


def _form(told: Representation, mine: ChildLetter) -> LetterForm:
    first = asdict(mine.words) | {"seen": mine.version, "how": SAFELY}
    return LetterForm(
        **kept.formdata(g.officer.id),
        data=first,
        has_english=bool(mine.words.english_words),
        safe_way=SAFE_WAYS[post.safe_way(told)],
    )


def get_letter(db: Db, told: Representation, letter_id: str) -> ChildLetter:
    finding.check_id(letter_id)
    try:
        return child_letters.get(db, told.id, letter_id)
    except NoSuchLetter:
        abort(404)
