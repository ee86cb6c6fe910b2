"""The door of the desk: who may come in, and for how long. Every view says who, with `only` or `anybody`."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from flask import abort, current_app, flash, g, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import Forbidden

from app.councils.council import Council
from app.pages.desk import kept
from app.pages.desk.blueprint import pages
from app.pages.desk.going_on import our_own
from app.pages.desk.wording import ROLES
from app.pages.here import library, now, records
from app.records import desk_sessions, trail
from app.records.desk_sessions import NOTED_EVERY, Ended, Session, State
from app.records.officers import Officer, Role
from app.records.trail import Act

DESK = "desk"  # in the browser's cookie: the token of a session on the server, and nothing else
# What is ours in that cookie; the rest is a child’s.
OWN_KEYS = (DESK, "kept", "asked-set-up", "asked-passkey", "asked-elsewhere", "_flashes")
WHERE_IT_GOES_ON = {State.SECOND_STEP: "desk.second_step", State.SET_UP: "desk.set_up", State.IN: "desk.today"}
READERS = (Role.OFFICER, Role.MANAGER)
EVERYBODY = "everybody"
HALF_IN = "whoever has given their password"
FRESH_FOR = timedelta(minutes=15)  # ours: after that, what changes how they sign in is asked of them anew


def only(*roles: Role) -> Callable:
    """Officers with one of these roles, signed in."""

    def guard(view: Callable) -> Callable:
        @wraps(view)
        def guarded(**values):
            g.officer = find_officer()
            if g.officer is None:
                return redirect(url_for("desk.sign_in", then=_way_back()), code=303)
            if g.officer.role not in roles:
                return render_template("desk/not_open.html", role=ROLES[g.officer.role]), 403
            g.typed_before = kept.formdata(g.officer.id).get("formdata")
            answer = view(**values)
            kept.forget_what_was_sent(answer)
            return answer

        guarded.roles = frozenset(roles)
        return guarded

    return guard


def anybody(view: Callable) -> Callable:
    """Strangers too."""
    view.roles = EVERYBODY
    return view


def at_least(*states: State) -> Callable:
    """Officers whose session stands like this: the second step, or setting it up, may be still to come."""

    def guard(view: Callable) -> Callable:
        @wraps(view)
        def guarded(**values):
            found = find_session()
            if found is None:
                return redirect(url_for("desk.sign_in"), code=303)
            if found.state not in states:
                return redirect(url_for(WHERE_IT_GOES_ON[found.state]), code=303)
            g.half_in, g.officer = found.officer, found.officer if found.state is State.IN else None
            return view(**values)

        guarded.roles = HALF_IN
        return guarded

    return guard


def fresh(view: Callable) -> Callable:
    """What changes how they sign in: only soon after signing in, or whoever finds an open laptop makes it theirs."""

    @wraps(view)
    def guarded(**values):
        return view(**values) if is_fresh() else ask_to_sign_in_again()

    return guarded


def is_fresh() -> bool:
    return now() - g.desk_session.began_at <= FRESH_FOR


def ask_to_sign_in_again():
    with records().writing() as db:
        desk_sessions.end(db, session.get(DESK), now())
    leave()
    flash(_("This changes how you sign in. Sign in again first, please."))
    return redirect(url_for("desk.sign_in", then=url_for("desk.you")), code=303)


@pages.before_request
def nothing_without_a_rule() -> None:
    if not hasattr(current_app.view_functions[request.endpoint], "roles"):
        raise Forbidden


@pages.errorhandler(CSRFError)
def ask_again(error: CSRFError):
    """The form's token is old or not ours. The view shows what was typed again: its form is not valid without one."""
    try:
        return current_app.view_functions[request.endpoint](**request.view_args)
    except Exception as refused:  # noqa: BLE001 – each has its own page, which Flask looks for outside of handlers only
        return current_app.handle_user_exception(refused)


def find_officer() -> Officer | None:
    """Who is signed in. None for a stranger, and for an officer who was away too long or has been disabled."""
    found = find_session()
    return found.officer if found and found.state is State.IN else None


def find_session() -> Session | None:
    """The session of this browser, whole or half begun; it goes on from now. None when there is none, or it is over."""
    token = session.get(DESK)
    if not isinstance(token, str):
        return None
    moment = now()
    with records().reading() as db:
        found = desk_sessions.find(db, token, moment)
    if found is None or found.ended:
        _say_it_is_over(found)
        return None
    if moment - found.seen_at >= NOTED_EVERY:
        with records().writing() as db:
            desk_sessions.note_seen(db, token, moment)
    g.desk_session, g.desk_now = found, moment
    return found


def come_in(officer: Officer, state: State = State.IN, act: Act = Act.SIGNED_IN) -> None:
    """Begin a session in place of the one that was: nobody is in of whom the trail does not know.

    The form token from before they signed in is worth nothing now.
    """
    with records().writing() as db:
        desk_sessions.end(db, session.get(DESK), now())
        token = desk_sessions.begin(db, officer.id, state, now())
        if state is State.IN:
            trail.add(db, now(), officer.council, officer.id, act)
    session[DESK] = token
    session.pop("csrf_token", None)
    g.pop("csrf_token", None)


def leave(except_for: tuple[str, ...] = ()) -> None:
    """This browser forgets its session. What a child may have begun in it stays."""
    for key in OWN_KEYS:
        if key not in except_for:
            session.pop(key, None)


def own_council() -> Council:
    """The council of the officer who is signed in."""
    return library().find_council(g.officer.council) or abort(403)


def _say_it_is_over(found: Session | None) -> None:
    was_in = found and found.state is State.IN
    typed = bool(was_in and request.method == "POST" and kept.keep(found.officer.id))
    leave(except_for=("kept",))
    if found and found.ended is Ended.IDLE and was_in:
        flash(_("You were signed out, because nothing happened for 15 minutes."))
    else:
        flash(_("You have been signed out."))
    if typed:
        flash(_("What you typed has been kept. Sign in, and it is there again."))


def _way_back() -> str:
    """Where to go after signing in: this page with what it was asked for, or the one with the form that was sent."""
    page = kept.where_it_was_typed()
    asked = request.query_string.decode("ascii", "replace") if page == request.path else ""
    return our_own(f"{page}?{asked}" if asked else page) or url_for("desk.today")
