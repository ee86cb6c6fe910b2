"""Pages: before the first question. How “Leave quickly” works, with a try; and whether others use this phone too.

Shown once a session, and only the session cookie remembers that it was.
"""

from flask import redirect, render_template, request, session, url_for

from app.pages.here import council, now, post_addresses, records
from app.pages.robots import FIRST_SEEN, note_seen
from app.pages.tell_draft import find_draft, is_shared, notice_asked, page_after, pages, wants_fragment
from app.records import drafts

BEEN_HERE = (FIRST_SEEN, "drafts", "sent")  # in the session


def is_first_time() -> bool:
    return not any(key in session for key in BEEN_HERE)


@pages.get("/first")
def first():
    return _page("tell/first.html")


@pages.get("/first/tried")
def tried():
    """Where the try leads: harmless, and of our own."""
    return _page("tell/tried.html", home=f"{post_addresses().site.partition('://')[2]}/{council().slug}")


@pages.post("/first")
def begin():
    """On to the first question. It goes on from the address, too, when the browser keeps no cookie."""
    shared = bool(request.form.get("shared"))
    session["shared"] = shared
    with records().writing() as db:
        draft = find_draft(db, hold=True)
        if draft and not draft.sent_id and draft.shared != shared:
            drafts.keep(db, draft, now(), shared=shared)
    if draft and (draft.sent_id or draft.answers or draft.offered):
        return redirect(url_for("tell.start"), code=303)
    return redirect(page_after({}, {}), code=303)


def _page(template: str, **more):
    notice = notice_asked()
    note_seen(FIRST_SEEN)
    return render_template(template, shared=is_shared(), notice=notice, fragment=wants_fragment(), **more)
