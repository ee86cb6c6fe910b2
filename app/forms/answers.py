"""What the answers so far come to. What was not said has a meaning too, so that the journey can always go on."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from app.model.follow_up_code import InvalidCode, parse_code
from app.model.representation import (
    ABOUT_ANOTHER,
    Account,
    Answer,
    Feeling,
    IfAnother,
    Kind,
    OnBehalfOf,
    Onward,
    SafeContact,
    Telling,
    Way,
)
from app.model.topic import Topic

Answers = Mapping[str, Mapping[str, str]]  # by question, then by field


def chosen_kind(answers: Answers) -> Kind:
    """What they came for. A complaint unless they said something else: that is the kind with time limits."""
    return _chosen(answers, "kind", "kind", Kind) or Kind.COMPLAINT


def kind_of(answers: Answers) -> Kind:
    """What it comes to. Somebody who asks for an advocate and says what is wrong makes a complaint: its clock runs."""
    chosen = chosen_kind(answers)
    if chosen is Kind.ADVOCATE and said(answers, "also", "also") == "yes":
        return Kind.COMPLAINT
    return chosen


def wants_advocate(answers: Answers) -> bool:
    return chosen_kind(answers) is Kind.ADVOCATE or said(answers, "advocate", "advocate") == "yes"


def is_about_another(answers: Answers) -> bool:
    """Is it about something that was told before?"""
    return kind_of(answers) in ABOUT_ANOTHER


def code_of(answers: Answers) -> str:
    """The follow-up code they gave, as parse_code gives it; "" if it was none."""
    if not is_about_another(answers) or said(answers, "number", "have") == "none":
        return ""
    try:
        return parse_code(said(answers, "number", "given"))
    except InvalidCode:
        return ""


def reference_of(answers: Answers) -> str:
    """The reference number they gave, as they typed it. A code is never taken for one: it would be written down."""
    if said(answers, "number", "have") == "none" or code_of(answers):
        return ""
    return said(answers, "number", "given").strip()


def safe_of(answers: Answers) -> Answer | None:
    return _chosen(answers, "safe", "safe", Answer)


def topic_of(answers: Answers) -> Topic | None:
    return _chosen(answers, "topic", "topic", Topic)


def onward_of(answers: Answers) -> Onward | None:
    return _chosen(answers, "onward", "onward", Onward)


def names_a_reader(answers: Answers) -> bool:
    """Must somebody at the council not read it? A name says so too, whatever was chosen beside it."""
    return said(answers, "council", "someone") == "yes" or bool(said(answers, "council", "who").strip())


def telling_of(answers: Answers) -> Telling:
    return _chosen(answers, "telling", "telling", Telling) or Telling.CHILD


def is_child(answers: Answers) -> bool:
    return telling_of(answers) is Telling.CHILD


def way_of(answers: Answers) -> Way:
    return _chosen(answers, "way", "way", Way) or Way.CODE


def contact_of(answers: Answers, place: str) -> SafeContact:
    """How to reach them. `place` is the question that asked where; with no place to write to there is only the code."""
    where, keep_from = said(answers, place, "where"), said(answers, "safely", "keep_from")
    in_haste = said(answers, "now", "reach")
    if in_haste.strip() and not said(answers, "way", "way"):
        return SafeContact(way=Way.AS_WRITTEN, where=in_haste, keep_from=keep_from)
    if not where.strip():
        return SafeContact(keep_from=keep_from)
    return SafeContact(
        way=way_of(answers),
        where=where,
        may_say_more=said(answers, place, "more") == "yes",
        when=said(answers, "safely", "when"),
        if_another=_chosen(answers, "safely", "if_another", IfAnother) if way_of(answers) is Way.CALL else None,
        keep_from=keep_from,
    )


def on_behalf_of(answers: Answers) -> OnBehalfOf:
    if is_child(answers):
        return OnBehalfOf()
    return OnBehalfOf(
        name=said(answers, "child", "name"),
        bond=said(answers, "child", "bond"),
        knows=_chosen(answers, "child", "knows", Answer),
        agrees=_chosen(answers, "child", "agrees", Answer),
        may_contact=_chosen(answers, "childs-contact", "may_contact", Answer),
        how_to_contact=said(answers, "childs-contact", "how"),
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
