"""An advocate's own details: remembered for next time only when they ask, offered to advocates only, and forgotten at
one press. Never on a phone or computer that others use.
"""

from flask import Response, current_app, request

from app.forms.answers import Answers, telling_of
from app.forms.journey import Question
from app.model.representation import Telling
from app.pages.here import now, records
from app.pages.tell_draft import is_shared
from app.records import details
from app.records.database import Db

OWN = ("name", "way", "email", "phone", "address")  # questions about themselves; nothing of any child is in these


def remembered(answers: Answers) -> dict:
    """What to fill in for this advocate, by question. Nothing for anybody else."""
    if not may_remember(answers) or not _token():
        return {}
    with records().reading() as db:
        return details.find(db, _token(), now())


def remembered_at(question: Question, answers: Answers) -> dict | None:
    """What to fill in at this one question, when it has no answer yet."""
    if question.name not in OWN or question.name in answers:
        return None
    return remembered(answers).get(question.name)


def may_remember(answers: Answers) -> bool:
    return telling_of(answers) is Telling.ADVOCATE and not is_shared()


def keep_if_asked(db: Db, answers: Answers) -> str | None:
    """With what is sent. The token for the cookie, if they asked for it."""
    if not (request.form.get("remember") and may_remember(answers)):
        return None
    own = {name: answers[name] for name in OWN if name in answers}
    return details.keep(db, own, now(), instead_of=_token())


def forget(db: Db) -> None:
    details.forget(db, _token())


def give_cookie(answer: Response, token: str) -> None:
    """For this very host alone, out of reach of scripts, and never along with what another site sends."""
    answer.set_cookie(_name(), token, details.KEPT_FOR, **_cookie())


def take_cookie(answer: Response) -> None:
    if _token():
        answer.delete_cookie(_name(), **_cookie())


def _token() -> str | None:
    return request.cookies.get(_name())


def _name() -> str:
    return "__Host-details" if _is_secure() else "details"


def _cookie() -> dict:
    return {"secure": _is_secure(), "httponly": True, "samesite": "Strict"}


def _is_secure() -> bool:
    return current_app.config["SESSION_COOKIE_SECURE"]
