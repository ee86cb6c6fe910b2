"""Pages: signing in with the council's own account (single sign-on). It lets officers in that we know."""

import hmac
import logging

from flask import current_app, flash, redirect, request, session, url_for
from flask_babel import gettext as _

from app.extensions import limiter
from app.pages.desk import door
from app.pages.desk.blueprint import pages
from app.pages.desk.door import anybody
from app.pages.desk.going_on import after, our_own
from app.pages.desk.oidc import Away, Provider, Untrusted
from app.pages.here import now, post_addresses, records, sender
from app.records import challenges, officers
from app.records.trail import Act

TRIES_FROM_ONE_ADDRESS = "60 per 15 minutes"  # a whole council may stand behind one
ELSEWHERE = "elsewhere"
ASKED = f"asked-{ELSEWHERE}"

log = logging.getLogger(__name__)


@pages.get("/sign-in/elsewhere")
@anybody
@limiter.limit(TRIES_FROM_ONE_ADDRESS, key_func=lambda: f"desk elsewhere {sender()}")
def go_elsewhere():
    provider = _provider()
    if provider is None:
        return redirect(url_for("desk.sign_in"), code=303)
    try:
        asked = provider.ask()
    except Away as why:
        return _did_not_work(why)
    more = {"state": asked.state, "nonce": asked.nonce, "verifier": asked.verifier}
    with records().writing() as db:
        more["then"] = our_own(request.args.get("then"))
        session[ASKED] = challenges.ask(db, ELSEWHERE, more, now())
    return redirect(asked.address, code=303)


@pages.get("/sign-in/back")
@anybody
@limiter.limit(TRIES_FROM_ONE_ADDRESS, key_func=lambda: f"desk back {sender()}")
def come_back():
    """The answer. It must be to a question that this browser asked, a little while ago, and be the first one."""
    provider = _provider()
    with records().writing() as db:
        asked = challenges.take(db, session.pop(ASKED, None), ELSEWHERE, now())
    if provider is None or asked is None:
        return redirect(url_for("desk.sign_in"), code=303)
    try:
        email = _email(provider, asked)
    except (Away, Untrusted) as why:
        return _did_not_work(why)
    with records().reading() as db:
        officer = officers.find(db, email)
    if officer is None or not officer.active:
        flash(_("Your council knows you, but this desk does not. Ask whoever looks after this site at your council."))
        return redirect(url_for("desk.sign_in"), code=303)
    door.come_in(officer, act=Act.SIGNED_IN_ELSEWHERE)
    return redirect(after(asked["then"]), code=303)


def _email(provider: Provider, asked: dict) -> str:
    if not hmac.compare_digest(request.args.get("state", "").encode(), asked["state"].encode()):
        raise Untrusted("the state is another one")
    if request.args.get("iss", provider.issuer) != provider.issuer:  # RFC 9207
        raise Untrusted("the answer is from somebody else")
    code = request.args.get("code")
    if not code:
        raise Untrusted("there is no code: it was refused, or broken off")
    return provider.email_of(code, asked["nonce"], asked["verifier"], now())


def _provider() -> Provider | None:
    settings = current_app.extensions["house"].settings
    if not settings.oidc_issuer:
        return None
    back_to = post_addresses().desk + url_for("desk.come_back")
    return Provider(settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret, back_to)


def _did_not_work(why: Exception):
    log.error("the council's own sign-in: %s", why)
    if isinstance(why, Away):
        flash(_("Your council’s own sign-in does not answer just now. Try again, or give your password here."))
    else:
        flash(_("Your council’s own sign-in did not tell us who you are. Try again, or give your password here."))
    return redirect(url_for("desk.sign_in"), code=303)
