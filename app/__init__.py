"""The app, put together. Imported only by wsgi.py and by tests."""

import os
from collections.abc import Callable, Mapping
from datetime import datetime

from flask import Flask, g, has_request_context, request
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from app import commands, extensions, officers, opening
from app.councils.catalogues import catalogue_in
from app.councils.keeping import Keeper, every_change, when_told
from app.councils.languages import ENGLISH, Language
from app.house import House, clock_from
from app.pages import (
    assets,
    bodies,
    chooser,
    desk,
    errors,
    first_paint,
    follow_asking,
    guessing,
    guide,
    headers,
    health,
    here,
    hosts,
    leave,
    look,
    preview,
    saving,
    showing,
    stage_map,
    tell,
    ways,
)
from app.pages.desk import webauthn_talk
from app.pages.kept import KeptPages
from app.post.addresses import Addresses
from app.settings import Settings, read_settings

BODY_BYTES = 1_000_000  # 20,000 letters of any script, encoded for a form, fit four times over
BLUEPRINTS = (chooser, leave, look, health, desk, stage_map, guide, tell, follow_asking, saving, preview)


def create_app(
    environ: Mapping[str, str] | None = None,
    clock: Callable[[], datetime] | None = None,
    keeper: Keeper | None = None,
) -> Flask:
    """The whole site. Raises SettingsWrong, ContentBroken or RecordsLost: it never starts half right.

    `keeper` is one that has read this content already, for whoever makes several sites on it.
    """
    settings = read_settings(os.environ if environ is None else environ)
    keeper = keeper or _keeper(settings)
    opening.check_settings_fit(settings, keeper.library)
    records = opening.open_records(settings)

    app = Flask("app", static_folder=None)
    app.request_class = bodies.Request
    app.extensions["house"] = House(settings, keeper, records, clock or clock_from(settings.now))
    _configure(app, settings)
    headers.refuse_other_sites(app)
    _start_extensions(app)
    for part in BLUEPRINTS:
        app.register_blueprint(part.pages)
    officers.open_the_desk(app)
    errors.show_errors(app)
    if not settings.production:
        errors.show_broken_content(app)
    commands.add_to(app)
    _dress(app, settings)
    return app


def _keeper(settings: Settings) -> Keeper:
    content = settings.content
    if not settings.production:
        return Keeper(content, settings.site_council, every_change(content))
    return Keeper(content, settings.site_council, when_told(settings.instance / "content-changed"), aside=True)


def _configure(app: Flask, settings: Settings) -> None:
    secure = settings.site_url.startswith("https://")
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=BODY_BYTES,
        MAX_FORM_MEMORY_SIZE=BODY_BYTES,
        MAX_FORM_PARTS=200,
        # With this prefix a browser takes it from this very host alone: no other site of the council can plant one, and
        # read what a child then writes into it.
        SESSION_COOKIE_NAME="__Host-form" if secure else "form",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=secure,
        WTF_CSRF_TIME_LIMIT=None,  # a child may take all day
        WTF_CSRF_SSL_STRICT=False,  # it wants a Referer; the token is what counts
        BABEL_DEFAULT_LOCALE=ENGLISH.locale,
        BABEL_DEFAULT_TIMEZONE="Europe/London",
        RATELIMIT_STORAGE_URI="memory://",
        RATELIMIT_HEADERS_ENABLED=False,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _start_extensions(app: Flask) -> None:
    app.extensions["catalogue_in"] = catalogue_in
    extensions.babel.init_app(app, locale_selector=_locale)
    extensions.csrf.init_app(app)
    extensions.htmx.init_app(app)
    extensions.limiter.init_app(app)
    opening.start_migrations(app)
    app.url_value_preprocessor(here.note_place)
    app.url_defaults(here.fill_in_place)


def _locale() -> str:
    language: Language = g.get("language") or ENGLISH
    return language.locale


def _dress(app: Flask, settings: Settings) -> None:
    """What every page wears: headers, static files, and what templates may ask for."""
    secure = settings.site_url.startswith("https://")
    headers.keep_nothing(app)
    settings.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = settings.instance / "static"
    addresses = assets.write_assets(folder)
    app.extensions["assets"] = addresses
    app.jinja_env.globals["asset"] = assets.asset_finder(addresses)
    app.jinja_env.globals["first_paint"] = first_paint.painter(assets.first_seen())
    app.jinja_env.globals["next_paint"] = first_paint.next_painter(assets.seen_next())
    app.jinja_env.globals["has_own_sign_in"] = bool(settings.oidc_issuer)
    app.jinja_env.globals["passkey_origin"] = webauthn_talk.origin_of(
        Addresses(settings.site_url, settings.desk_host).desk
    )
    app.jinja_env.globals["map_address"] = f"{settings.site_url}/" if settings.desk_host else "/"
    app.jinja_env.filters.update(showing.FILTERS)
    app.context_processor(_place)
    # Static files and kept pages need no place there.
    app.wsgi_app = bodies.WholeBodies(app.wsgi_app, BODY_BYTES, settings.instance)
    guessing.slow_guesses(app, app.extensions["house"].clock)
    app.wsgi_app = WhiteNoise(
        app.wsgi_app,
        root=folder,
        prefix="static/",
        immutable_file_test=assets.is_kept_for_ever,
        allow_all_origins=False,  # nobody else’s pages need our files
    )
    app.wsgi_app = headers.on_every_answer(app.wsgi_app, secure)
    app.wsgi_app = KeptPages(app.wsgi_app, app.extensions["house"].clock, app.extensions["house"].keeper)
    if settings.desk_host:
        app.wsgi_app = hosts.HostsApart(app.wsgi_app, settings.desk_host, secure)
    if settings.proxies:  # before all else: everything asks for the host and the address that they say
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)


def _place() -> dict:
    """Where the page is, for its template."""
    council, language = g.get("council"), g.get("language") or ENGLISH
    book = here.library().find_book(council.slug, language.tag) if council else None
    return {
        "look": look.look_of(request.environ if has_request_context() else {}),
        "council": council,
        "language": language,
        "language_ways": ways.language_ways(),
        "nobody_checked": ways.nobody_checked(),
        "reads_inbox": book.reads_inbox if book else "",
        "demonstration": council is not None and not council.confirmed,
        "danger_contacts": book.danger if book else here.library().national_contacts("danger", language=language),
        "leave_to": leave.NEUTRAL,
    }
