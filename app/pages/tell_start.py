"""Page: the way in. Somebody who comes back is asked whether to carry on, and sees none of what was written."""

from flask import redirect, render_template, request, url_for

from app.pages.here import now, records
from app.pages.tell_draft import (
    find_draft,
    forget_token,
    notice_asked,
    page_after,
    pages,
    remember_sent,
    wants_fragment,
)
from app.pages.tell_first import is_first_time
from app.records import drafts


@pages.get("/")
def start():
    with records().reading() as db:
        draft = find_draft(db)
    if draft and draft.sent_id:
        remember_sent(draft)
        return redirect(url_for("tell.sent"), code=303)
    if draft is None or not (draft.answers or draft.offered):
        note = request.args.get("note")
        if is_first_time() and not note:
            return redirect(url_for("tell.first"), code=303)
        return redirect(page_after({}, {}, note), code=303)
    return render_template("tell/start.html", notice=notice_asked(), fragment=wants_fragment())


@pages.post("/")
def come_back():
    """Carry on, or throw it away."""
    with records().writing() as db:
        draft = find_draft(db, hold=True)
        if draft and draft.sent_id:
            remember_sent(draft)
            return redirect(url_for("tell.sent"), code=303)
        if draft and request.form.get("go") == "carry-on":
            drafts.keep(db, draft, now())
            return redirect(page_after(draft.answers, draft.offered), code=303)
        if draft and request.form.get("go") == "throw-away":
            drafts.forget(db, draft.token)
            forget_token()
    return redirect(url_for("tell.start"), code=303)
