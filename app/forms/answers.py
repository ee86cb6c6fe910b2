"""What the answers so far come to. What was not said has a meaning too, so that the journey can always go on."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from app.model.representation import Account, Answer, Feeling, Kind, OnBehalfOf, SafeContact, Telling, Way

Answers = Mapping[str, Mapping[str, str]]  # by question, then by field


def kind_of(answers: Answers) -> Kind:
    """A complaint unless they said something else: that is the kind with time limits."""
    return _chosen(answers, "kind", "kind", Kind) or Kind.COMPLAINT


def telling_of(answers: Answers) -> Telling:
    return _chosen(answers, "telling", "telling", Telling) or Telling.CHILD


def is_child(answers: Answers) -> bool:
    return telling_of(answers) is Telling.CHILD


def way_of(answers: Answers) -> Way:
    return _chosen(answers, "way", "way", Way) or Way.CODE


def contact_of(answers: Answers, place: str) -> SafeContact:
    """How to reach them. `place` is the question that asked where; with no place to write to there is only the code."""
    where = said(answers, place, "where")
    if not where.strip():
        return SafeContact()
    return SafeContact(way=way_of(answers), where=where, may_say_more=said(answers, place, "more") == "yes")


def on_behalf_of(answers: Answers) -> OnBehalfOf:
    if is_child(answers):
        return OnBehalfOf()
    return OnBehalfOf(
        name=said(answers, "child", "name"),
        knows=_chosen(answers, "child", "knows", Answer),
        agrees=_chosen(answers, "child", "agrees", Answer),
    )


def account_of(answers: Answers) -> Account:
    day = said(answers, "account", "day")
    return Account(
        feeling=_chosen(answers, "account", "feeling", Feeling),
        when=said(answers, "account", "when"),
        on=date.fromisoformat(day) if day else None,
        who_was_there=said(answers, "account", "who"),
    )


def said(answers: Answers, question: str, field: str) -> str:
    return answers.get(question, {}).get(field) or ""


def _chosen(answers: Answers, question: str, field: str, choices: type[StrEnum]):
    value = said(answers, question, field)
    return choices(value) if value in set(choices) else None
