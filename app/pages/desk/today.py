"""Page: what needs a person now. Its filters stand in its address; nothing that a child wrote is on it."""

from flask import g, redirect, render_template, request, url_for

from app.councils.languages import LANGUAGES
from app.forms.desk import SearchForm
from app.model.event import Task
from app.model.london import london_day
from app.pages.desk import rows, standing, wording, wording_moves
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only
from app.pages.desk.wanted import NEEDS, address_of, filters, page_number, wanted_by
from app.pages.here import holidays, records, today
from app.records import child_letters, holding, listing, officers, outbox, overview, readers, tasks
from app.records.database import Db
from app.records.listing import Wanted
from app.records.tasks import SetTask

SHOWN = 20  # of what is done by hand, and of letters: the rest come up as these are seen to


@pages.get("/", endpoint="today")
@only(*READERS)
def today_page():
    asked = request.args.to_dict()
    wanted, number = wanted_by(asked), page_number(asked)
    with records().reading() as db:
        listed = listing.page(db, g.officer, wanted, today(), number)
        last = rows.how_many_pages(listed.found)
        if number > last:
            return redirect(url_for("desk.today", **address_of(wanted, page=last)), code=303)
        is_first = wanted == Wanted() and number == 1
        return render_template(
            "desk/today.html",
            sections=rows.sections(db, listed),
            counts=listing.counts(db, g.officer, today()),
            found=listed.found,
            number=number,
            last=last,
            page_address=lambda page: url_for("desk.today", **address_of(wanted, page=page if page > 1 else "")),
            wanted=wanted,
            asked=address_of(wanted),
            filters=filters(_who_record(db)),
            held=holding.count(db, readers.may_read(g.officer)),
            by_hand=_by_hand(db) if is_first else None,
            letters=_letters(db) if is_first else None,
            drafts=_drafts(db) if is_first else None,
            search=SearchForm(formdata=None),
            languages=LANGUAGES,
            needs=NEEDS,
            wording=wording,
            moves=wording_moves.MOVES,
        )


def _who_record(db: Db) -> list[officers.Officer]:
    """This officer first, then the others, those who have left too: what they recorded is still there."""
    readers = [one for one in officers.of_council(db, g.officer.council) if one.role in READERS]
    return sorted(readers, key=lambda one: one.id != g.officer.id)


def _by_hand(db: Db) -> dict:
    to_do = tasks.to_do(db, g.officer.council)
    known = overview.which_of(db, {task.representation_id for task in to_do}, listing.may_see(g.officer))
    theirs = [task for task in to_do if task.representation_id in known]
    about = overview.of(db, {task.representation_id for task in theirs[:SHOWN]})
    moved = [task for task in theirs if task.what is Task.SEE_NEW_DATE]
    shown = [_task(task, about[task.representation_id]) for task in theirs[:SHOWN]]
    return {"rows": shown, "count": len(theirs), "moved": len(moved)}


def _task(task: SetTask, it: overview.Glance) -> dict:
    words = wording.TASKS[task.what, it.way]
    return {"task": task, "it": it, "words": words, "standing": standing.of_day(task.due_on, today(), holidays())}


def _drafts(db: Db) -> dict:
    waiting = child_letters.drafts(db, g.officer.council)
    known = overview.which_of(db, {draft.representation_id for draft in waiting}, listing.may_see(g.officer))
    theirs = [draft for draft in waiting if draft.representation_id in known]
    about = overview.of(db, {draft.representation_id for draft in theirs[:SHOWN]})
    some = [
        {"draft": draft, "it": about[draft.representation_id], "on": london_day(draft.made_at)}
        for draft in theirs[:SHOWN]
    ]
    return {"rows": some, "count": len(theirs)}


def _letters(db: Db) -> dict:
    refused = outbox.undelivered(db, g.officer.council)
    known = overview.which_of(db, {letter.representation_id for letter in refused}, readers.may_read(g.officer))
    theirs = [letter for letter in refused if letter.representation_id is None or letter.representation_id in known]
    about = overview.of(db, {letter.representation_id for letter in theirs[:SHOWN] if letter.representation_id})
    some = [{"letter": letter, "about": about.get(letter.representation_id)} for letter in theirs[:SHOWN]]
    return {"rows": some, "count": len(theirs)}
