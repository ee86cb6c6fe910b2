"""Page: one move of the procedure. It says what the young person will be told, and asks only what the move needs."""

import secrets

from flask import abort, flash, g, redirect, render_template, url_for
from flask_babel import gettext as _

from app.forms.desk_move_parts import Facts
from app.forms.desk_moves import MoveForm, form_class
from app.model import clocks
from app.model.course import Course, NotOffered, check_offered
from app.model.move import Key
from app.model.procedure import PROCEDURE
from app.model.representation import Representation
from app.pages.desk import drafting, finding, kept, procedure, recording, timeline
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only, own_council
from app.pages.desk.wording_moves import MOVES, TELLS
from app.pages.here import holidays, now, records, today
from app.post.news import tell_news
from app.records import deadlines, events, making, officers, representations, trail, unheard
from app.records.database import Db
from app.records.deadlines import Kept
from app.records.making import Making, SeenBefore
from app.records.trail import Act

ONCE_LETTERS = 32
STALE = 409  # somebody else was quicker


@pages.route("/representations/<id>/moves/<key>", methods=["GET", "POST"])
@only(*READERS)
def move(id: str, key: str):
    if key not in set(Key):
        abort(404)
    with records().reading() as db:
        told = finding.get(db, id)
        course = making.course(db, told)
        open_dates = deadlines.open_of(db, id)
        asked_to_stop = unheard.wants_to_stop([event.what for event in events.of(db, id)])
        names = {one.id: one.called for one in officers.of_council(db, g.officer.council) if one.role in READERS}
    if key == Key.RECORDED and told.needs_recording:
        return redirect(url_for("desk.record", id=id), code=303)
    if key == Key.WITHDRAWN and asked_to_stop:
        return redirect(url_for("desk.stop", id=id), code=303)
    form = _form(Key(key), course, open_dates, told, names)
    seen, status = course.last_number, form.status
    if form.validate_on_submit():
        if _make(told, Key(key), form):
            kept.forget()
            return redirect(url_for("desk.show", id=id), code=303)
        with records().reading() as db:
            course, status = making.course(db, finding.get(db, id)), STALE
    elif form.is_submitted():
        status = form.status
    if form.is_submitted():
        seen = max(form.number_seen, 0)
    changed = [one for one in course.made if one.number > seen]
    is_offered = _is_offered(course, Key(key))
    if not is_offered and not form.is_submitted():
        flash(_("That cannot be done from where it stands now."))
        return redirect(url_for("desk.show", id=id), code=303)
    form.seen.data = str(course.last_number)  # they see everything now
    return render_template(
        "desk/move.html", form=form, told=told, key=key, move=PROCEDURE[Key(key)], words=MOVES[Key(key)],
        tells=TELLS[Key(key)], place=procedure.place_of(told, Key(key)), is_offered=is_offered,
        changed=[timeline.of_move(one, names) for one in changed],
    ), status  # fmt: skip


def _make(told: Representation, key: Key, form: MoveForm) -> bool:
    """Whether it stands now: made, or made already by the very same press. False when somebody else was quicker."""
    council = own_council()
    once = (form.once.data or "")[:ONCE_LETTERS]
    wished = Making(key=key, on=form.on.data, officer=g.officer.id, why=form.reason, said=form.said, once=once)
    with records().writing() as db:
        told = finding.hold(db, told.id)
        try:
            is_new = making.make(db, told, wished, form.number_seen, council.timetable, holidays(), now())
        except (SeenBefore, NotOffered):
            return False
        if is_new:
            _follow_up(db, representations.get(db, told.id, told.council), key, form)
    flash(_("It is kept: %(move)s.", move=MOVES[key]) if is_new else _("It was kept already. Nothing was done twice."))
    return True


def _follow_up(db: Db, told: Representation, key: Key, form: MoveForm) -> None:
    """What a move brings with it: news for the young person, and the trail."""
    council = own_council()
    if key is Key.WITHDRAWN:
        recording.stopped(db, told, council, g.officer, form.on.data, holidays(), now())
        drafting.draft(db, told)
        return
    if PROCEDURE[key].tells:
        number = making.course(db, told).last_number
        tell_news(db, told, council, finding.addresses(), holidays(), now(), f"move:{number}")
        drafting.draft(db, told)
    trail.add(db, now(), council.slug, g.officer.id, Act.MOVED, told.id)


def _is_offered(course: Course, key: Key) -> bool:
    try:
        check_offered(course, key)
    except NotOffered:
        return False
    return True


def _form(key: Key, course: Course, dates: list[Kept], told: Representation, names: dict[str, str]) -> MoveForm:
    clock = next((one.deadline for one in dates if one.deadline.clock in (*clocks.EXTENDABLE, "panel")), None)
    timetable = own_council().timetable
    limits = None if clock is None else clocks.longest_on(clock, timetable[clock.clock], holidays())
    facts = Facts(
        course=course,
        since=course.here[0].moved_on if course.here else told.received_on,
        today=today(),
        holidays=holidays(),
        due_on=clock.due_on if clock else None,
        longest_on=limits,
        papers_days=timetable["panel-papers"].usual,
        officers={g.officer.id: names[g.officer.id]} | names,
    )
    first = {"once": secrets.token_hex(16), "seen": course.last_number, "on": today()}
    return form_class(PROCEDURE[key])(**kept.formdata(g.officer.id), data=first, facts=facts)
