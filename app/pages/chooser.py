"""Page: who looks after you? Straight on when there is only one council."""

from flask import Blueprint, abort, current_app, g, make_response, redirect, render_template, request, url_for

from app.councils.council import Council
from app.councils.languages import ENGLISH
from app.model.finding import begins_like
from app.pages.here import council, library

pages = Blueprint("chooser", __name__)

LONGEST_HEADER = 1000  # of Accept-Language; a longer one is nobody's real wish
LONGEST_NAME = 80


@pages.get("/")
def show():
    """Choose from the list, or type the first letters: a plain GET form, which htmx sends while it is typed in."""
    councils = list(library().councils.values())
    pinned = current_app.extensions["house"].settings.site_council
    if pinned or len(councils) == 1:
        return redirect(url_for("chooser.best_language", council=pinned or councils[0].slug), code=303)
    g.language = ENGLISH
    typed = request.args.get("name", "")[:LONGEST_NAME]
    found = [one for one in councils if begins_like(typed, one.name)]
    return render_template(
        "chooser/show.html",
        councils=sorted(found, key=lambda one: one.name),
        typed=typed,
        unsure=library().national_contacts("help", "advocacy"),
    )


@pages.get("/<council>/")
def best_language():
    """To the map, in the language the reader asks for among those the council answers."""
    return redirect(url_for("stage_map.show", language=_best_for(council())), code=303)


@pages.get("/<council>/colour.css")
def colour():
    """The council's own colour for what can be pressed. It was made sure of against our light paper only."""
    own = council().colour or abort(404)
    light = f"@media not (prefers-color-scheme: dark) {{ :root {{ --action: {own}; --action-edge: {own}; }} }}"
    sheet = make_response(f"@layer tokens {{ {light} }}\n")
    sheet.mimetype = "text/css"
    sheet.headers["Cache-Control"] = "public, max-age=3600"
    return sheet


def _best_for(council: Council) -> str:
    asked = request.headers.get("Accept-Language", "")
    if len(asked) > LONGEST_HEADER:
        return council.languages[0]
    return request.accept_languages.best_match(council.languages, default=council.languages[0])
