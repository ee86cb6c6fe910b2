"""Going on, or asking to stop: about something told before.

When their code opens it, the request is joined to it, as those of the follow page are. Otherwise it is a record of its
own, for an officer to match. They see the same page after either, so that nobody learns here whether a code is one.
"""

from dataclasses import replace
from datetime import date
from functools import partial

from app.forms.answers import code_of
from app.forms.sending import applying
from app.model.event import What
from app.model.representation import Kind, Representation
from app.pages import tell_files
from app.pages.follow import NO_CODE, may_ask
from app.pages.here import council, now, post_addresses
from app.pages.robots import hold_if_robot, is_one_urgent_too_many
from app.post import owed
from app.post.letters import asking_letter, inbox_letter
from app.records import drafts, events, representations
from app.records.database import Db
from app.records.drafts import Draft

WHATS = {Kind.GOING_ON: What.ASKED_NEXT_STAGE, Kind.STOP: What.ASKED_TO_STOP}


def send(db: Db, draft: Draft, told: Representation, own_code: str) -> None:
    """All of it or none. `told` is what it would be by itself; `own_code` would then open it."""
    what, code = WHATS[told.kind], code_of(applying(draft.answers))
    found = representations.find_by_code(db, code or NO_CODE, council().slug)
    if found and what in may_ask(found):
        id = found.id
        _join(db, draft, told, found, what, tell_files.go_with(db, draft, id))
    else:
        told = replace(told, goes_with=found.id) if found else told
        representations.receive(db, told, sending=draft.sending, code=None if code else own_code)
        hold_if_robot(db, told, draft)
        id = told.id
        added = tell_files.go_with(db, draft, id)
        owed.queue(db, told, lambda: inbox_letter(told, council(), post_addresses(), now(), added), now())
    asked = {"what": what, "by_code": "yes" if code else "", "due_on": told.reference_due_on.isoformat()}
    drafts.mark_sent(db, draft, id, now(), left={"asked": asked})
    if code:
        drafts.forget_code(db, draft)  # they have one


def find_asked(draft: Draft) -> dict | None:
    """What was asked for, if that was what this draft was sent for."""
    asked = draft.answers.get("asked")
    return asked and asked | {"due_on": date.fromisoformat(asked["due_on"])}


def _join(db: Db, draft: Draft, told: Representation, found: Representation, what: What, files: int) -> None:
    representations.warn_of(db, found, told.urgent, told.for_manager_only, told.must_not_read)
    found = representations.get(db, found.id, found.council)  # with who must not read it
    more, once = _said_with(told, files), f"{found.id}:{draft.sending}"
    events.add(db, found.id, what, now(), words=told.words, once=once, more=more)
    addresses = post_addresses()
    urgent = told.urgent and not is_one_urgent_too_many(db, found)
    letter = partial(asking_letter, found, council(), what, told.words, addresses, now(), once, urgent, more)
    owed.queue(db, found, letter, now())


def _said_with(told: Representation, files: int) -> dict[str, str]:
    said = {
        "telling": told.telling,
        "name": told.name,
        "child": told.on_behalf_of.name,
        "onward": told.onward,
        "safe": told.safe,
        "files": str(files or ""),
    }
    return {name: value for name, value in said.items() if value}
