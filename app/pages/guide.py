"""Pages: the guide, for children, for parents and carers, and for advocates."""

from flask import Blueprint, abort, render_template

from app.pages.here import book
from app.pages.kept import keep_pages_of

pages = Blueprint("guide", __name__, url_prefix="/<council>/<language>/guide")
keep_pages_of(pages)


@pages.get("/<page>")
def show(page: str):
    guide = book().guide
    found = guide.get(page) or abort(404)
    others = [(other.id, other.title) for other in guide.values() if other is not found]
    return render_template("guide/show.html", page=found, guide_pages=others)
