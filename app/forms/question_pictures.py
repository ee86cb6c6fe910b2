"""Pictures of the form: one for each question, seen beside how far along one is; and, in Easy Read, for each choice."""

from collections.abc import Mapping

from app.forms.saying import FEELING_PICTURES
from app.forms.wording import KIND_PICTURES
from app.forms.wording_contact import WAY_PICTURES

QUESTION_PICTURES = {
    "kind": "signpost",
    "telling": "hand",
    "safe": "shield",
    "now": "clock",
    "child": "child",
    "childs-contact": "card",
    "onward": "map",
    "number": "tag",
    "also": "plus",
    "topic": "topics",
    "elsewhere": "globe",
    "words": "write",
    "files": "photo",
    "account": "calendar",
    "wish": "star",
    "name": "badge",
    "way": "phone",
    "email": "email",
    "phone": "mobile",
    "address": "house",
    "person": "people",
    "safely": "lock",
    "council": "eye",
    "advocate": "advocate",
}

# What the choices of a field show in Easy Read, by the field’s name and the choice’s value.
CHOICE_PICTURES: Mapping[str, Mapping[str, str]] = {
    "kind": KIND_PICTURES,
    "telling": {"child": "child", "family": "house", "advocate": "advocate", "other": "people"},
    "safe": {"yes": "smile", "no": "face-scared", "not-sure": "question"},
    "onward": {"stage-2": "badges", "stage-3": "three", "unhappy": "sad"},
    "have": {"code": "key", "reference": "tag", "none": "close"},
    "topic": {
        "worker": "people",
        "carer": "house",
        "plan": "papers",
        "family": "heart",
        "moving": "pin",
        "money": "money",
        "leaving-care": "door",
        "school": "school",
        "send": "book",
        "admissions": "list",
        "health": "health",
        "police": "police",
        "court": "scales",
        "something-else": "topics",
    },
    "feeling": FEELING_PICTURES,
    "way": WAY_PICTURES,
    "more": {"no": "lock", "yes": "speech"},
    "if_another": {"nothing": "stop", "call-again": "clock", "who-we-are": "badge"},
}
YES_OR_NO = {"yes": "check", "no": "close", "not-sure": "question"}


def choice_pictures(name: str) -> Mapping[str, str]:
    """Of the field of this name."""
    return CHOICE_PICTURES.get(name, YES_OR_NO)
