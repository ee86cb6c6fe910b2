"""Flask's extensions, made once and given the app in create_app. This imports nothing of the app."""

import flask_babel
from babel.support import NullTranslations
from flask import current_app, g
from flask_htmx import HTMX
from flask_limiter import Limiter
from flask_migrate import Migrate
from flask_wtf import CSRFProtect


class Catalogues(flask_babel.Domain):
    """The words of the interface, from our own catalogues and no compiled files."""

    def get_translations(self) -> NullTranslations:
        locale = flask_babel.get_locale()
        if not locale:
            return NullTranslations()
        found = g.setdefault("catalogues", {})  # one look at the disk for a page, not one for each of its words
        if locale not in found:
            found[locale] = current_app.extensions["catalogue_in"](str(locale))
        return found[locale]


class Babel(flask_babel.Babel):
    domain_instance = Catalogues()


babel = Babel()
csrf = CSRFProtect()
htmx = HTMX()
limiter = Limiter(key_func=lambda: "", default_limits=[])
migrate = Migrate()
