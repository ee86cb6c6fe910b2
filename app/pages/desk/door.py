"""The door of the desk: who may come in, and for how long. Every view says who, with `only` or `anybody`."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from flask import abort, current_app, flash, g, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user
from flask_security.utils import logout_user
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import Forbidden

from app.councils.council import Council
from app.pages.desk import kept
from app.pages.desk.blueprint import pages
from app.pages.desk.wording import ROLES
from app.pages.here import library, now
from app.records.officers import Officer, Role

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=8)
DESK = "desk"  # in the session: whose it is, when they signed in, and when they were last here
OWN_KEYS = (DESK, "kept", "fs_cc", "fs_paa", "_remember", "_flashes")  # what is ours there; the rest is a child's
READERS = (Role.OFFICER, Role.MANAGER)
EVERYBODY = "everybody"


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
            return view(**values)

        guarded.roles = frozenset(roles)
        return guarded

    return guard


def anybody(view: Callable) -> Callable:
    """Strangers too."""
    view.roles = EVERYBODY
    return view


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
    times = session.get(DESK)
    if not times:
        return None
    moment = now().timestamp()
    idle = moment - times["seen"] > IDLE.total_seconds()
    over = moment - times["began"] > LONGEST.total_seconds()
    if idle or over or not current_user.is_authenticated:
        typed = request.method == "POST" and kept.keep(times["officer"])
        leave(except_for=("kept",))
        say_signed_out(idle, typed)
        return None
    session[DESK] = times | {"seen": moment}
    return current_user.officer


def come_in(officer: Officer) -> None:
    """Note when they signed in. The token that was in this session before they did is worth nothing now."""
    session.pop("csrf_token", None)
    g.pop("csrf_token", None)
    moment = now().timestamp()
    session[DESK] = {"officer": officer.id, "began": moment, "seen": moment}


def leave(except_for: tuple[str, ...] = ()) -> None:
    """Signed out. What a child may have begun in this browser stays."""
    logout_user()
    for key in OWN_KEYS:
        if key not in except_for:
            session.pop(key, None)


def say_signed_out(idle: bool, typed: bool) -> None:
    if idle:
        flash(_("You were signed out, because nothing happened for 15 minutes."))
    else:
        flash(_("You have been signed out."))
    if typed:
        flash(_("What you typed has been kept. Sign in, and it is there again."))


def own_council() -> Council:
    """The council of the officer who is signed in."""
    return library().find_council(g.officer.council) or abort(403)


def _way_back() -> str:
    """Where to go after signing in: this page, or the form that was sent; nothing that only can be pressed."""
    can_be_shown = "GET" in request.url_rule.methods
    asked = f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else ""
    return request.path + asked if can_be_shown else url_for("desk.today")
