"""A letter to the young person as a PDF, to be handed over, posted or read out. The trail says so before it goes."""

from flask import flash, g, make_response, redirect, url_for
from flask_babel import gettext as _

from app.model.letter import Went
from app.pages.desk import finding, letters
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only
from app.pages.here import now, records
from app.post.letter_pdf import letter_pdf
from app.post.paper import CannotPrint
from app.records import trail
from app.records.trail import Act


@pages.get("/representations/<id>/letters/<letter_id>/print")
@only(*READERS)
def print_letter(id: str, letter_id: str):
    with records().reading() as db:
        mine = letters.get_letter(db, finding.get(db, id), letter_id)
    back = redirect(url_for("desk.letter", id=id, letter_id=letter_id), code=303)
    if mine.way in (None, Went.NOT_NEEDED):
        flash(_("Send it first: what is printed is the letter as it went."))
        return back
    try:
        pdf = letter_pdf(mine.words, mine.language)
    except CannotPrint as why:
        flash(_("This server cannot make a PDF yet: %(why)s.", why=why))
        return back
    with records().writing() as db:
        trail.add(db, now(), g.officer.council, g.officer.id, Act.LETTER_PRINTED, id)
    answer = make_response(pdf)
    answer.content_type = "application/pdf"
    answer.headers["Content-Disposition"] = 'attachment; filename="letter.pdf"'  # nothing in its name says about whom
    return answer
