"""Pages: every component in every state, for whoever makes or changes one. In development only.

From the same examples that the tests render. Colours, direction and room are chosen in the address, as links.
"""

from dataclasses import replace

from flask import Blueprint, abort, current_app, g, render_template, request

from app.councils.languages import ENGLISH
from app.pages.here import library
from app.pages.look import COLOURS, Look
from app.pages.preview_examples import Example, all_examples

pages = Blueprint("preview", __name__, url_prefix="/preview")

DIRECTIONS = ("ltr", "rtl")
ROOMS = ("", "320", "390", "768")  # CSS pixels; "" for as much as there is
COMPONENT = "components/{}.html"


@pages.before_request
def find_place():
    """Components speak of a council: the first one will do."""
    if current_app.extensions["house"].settings.production:
        abort(404)
    g.council = next(iter(library().councils.values()))
    g.language = replace(ENGLISH, direction=_chosen("direction", DIRECTIONS))


@pages.get("")
def index():
    return render_template("preview/index.html", components=all_examples(), **_choices())


@pages.get("/<component>")
def show(component: str):
    examples = all_examples().get(component) or abort(404)
    shown = [(example, *rendered(component, example)) for example in examples]
    return render_template("preview/show.html", component=component, shown=shown, **_choices())


def rendered(component: str, example: Example) -> tuple[str, str]:
    """The HTML of one example; or, of a component that is no macro, the file to include."""
    file = COMPONENT.format(example.file or component.partition("--")[0])
    if not example.macro:
        return "", file
    context: dict = {}
    current_app.update_template_context(context)
    macro = getattr(current_app.jinja_env.get_template(file).make_module(context), example.macro)
    given = {**example.given, "caller": lambda: example.words} if example.words else example.given
    return macro(**given), ""


def _choices() -> dict:
    chosen = {"colours": _chosen("colours", COLOURS), "direction": g.language.direction, "room": _chosen("room", ROOMS)}
    offered = {"colours": COLOURS, "direction": DIRECTIONS, "room": ROOMS}
    return {"chosen": chosen, "offered": offered, "look": Look(chosen["colours"]), "language_ways": _language_ways()}


def _language_ways() -> list:
    return [(g.language, "/preview"), (replace(ENGLISH, name="English, again"), "/preview")]


def _chosen(name: str, offered: tuple[str, ...]) -> str:
    asked = request.args.get(name, offered[0])
    return asked if asked in offered else offered[0]
