"""Page: we have it. The code is shown until it is written down, or for an hour."""

from flask import redirect, render_template, url_for
from flask_babel import lazy_gettext as _l

from app.model.due import answer_longest_on
from app.model.representation import Way
from app.pages import tell_asking
from app.pages.here import council, holidays, language, post_addresses, records
from app.pages.tell_draft import find_draft, find_sent, notice_asked, pages, remember_sent, wants_fragment
from app.records import drafts, representations

# How the reference number comes: the way they said is safe, and as fully as they said is safe there.
HOW_IT_COMES = {
    (Way.EMAIL, True): _l("We send you an email with it."),
    (Way.EMAIL, False): _l("We send you an email that only says that there is news. Then look here, with your code."),
    (Way.TEXT, True): _l("Someone from the council sends you a text message with it."),
    (Way.TEXT, False): _l("You get a text message that only says that there is news. Then look here, with your code."),
    (Way.CALL, True): _l("Someone from the council calls you and tells you."),
    (Way.CALL, False): _l("Someone calls you, and only says that there is news. Then look here, with your code."),
    (Way.LETTER, True): _l("The council sends you a letter with it."),
    (Way.LETTER, False): _l("You get a letter that only says that there is news. Then look here, with your code."),
    (Way.PERSON, True): _l("We tell the person you named, who tells you."),
    (Way.PERSON, False): _l("We tell the person you named only that there is news. Then look here, with your code."),
}
BY_THE_CODE = _l("Come back here with your code. You see it all on your own page.")


@pages.get("/sent")
def sent():
    with records().reading() as db:
        draft = find_draft(db)
        if draft and draft.sent_id:
            remember_sent(draft)  # it was sent, and the answer to that never arrived
        draft = find_sent(db)
        told = representations.get(db, draft.sent_id, council().slug) if draft and draft.sent_id else None
    if told is None:
        return render_template("tell/sent_before.html", fragment=wants_fragment())
    if asked := tell_asking.find_asked(draft):
        return render_template(
            "tell/asked.html", asked=asked, told=told, code=draft.code, where=_where(), fragment=wants_fragment()
        )
    longest = answer_longest_on(told.kind, told.received_on, council().timetable, holidays())
    return render_template(
        "tell/sent.html",
        told=told,
        code=draft.code,
        where=_where(),
        longest_on=longest,
        how_it_comes=HOW_IT_COMES.get((told.contact.way, told.contact.may_say_more), BY_THE_CODE),
        notice=notice_asked(),
        fragment=wants_fragment(),
    )


def _where() -> str:
    """The address to come back to, as one would write it down."""
    return post_addresses().of_follow(council().slug, language().tag).partition("://")[2]


@pages.post("/sent")
def written_down():
    """They have the code. It is not shown again."""
    with records().writing() as db:
        draft = find_sent(db)
        if draft and draft.sent_id:
            drafts.forget_code(db, draft)
    return redirect(url_for("tell.sent"), code=303)
