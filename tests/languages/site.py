"""The whole site with the invented languages, as a web server runs it: `granian … tests.languages.site:app`."""

import os
from pathlib import Path

from app.councils.catalogues import FOLDERS
from tests.languages.pseudo import know

know()  # before the app reads the content
FOLDERS.insert(0, Path(os.environ["PSEUDO_TRANSLATIONS"]))

from wsgi import app  # noqa: E402

__all__ = ["app"]
