"""Pages: check your answers, and send. What is sent is kept, with its letter to the council, before we say so."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from flask import current_app, make_response, redirect, render_template, url_for
from sqlalchemy.exc import IntegrityError

from app.forms.answers import Answers, is_child
from app.forms.fields import Choice, Day
from app.forms.files.form import NAME as FILES
from app.forms.files.wording import HEADING, NOTHING_ADDED, called
from app.forms.journey import asked, next_question
from app.forms.question_pictures import QUESTION_PICTURES
from app.forms.sending import told
from app.model.follow_up_code import new_code, parse_code
from app.model.representation import ABOUT_ANOTHER
from app.pages import details, tell_asking, tell_files
from app.pages.here import council, holidays, language, now, post_addresses, records
from app.pages.robots import hold_if_robot
from app.pages.tell_draft import (
    ASK_AGAIN_AFTER,
    find_draft,
    has_sent,
    notice_asked,
    page_after,
    pages,
    remember_sent,
    wants_fragment,
)
from app.pages.ways import ways_to
from app.post import owed
from app.post.acknowledgement import may_write_to, receipt
from app.post.letters import Purpose, inbox_letter
from app.records import drafts, files, outbox, representations
from app.records.database import Db, new_id
from app.records.drafts import Draft
from app.records.files import KeptFile


@dataclass(frozen=True)
class Row:
    """One thing that was asked, and what was said."""

    label: str
    said: str
    left_empty: str
    number: int  # of the question, to change it
    in_own_words: bool
    picture: str  # of the question


@pages.get("/check")
def check():
    return check_page(notice_asked())


def check_page(notice=""):
    """With it the follow-up code is made, so that each repeat of the sending shows the same one."""
    with records().writing() as db:
        draft = find_draft(db, hold=True)
        if draft is None:
            return redirect(url_for("tell.sent" if has_sent() else "tell.start"), code=303)
        if draft.sent_id:
            remember_sent(draft)
            return redirect(url_for("tell.sent"), code=303)
        if draft.is_left_for(ASK_AGAIN_AFTER, now()):
            return redirect(url_for("tell.start"), code=303)
        if next_question(draft.answers, draft.offered):
            return redirect(page_after(draft.answers, draft.offered), code=303)
        draft = _with_code(db, draft)
        added = files.of_draft(db, draft.sending)
    rows = list(_rows(draft.answers, added))
    for_child = is_child(draft.answers)
    page = render_template(
        "tell/check.html",
        rows=rows,
        for_child=for_child,
        may_remember=details.may_remember(draft.answers),
        notice=notice,
        language_ways=ways_to("tell.check"),
        fragment=wants_fragment(),
    )
    return make_response(page)


@pages.post("/check")
def send():
    """Send it. Pressing twice, going back, two tabs: one record, and the same page after."""
    draft = token = None
    try:
        with records().writing() as db:
            draft = find_draft(db, hold=True)
            if draft is None or (not draft.sent_id and next_question(draft.answers, draft.offered)):
                return redirect(url_for("tell.check"), code=303)
            if not draft.sent_id:
                token = details.keep_if_asked(db, draft.answers)
                _send(db, _with_code(db, draft))
    except IntegrityError:
        # The same draft, at the same moment, from elsewhere: the database let only one of the two in.
        with records().reading() as db:
            if draft is None or not representations.find_sent(db, draft.sending):
                raise
        current_app.logger.info("a draft was sent twice at once; the first stands")
    remember_sent(draft)
    answer = redirect(url_for("tell.sent"), code=303)
    if token:
        details.give_cookie(answer, token)
    return answer


def _send(db: Db, draft: Draft) -> None:
    """The representation, its letter and the end of the draft: all of them or none."""
    sent = told(draft.answers, new_id(), council(), language().tag, now(), holidays())
    if sent.kind in ABOUT_ANOTHER:
        tell_asking.send(db, draft, sent, parse_code(draft.code))
        return
    representations.receive(db, sent, sending=draft.sending, code=parse_code(draft.code))
    is_held = hold_if_robot(db, sent, draft)
    added = tell_files.go_with(db, draft, sent.id)
    owed.queue(db, sent, lambda: inbox_letter(sent, council(), post_addresses(), now(), added), now())
    copy = owed.built(db, sent, lambda: receipt(sent, council(), post_addresses(), now()), now())
    if copy and (is_held or may_write_to(db, copy.recipient, Purpose.RECEIPT, now())):
        outbox.queue(db, copy)
    drafts.mark_sent(db, draft, sent.id, now())


def _with_code(db: Db, draft: Draft) -> Draft:
    return draft if draft.code else drafts.keep(db, draft, now(), code=new_code(secrets.randbelow))


def _rows(answers: Answers, added: list[KeptFile]) -> Iterator[Row]:
    for question in asked(answers):
        if question.name == FILES:
            names = ", ".join(called(file) for file in added)
            yield Row(str(HEADING), names, NOTHING_ADDED, question.number, False, QUESTION_PICTURES[FILES])
        form = question.form(answers, answer=answers.get(question.name))
        for field in form:
            if question.name == "now" and field.name == "words":
                continue  # they stand in the words that are sent, or were sent at once
            if field.name == "more" and not form.where.said:
                continue  # nothing is said where there is no place to say it
            if isinstance(field, Day) and not field.said:
                continue  # when it was stands in their own words, or is left empty there
            in_own_words, picture = not isinstance(field, Choice), QUESTION_PICTURES[question.name]
            yield Row(field.label.text, field.said, field.left_empty, question.number, in_own_words, picture)
