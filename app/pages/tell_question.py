"""Pages: one question at a time. A good answer moves on; a poor one comes back with help, and nothing is lost."""

from flask import abort, redirect, request, url_for
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.datastructures import MultiDict

from app.extensions import htmx
from app.forms.answers import Answers
from app.forms.files.form import NAME as FILES
from app.forms.journey import Question, asked, find_question, next_question
from app.forms.question_form import QuestionForm
from app.pages import details, tell_now
from app.pages.errors import database_away, log
from app.pages.here import now, records
from app.pages.tell_check import check_page
from app.pages.tell_draft import (
    ASK_AGAIN_AFTER,
    NOTICES,
    draft_to_change,
    files_did_not_come,
    find_draft,
    notice_asked,
    page_after,
    pages,
    remember_draft,
    remember_sent,
)
from app.pages.tell_page import question_page
from app.pages.tell_writing import NOT_KEPT, says_more, typed_in
from app.pages.ways import go_to, language_wanted
from app.records import drafts
from app.records.database import Db
from app.records.drafts import Draft


@pages.get("/<int:number>")
def question(number: int):
    find_question(number, {}) or abort(404)
    with records().reading() as db:
        draft = find_draft(db)
    if draft and draft.sent_id:
        remember_sent(draft)
        return redirect(url_for("tell.sent"), code=303)
    if draft and draft.is_left_for(ASK_AGAIN_AFTER, now()):
        return redirect(url_for("tell.start"), code=303)
    answers, offered = (draft.answers, draft.offered) if draft else ({}, {})
    here = find_question(number, answers)
    is_urgent = here.name == tell_now.QUESTION and here.name in offered | answers  # to send or sent, whatever was lost
    if (here not in asked(answers) and not is_urgent) or (draft is None and number > 1):
        return redirect(page_after(answers, offered, request.args.get("note")), code=303)
    if draft and draft.shared:
        with records().writing() as db:
            drafts.go_on(db, draft, now())
    form = _form(here, answers, offered)
    return question_page(here, form, answers, notice_asked())


@pages.post("/<int:number>")
def answer(number: int):
    find_question(number, {}) or abort(404)
    is_urgent = request.form.get("go") == "now"
    with records().writing() as db:
        draft, note = draft_to_change(db, number)
        here = find_question(number, draft.answers)
        form = here.form(draft.answers, typed=request.form)
        language = language_wanted()
        is_good = not language and not form.begin(request.form.get("starter")) and form.validate()
        if is_good:
            offered = {name: typed for name, typed in draft.offered.items() if name != here.name}
            if here.name == tell_now.QUESTION:
                draft = tell_now.keep(db, draft, form, offered, send=is_urgent)
            else:
                answers = {**draft.answers, here.name: form.answer}
                draft = drafts.keep(db, draft, now(), answers=answers, offered=offered)
        elif not language or says_more(form, draft.answers.get(here.name)):
            draft = _offer(db, draft, here, form)
    remember_draft(draft)
    if is_good and is_urgent and here.name == tell_now.QUESTION:
        return redirect(url_for("tell.question", number=number, note=note), code=303)
    if language:
        return go_to(url_for("tell.question", number=here.number, note=note, language=language))
    return _move_on(draft, note) if is_good else _come_back(here, form, draft.answers, note)


@pages.errorhandler(CSRFError)
def once_more(error: CSRFError):
    """The session is over, or the token is not ours. What was typed is kept, and asked to be sent once more."""
    if request.endpoint in ("tell.keep_writing", "tell.keep_all"):
        return NOT_KEPT  # it is all on the page still, and Carry on brings it
    if request.endpoint == "tell.add_files":
        return files_did_not_come("again-files")
    here = request.endpoint == "tell.answer" and find_question(request.view_args["number"], {})
    if not here or not request.form:
        return redirect(url_for(request.endpoint, **request.view_args, note="again"), code=303)
    try:
        here, form, draft, note = _keep_for_later(here.number)
    except OperationalError as away:  # Flask looks for no other handler within this one
        return not_kept(away)
    remember_draft(draft)
    return _come_back(here, form, draft.answers, "lost-again" if note == "lost" else "again")


def _keep_for_later(number: int) -> tuple[Question, QuestionForm, Draft, str | None]:
    """Keep what was typed beside the answers, good or not."""
    with records().writing() as db:
        draft, note = draft_to_change(db, number)
        here = find_question(number, draft.answers)
        form = here.form(draft.answers, typed=request.form)
        return here, form, _offer(db, draft, here, form), note


@pages.errorhandler(OperationalError)
def not_kept(error: OperationalError):
    """The database is away. What was typed is only on the page it came from, so it goes back there."""
    if request.endpoint not in ("tell.answer", "tell.add_files"):
        return database_away(error)
    log(error)
    if request.endpoint == "tell.add_files":
        return files_did_not_come("busy-files")
    here = find_question(request.view_args["number"], {})
    return question_page(here, here.form({}, typed=request.form), {}, NOTICES["busy"], 503)


def _form(here: Question, answers: Answers, offered: dict) -> QuestionForm:
    """As it was typed last, with what is wrong with it; else as it was answered."""
    if here.name not in offered:
        return here.form(answers, answer=answers.get(here.name) or details.remembered_at(here, answers))
    form = here.form(answers, typed=MultiDict(offered[here.name]))
    form.validate()
    return form


def _offer(db: Db, draft: Draft, here: Question, form: QuestionForm) -> Draft:
    """Keep what was typed beside the answers, to show it again."""
    return drafts.keep(db, draft, now(), offered={**draft.offered, here.name: typed_in(form)})


def _move_on(draft: Draft, note: str | None):
    """To the page after. htmx gets it at once, in one round trip; others are sent there."""
    address = page_after(draft.answers, draft.offered, note)
    if not htmx:
        return redirect(address, code=303)
    following = next_question(draft.answers, draft.offered)
    if following is not None and following.name == FILES:
        return go_to(address)  # a page of its own, on which a voice may be recorded
    if following is None:
        page = check_page(note and NOTICES[note])
    else:
        form = _form(following, draft.answers, draft.offered)
        page = question_page(following, form, draft.answers, note and NOTICES[note])
    page.headers["HX-Push-Url"] = address
    return page


def _come_back(here: Question, form: QuestionForm, answers: Answers, note: str | None):
    """To the same question. A plain page never holds what was typed in answer to a POST: browsers keep those."""
    if not htmx:
        begun = next(iter(form.begun), None)  # the field to read on from
        return redirect(url_for("tell.question", number=here.number, note=note, _anchor=begun), code=303)
    return question_page(here, form, answers, note and NOTICES[note], 422)
