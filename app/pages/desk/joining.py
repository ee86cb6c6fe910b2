"""A request that came without a code: an officer joins it to what it belongs to, by its reference number.

From then on it is a request like those of the follow page: a stop still waits until an officer has spoken with the
young person. The request stays as it came.
"""

from flask import flash, g, redirect, url_for
from flask_babel import gettext as _

from app.forms.desk import JoinForm
from app.model.event import What
from app.model.reference_number import InvalidReference, parse_reference
from app.model.representation import ABOUT_ANOTHER, Kind, Representation
from app.pages.desk import finding
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only, own_council
from app.pages.here import now, records
from app.records import events, readers, representations, trail
from app.records.database import Db
from app.records.trail import Act

WHATS = {Kind.GOING_ON: What.ASKED_NEXT_STAGE, Kind.STOP: What.ASKED_TO_STOP}


@pages.post("/representations/<id>/join")
@only(*READERS)
def join(id: str):
    form = JoinForm()
    good = form.validate_on_submit()
    with records().writing() as db:
        told = finding.hold(db, id)
        is_request = told.kind in ABOUT_ANOTHER
        whole = _find(db, form.reference.data or "") if good and is_request else None
        if whole:
            _join(db, told, whole)
    if not good:
        flash(_("We could not be sure that this came from this page. Press again."))
    elif not is_request:
        flash(_("This is no request about something told before: there is nothing to join."))
    elif whole is None:
        flash(_("We have nothing with that reference number. Look at each letter again."))
    else:
        flash(_("Joined. It stands in what has happened there."))
    return redirect(url_for("desk.show", id=whole.id if whole else id), code=303)


def _find(db: Db, typed: str) -> Representation | None:
    """What has this reference number, and is itself something that was told."""
    try:
        reference = parse_reference(typed, own_council().prefix)
    except InvalidReference:
        return None
    id = representations.find_by_reference(db, reference, g.officer.council)
    found = finding.hold(db, id) if id and readers.may(db, g.officer, id) else None
    return found if found and found.kind not in ABOUT_ANOTHER else None


def _join(db: Db, told: Representation, whole: Representation) -> None:
    """Once, however often it is pressed. What was said of danger, and of who must not read it, goes along."""
    more = {"telling": told.telling, "name": told.name, "child": told.on_behalf_of.name, "onward": told.onward}
    more = {name: value for name, value in more.items() if value} | ({"safe": told.safe} if told.safe else {})
    if events.add(db, whole.id, WHATS[told.kind], now(), words=told.words, once=f"joined:{told.id}", more=more):
        representations.warn_of(db, whole, told.urgent, told.for_manager_only, told.must_not_read)
        readers.join(db, told.id, whole.id)
        events.add(db, told.id, What.JOINED, now(), officer=g.officer.id, once=f"joined-to:{told.id}")
        trail.add(db, now(), g.officer.council, g.officer.id, Act.JOINED, whole.id)
