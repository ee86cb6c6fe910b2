"""Flask-Security at the desk: who an officer is, and how a password is kept.

Only its core is used. Its own pages (register, recover, change, two-factor, passkeys, tokens) do not exist here: the
desk has pages of its own, and its sessions are on the server (app/records/desk_sessions.py). It and the extensions it
brings look at the session on every request: here they do so at the desk alone, so that a public page never touches a
cookie.
"""

from collections.abc import Callable
from functools import wraps

from flask import Flask, request
from flask_security import Security, UserMixin
from flask_security.datastore import UserDatastore

from app.records import officers
from app.records.database import Records
from app.records.officers import Officer

DESK = "/desk/"
SETTINGS = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    # OWASP's measure for argon2id: 19 MiB, twice over, one lane. More, and a few guesses at once fill a small server.
    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {
        "argon2__memory_cost": 19456,
        "argon2__time_cost": 2,
        "argon2__parallelism": 1,
    },
    "SECURITY_PASSWORD_SINGLE_HASH": True,  # argon2 has a salt of its own; SECRET_KEY may change without locking us out
    "SESSION_PROTECTION": None,  # it writes in the sessions of children who pass by; the desk counts minutes of its own
    "SECURITY_CLI_USERS_NAME": None,
    "SECURITY_CLI_ROLES_NAME": None,
}


class Account(UserMixin):
    """An officer, as Flask-Security knows them."""

    fs_uniquifier = ""
    roles = ()

    def __init__(self, officer: Officer):
        self.officer = officer
        self.id, self.email, self.password = officer.id, officer.email, officer.password
        self.active, self.fs_uniquifier = officer.active, officer.fs_uniquifier


class Officers(UserDatastore):
    """Flask-Security's way to our records. It finds, and keeps a password that was hashed anew; no more."""

    def __init__(self, records: Records):
        super().__init__(Account, role_model=None)
        self.records = records

    def find_user(self, case_insensitive: bool = False, **sought) -> Account | None:
        with self.records.reading() as db:
            if "email" in sought:
                officer = officers.find(db, sought["email"])
            else:
                officer = officers.find_called(db, sought["fs_uniquifier"])
        return Account(officer) if officer else None

    def put(self, account: Account) -> Account:
        with self.records.writing() as db:
            officers.keep_password(db, account.id, account.password)
        return account


def open_the_desk(app: Flask) -> None:
    app.config.update(SETTINGS)
    hooks = (app.before_request_funcs, app.after_request_funcs, app.template_context_processors)
    before = [list(hook.get(None, ())) for hook in hooks]
    security = Security(app, Officers(app.extensions["house"].records), register_blueprint=False)
    security.login_manager.request_loader(lambda request: None)  # nobody comes in by a token
    for hook, known, otherwise in zip(hooks, before, (_nothing, _as_it_is, _no_facts), strict=True):
        hook[None] = [one if one in known else _only_at_the_desk(one, otherwise) for one in hook[None]]


def _only_at_the_desk(hook: Callable, otherwise: Callable) -> Callable:
    @wraps(hook)
    def at_the_desk(*given):
        return hook(*given) if request and request.path.startswith(DESK) else otherwise(*given)

    return at_the_desk


def _nothing() -> None:
    return None


def _as_it_is(response):
    return response


def _no_facts() -> dict:
    return {}
