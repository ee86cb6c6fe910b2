"""Page: who looks after you? Straight on when there is only one council."""

from flask import Blueprint, abort, current_app, g, make_response, redirect, render_template, request, url_for

from app.councils.languages import ENGLISH, LANGUAGES
from app.model.finding import begins_like
from app.pages.first_paint import own_colour
from app.pages.here import council, library
from app.pages.ways import best_language_for

pages = Blueprint("chooser", __name__)

LONGEST_NAME = 80


@pages.get("/")
def show():
    """Choose from the list, or type the first letters: a plain GET form, which htmx sends while it is typed in."""
    councils = list(library().councils.values())
    pinned = current_app.extensions["house"].settings.site_council
    if pinned or len(councils) == 1:
        return redirect(url_for("chooser.best_language", council=pinned or councils[0].slug), code=303)
    asked = request.args.get("language", "")
    g.language = LANGUAGES[asked if asked in library().languages else best_language_for(request, library().languages)]
    typed = request.args.get("name", "")[:LONGEST_NAME]
    found = [one for one in councils if begins_like(typed, one.name)]
    page = render_template(
        "chooser/show.html",
        chosen=asked if asked == g.language.tag else None,
        councils=sorted(found, key=lambda one: one.name),
        typed=typed,
        unsure=library().national_contacts("help", "advocacy", language=g.language),
    )
    answer = make_response(page)
    answer.vary.add("Accept-Language")
    return answer


@pages.get("/<council>/")
def best_language():
    """To the map, in the language the reader's phone or computer asks for among those there are.

    When that is not English, the address says so to the language button, which then says how to change it
    (css/languages.css). So the pages themselves are the same for everybody, and can be kept.
    """
    council()
    best = best_language_for(request, library().languages)
    way = url_for("stage_map.show", language=best, _anchor="languages" if best != ENGLISH.tag else None)
    answer = redirect(way, code=303)
    answer.vary.add("Accept-Language")
    return answer


@pages.get("/<council>/colour.css")
def colour():
    """The council's own colour, for the pages that do not hold it themselves."""
    sheet = make_response(own_colour(council().colour or abort(404)))
    sheet.mimetype = "text/css"
    sheet.headers["Cache-Control"] = "public, max-age=3600"
    return sheet
