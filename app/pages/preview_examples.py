"""Every component in every state: what /preview shows, and what the tests of components render.

Made within a request: words, links and days are those of the council that is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.councils.council import Contact
from app.pages import preview_samples as samples
from app.pages.here import book, today

NUMBER = "2081 9828 3454 5662"
LINK = "/preview"
SOMEBODY = Contact("somebody", "Example helpline", "Anybody at all", "0151 496 0123", hours="Any time", verified=True)
BY_LINK = Contact("by-link", samples.LONG_WORD, "By video", link="https://example.org", verified=True)


@dataclass(frozen=True)
class Example:
    """One state of a component: a macro and what it is given; without one, the whole file as it is."""

    state: str
    macro: str = ""
    given: Mapping = field(default_factory=dict)
    words: str = ""  # what goes between call and endcall
    file: str = ""  # of the macro, when it is another component's


def all_examples() -> dict[str, list[Example]]:
    """By the name of the component's file; what cannot stand on one page with the rest has a page of its own."""
    return {**_small(), **_fields(), **_large()}


def _small() -> dict[str, list[Example]]:
    kinds = ("calm", "good", "help", "you", "wrong")
    long = samples.LONG_WORD
    return {
        "button": [
            Example("as it is", "button", {"text": "Carry on"}),
            Example("quiet", "button", {"text": "Go back", "kind": "quiet"}),
            Example("you", "button", {"text": "I have written it down", "kind": "you"}),
            Example("small", "button", {"text": "Listen", "kind": "quiet", "size": "small", "icon": "ear"}),
            Example("long word", "button", {"text": long}),
            Example("a link", "button_link", {"text": "Tell us", "href": LINK, "icon": "arrow"}),
        ],
        "box": [
            *(Example(kind, "box", {"kind": kind, "picture_name": "check"}, "Some words.") for kind in kinds),
            Example("without a picture, long word", "box", {"kind": "calm"}, long),
            Example("a message", "box", {"kind": "you", "status": True}, "It has been added."),
        ],
        "chip": [
            *(Example(kind or "as it is", "chip", {"words": "10 working days", "kind": kind}) for kind in ("", "you")),
            Example("long word", "chip", {"words": long}),
            Example("of a step", "step_time", {"step": samples.step()}),
        ],
        "calendar": [
            Example("leaf", "calendar_leaf", {"date": today()}),
            Example("with words", "dated", {"date": today(), "words": "You get your answer by then."}),
            Example("long word", "dated", {"date": today(), "words": long}),
            Example("several", "dates", {"list": [(today(), "Today"), (samples.told().answer.due, "Our answer")]}),
        ],
        "code": [Example("as it is", "code_box", {"code": NUMBER})],
        "progress": [
            Example("first", "progress", {"part": 1, "parts": 4, "name": "What it is about", "way_come": 0}),
            Example("nearly there, long word", "progress", {"part": 4, "parts": 4, "name": long, "way_come": 0.9}),
        ],
        "picture": [
            Example("as it is", "picture", {"name": "letter"}),
            Example("turned with the page", "picture", {"name": "arrow", "turns": True}),
            Example("round", "picture_round", {"name": "shield"}),
        ],
        "help": [
            Example("a box", "help_numbers", {"contacts": [SOMEBODY, BY_LINK], "title": "Who to call"}),
            Example("nobody", "help_numbers", {"contacts": []}),
            Example("a list", "help_line", {"contacts": book().danger}),
        ],
        "contacts": [Example("on paper only", "contacts_page", {"contacts": book().contacts})],
        "listen": [Example("as it is", "listen_button")],
        "leave": [Example("as it is", "leave_link", {"to": LINK})],
    }


def _fields() -> dict[str, list[Example]]:
    def of(state: str) -> list[Example]:
        form = samples.form(state)
        said = state.replace("-", " ")
        asked = {"hints": samples.HINTS, "pictures": samples.PICTURES}
        return [
            *([Example("what is to mend", "error_summary", {"form": form})] if state == "wrong" else ()),
            Example(f"a line, {said}", "text_input", {"field": form.name}),
            Example(f"an address, {said}", "text_input", {"field": form.email, "inputmode": "email"}),
            Example(f"words, {said}", "text_area", {"field": form.words, "rows": 4}),
            Example(f"choices, {said}", "choices", {"field": form.way, **asked}),
            Example(f"a day, {said}", "text_input", {"field": form.day, "kind": "short"}),
            Example(f"a list, {said}", "select", {"field": form.who}),
            Example(f"a tick, {said}", "checkbox", {"field": form.shared}),
        ]

    return {"field": of("empty"), "field--filled-in": of("filled-in"), "field--wrong": of("wrong")}


def _large() -> dict[str, list[Example]]:
    step, last = samples.step(), samples.step("ombudsman")
    here = {"step": "looked-at", "done": ["recorded"]}
    return {
        "about": [
            Example("a step", "about", {"step": step, "id": "one", "level": 2, "own_page": True}),
            Example("long words", "about", {"step": samples.with_long_words(last), "id": "two", "level": 2}),
        ],
        "days": [Example("from today", "days", {"told": samples.told()})],
        "days--no-day": [
            Example("not a day", "days", {"told": samples.told(), "typed": "soon", "why_not": "That is not a day."})
        ],
        "days--late": [Example("told long ago", "days", {"told": samples.told(60), "typed": "2026-09-23"})],
        "counting": [Example("as it is", "how_we_counted", {"counted": samples.told().answer}, "It came on Monday.")],
        "stage_map": [Example("as it is", "stage_map", {"map": book().stage_map})],
        "stage_map--followed": [Example("you are here", "stage_map", {"map": samples.one_land(), "here": here})],
        "info_dialog": [
            Example("open it by an “i”", "stage_map", {"map": samples.one_land()}, file="stage_map"),
            Example("it stands here, closed", "info_dialog"),
        ],
        "jump": [Example("as it is", "jump", {"map": book().stage_map})],
        "not_for_people": [Example("nothing is seen", "not_for_people")],
        "languages": [Example("as it is")],
        "look": [Example("as it is")],
        "answering": [Example("nothing, where the council answers in the language")],
        "header": [Example("as it is")],
        "footer": [Example("as it is")],
    }
