"""Pages: saved for later, on the reader's own phone, and only when the reader asks for it.

A small worker in the browser (js/worker.js) keeps the public pages of one council in one language; each has a worker
of its own, which reaches no further than those addresses. Its first line says what it keeps: when the words or the
files change, so does that line, and the browser fetches it all anew. `/leave` takes it away.
"""

import hashlib
import json
from html import escape

from flask import Blueprint, Response, current_app, render_template, url_for
from flask_babel import gettext as _

from app.councils.links import NATIONAL
from app.pages.here import book, council, language, library

pages = Blueprint("saving", __name__, url_prefix="/<council>/<language>")

WORKER = "js/worker.js"
# Of the form and of the desk, where nothing is ever saved.
NEVER_READ = {
    *(WORKER, "js/form.js", "js/idle.js", "js/restored.js", "js/writing.js"),
    *("css/form.css", "css/desk.css", "css/talk.css", "css/preview.css"),
}
PAPER = "#fff9f0"
ICONS = {"images/icon-192.png": "192x192", "images/icon-512.png": "512x512"}


@pages.get("/save")
def show():
    return render_template("saving/show.html")


@pages.get("/save/no-signal")
def no_signal():
    """What the worker shows instead of a page that it does not keep."""
    return render_template("saving/no_signal.html")


@pages.get("/worker.js")
def worker():
    first = f"self.kept = {json.dumps(kept())};\nimportScripts({json.dumps(_assets()[WORKER])});\n"
    return _unkept(first, "text/javascript")


@pages.get("/app.webmanifest")
def manifest():
    """Its name and picture say nothing of what it is about: they stand on the phone for everybody to see."""
    start = url_for("stage_map.show")
    icons = [
        {"src": _assets()[name], "sizes": sizes, "type": "image/png", "purpose": "any maskable"}
        for name, sizes in ICONS.items()
    ]
    colours = {"background_color": PAPER, "theme_color": PAPER}
    place = {"id": start, "start_url": start, "scope": start, "display": "standalone"}
    name = {"name": _("Map"), "short_name": _("Map"), "lang": language().tag, "dir": language().direction}
    return _unkept(json.dumps({**name, **place, **colours, "icons": icons}), "application/manifest+json")


def kept() -> dict:
    """What the worker of this place keeps, and by which name."""
    start, words = url_for("stage_map.show"), book()
    own_pages = [start, url_for("stage_map.steps"), url_for("saving.show")]
    own_pages += [url_for("stage_map.step", step=step.id) for step in words.stage_map.steps]
    own_pages += [url_for("guide.show", page=page) for page in words.guide]
    files = [address for name, address in _assets().items() if name not in NEVER_READ and name not in ICONS]
    if council().colour:
        files.append(url_for("chooser.colour"))
    said = json.dumps([own_pages, files, library().shelf.digest(NATIONAL, council().slug)])
    edition = hashlib.sha256(said.encode()).hexdigest()[:12]
    return {
        "cache": f"{start} {edition}",
        "pages": own_pages,
        "files": files,
        "look": url_for("look.choose"),
        "noSignal": url_for("saving.no_signal"),
        "old": escape(_("You are reading a saved copy. Dates are left out: they may be old.")),
    }


def _assets() -> dict[str, str]:
    return current_app.extensions["assets"]


def _unkept(words: str, kind: str) -> Response:
    """Asked for again each time: a browser must see at once that there is something new."""
    answer = Response(words, mimetype=kind)
    answer.headers["Cache-Control"] = "no-cache"
    return answer
