"""One press at the form: forget an advocate's remembered details."""

from flask import redirect, request, url_for

from app.pages import details
from app.pages.here import records
from app.pages.tell_draft import find_draft, page_after, pages


@pages.post("/details")
def forget_details():
    with records().writing() as db:
        details.forget(db)
        draft = find_draft(db)
    if request.form.get("page") == "all":
        address = url_for("tell.all_questions", note="forgotten")
    elif draft and not draft.sent_id:
        address = page_after(draft.answers, draft.offered, "forgotten")
    else:
        address = url_for("tell.start")
    answer = redirect(address, code=303)
    details.take_cookie(answer)
    return answer
