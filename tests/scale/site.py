"""The whole site with invented languages, as the benchmark's web server runs it: `granian … tests.scale.site:app`."""

import os

from tests.scale.many import know_languages
from tests.scale.measuring import measured

know_languages(int(os.environ["LANGUAGES_WANTED"]))  # before the app reads a council's file

from app import create_app  # noqa: E402

app = measured(create_app(os.environ).wsgi_app)
