"""What was said besides the words, sealed with a representation: some of it in one value, as JSON.

What an older record does not have was not said.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from sqlalchemy import Row

from app.model.representation import (
    Account,
    Answer,
    Feeling,
    IfAnother,
    OnBehalfOf,
    Onward,
    Representation,
    SafeContact,
    Way,
)
from app.model.topic import Topic
from app.records.vault import Vault

TABLE = "representation"


def sealed(vault: Vault, told: Representation) -> dict:
    """The columns that hold it."""
    contact = told.contact
    more = {
        "safe": told.safe,
        "topic": told.topic,
        "onward": told.onward,
        "reference_given": told.reference_given,
        "code_given": told.code_given,
        "goes_with": told.goes_with,
        "when": contact.when,
        "if_another": contact.if_another,
        "keep_from": contact.keep_from,
    }
    account = asdict(told.account) | {"on": told.account.on.isoformat() if told.account.on else None}
    return {
        "account": vault.seal_json(account, TABLE, told.id, "account"),
        "on_behalf_of": vault.seal_json(asdict(told.on_behalf_of), TABLE, told.id, "on_behalf_of"),
        "where": vault.seal(contact.where, TABLE, told.id, "where"),
        "way": contact.way,
        "may_say_more": contact.may_say_more,
        "must_not_read": vault.seal(told.must_not_read, TABLE, told.id, "must_not_read"),
        "more": vault.seal_json(more, TABLE, told.id, "more"),
    }


def opened(vault: Vault, row: Row) -> dict:
    """The facts of a representation that these columns hold."""
    facts = row._asdict()
    behalf = vault.open_json(row.on_behalf_of, TABLE, row.id, "on_behalf_of")
    more = vault.open_json(row.more, TABLE, row.id, "more") if row.more else {}
    account = vault.open_json(row.account, TABLE, row.id, "account") if row.account else {}
    secret = row.must_not_read
    return {
        "account": _kept_account(**account),
        "on_behalf_of": OnBehalfOf(
            name=behalf["name"],
            bond=behalf.get("bond", ""),
            knows=_one_of(Answer, behalf, "knows"),
            agrees=_one_of(Answer, behalf, "agrees"),
            may_contact=_one_of(Answer, behalf, "may_contact"),
            how_to_contact=behalf.get("how_to_contact", ""),
        ),
        "contact": SafeContact(
            way=Way(row.way),
            where=vault.open(facts["where"], TABLE, row.id, "where"),
            may_say_more=row.may_say_more,
            when=more.get("when", ""),
            if_another=_one_of(IfAnother, more, "if_another"),
            keep_from=more.get("keep_from", ""),
        ),
        "must_not_read": vault.open(secret, TABLE, row.id, "must_not_read") if secret else "",
        "safe": _one_of(Answer, more, "safe"),
        "topic": _one_of(Topic, more, "topic"),
        "onward": _one_of(Onward, more, "onward"),
        "reference_given": more.get("reference_given", ""),
        "code_given": more.get("code_given", False),
        "goes_with": more.get("goes_with", ""),
    }


def _kept_account(feeling: str | None = None, on: str | None = None, **words: str) -> Account:
    return Account(feeling=Feeling(feeling) if feeling else None, on=date.fromisoformat(on) if on else None, **words)


def _one_of(choices, facts: Mapping, name: str):
    return choices(facts[name]) if facts.get(name) else None
