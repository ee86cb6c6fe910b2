"""While a long answer is being written: it is kept as it stands, quietly, beside the answers. Needs htmx.

What arrives late, from another draft or after the answer was given, is not kept: it would put old words over new ones.
"""

import hashlib
import json
from collections.abc import Mapping

from flask import request, session

from app.forms.journey import find_question
from app.forms.question_form import QuestionForm
from app.pages.here import council, now, records
from app.pages.tell_draft import find_draft, pages
from app.records import drafts

KEPT, NOT_KEPT = ("", 204), ("", 409)


def place_of_writing(name: str, answers: Mapping) -> str:
    """Which draft a page was made for, and which answer it shows. It stands in the page, and says neither."""
    token = session.get("drafts", {}).get(council().slug, "")
    return hashlib.sha256(f"{token}\n{json.dumps(answers.get(name))}".encode()).hexdigest()[:16]


@pages.post("/<int:number>/keep")
def keep_writing(number: int):
    with records().writing() as db:
        draft = find_draft(db, hold=True)
        here = find_question(number, draft.answers) if draft and not draft.sent_id else None
        if here is None or request.form.get("place") != place_of_writing(here.name, draft.answers):
            return NOT_KEPT
        form = here.form(draft.answers, typed=request.form)
        offered = {name: typed for name, typed in draft.offered.items() if name != here.name}
        if says_more(form, draft.answers.get(here.name)):
            offered[here.name] = typed_in(form)
        drafts.keep(db, draft, now(), offered=offered)
    return KEPT


def says_more(form: QuestionForm, answer: Mapping[str, str] | None) -> bool:
    """Is something typed that was not answered before?"""
    return form.answer != answer and any(value.strip() for value in form.answer.values())


def typed_in(form: QuestionForm) -> dict[str, list[str]]:
    """What was typed, to show it again: every value of every field that the form has, with what was begun for them."""
    return {field.name: request.form.getlist(field.name) for field in form if field.name in request.form} | form.begun
