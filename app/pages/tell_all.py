"""Page: all the questions at once, for advocates who do this often. It leads to the same check page."""

from flask import redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError

from app.extensions import csrf
from app.forms.all_at_once import BY_AN_ADVOCATE, LEFT_EMPTY, as_typed, taken, typed_so_far
from app.forms.journey import asked
from app.pages import details
from app.pages.errors import log
from app.pages.here import now, records
from app.pages.robots import ALL_SEEN, note_seen
from app.pages.tell_draft import (
    ASK_AGAIN_AFTER,
    NOTICES,
    begin_draft,
    find_draft,
    notice_asked,
    page_after,
    pages,
    remember_draft,
    remember_sent,
)
from app.pages.tell_writing import KEPT, NOT_KEPT, place_of_writing
from app.pages.ways import language_wanted, ways_to
from app.records import drafts
from app.records.database import Db
from app.records.drafts import Draft

ALL = "all"  # of the page, as its address says it


@pages.get("/all")
def all_questions():
    with records().reading() as db:
        draft = find_draft(db)
    if draft and draft.sent_id:
        remember_sent(draft)
        return redirect(url_for("tell.sent"), code=303)
    if draft and draft.is_left_for(ASK_AGAIN_AFTER, now()):
        return redirect(url_for("tell.start"), code=303)
    note_seen(ALL_SEEN)  # all of it is typed before a draft begins
    return _page(draft.answers if draft else {}, draft.offered if draft else {}, notice_asked())


@pages.post("/all")
@csrf.exempt  # looked at below, so that a token that is old loses nothing of a whole page
def answer_all():
    answers, offered = taken(request.form)
    language = language_wanted()
    try:
        csrf.protect()
        is_ours = True
    except CSRFError:
        is_ours = False
    if language or not is_ours:
        answers, offered = dict(BY_AN_ADVOCATE), typed_so_far(request.form)
    if not is_ours and not request.form:
        return redirect(url_for("tell.all_questions", note="again"), code=303)
    try:
        with records().writing() as db:
            draft, note = _draft_to_change(db)
            draft = _keep(db, draft, answers, offered)
    except OperationalError as away:  # what was typed is only on the page it came from, so it goes back there
        log(away)
        return _page(answers, offered, NOTICES["busy"]), 503
    remember_draft(draft)
    if language:
        return redirect(url_for("tell.all_questions", note=note, language=language), code=303)
    if not is_ours:
        return redirect(url_for("tell.all_questions", note="again"), code=303)
    if any(question.name in offered for question in asked(draft.answers)):
        return redirect(url_for("tell.all_questions"), code=303)
    return redirect(page_after(draft.answers, draft.offered, note), code=303)


@pages.post("/all/keep")
def keep_all():
    """While it is being written: all of the page, as it stands, quietly. What comes after an answer is not kept.

    Nor is a draft begun here: its cookie could come late, and take the place of the one that Carry on brought.
    """
    with records().writing() as db:
        draft = find_draft(db, hold=True)
        if draft is None or draft.sent_id or request.form.get("place") != _place_of(draft.answers):
            return NOT_KEPT
        drafts.keep(db, draft, now(), offered={**draft.offered, **typed_so_far(request.form)})
    return KEPT


def _place_of(answers: dict) -> str:
    """Which draft a page was made for, and what was answered in it."""
    return place_of_writing(ALL, {ALL: answers})


def _page(answers: dict, offered: dict, notice: str) -> str:
    is_begun = any(name in answers or name in offered for name in details.OWN)
    own = {} if is_begun else details.remembered(BY_AN_ADVOCATE)
    forms = as_typed({**own, **answers}, offered)
    return render_template(
        "tell/all.html",
        forms=forms,
        filled_in=own,
        notice=notice,
        place=_place_of(answers),
        saving="all",
        language_ways=ways_to("tell.all_questions"),
        fragment=False,
    )


def _keep(db: Db, draft: Draft, answers: dict, offered: dict) -> Draft:
    """Beside what other pages asked: theirs stays as it is."""
    kept = {name: typed for name, typed in draft.offered.items() if name not in answers} | offered
    empty = {name: {} for name in LEFT_EMPTY if name not in draft.answers}
    return drafts.keep(db, draft, now(), answers={**empty, **draft.answers, **answers}, offered=kept)


def _draft_to_change(db: Db) -> tuple[Draft, str | None]:
    """The draft that is open here, else a new one: the page brings all its answers along, so none is missed."""
    draft = find_draft(db, hold=True)
    if draft and not draft.sent_id:
        return draft, None
    if draft:
        remember_sent(draft)
    return begin_draft(db), "new" if draft else None
