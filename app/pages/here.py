"""What a page may ask of where it is: the council and language of its address, the records, the time."""

from datetime import date, datetime
from ipaddress import IPv6Address, IPv6Network, ip_address

from flask import abort, current_app, g, request

from app.councils.bank_holidays import bank_holidays
from app.councils.council import Council
from app.councils.languages import LANGUAGES, Language
from app.councils.library import Book, Library
from app.model.london import london_day
from app.model.working_days import BankHolidays
from app.post.addresses import Addresses
from app.records.database import Records


def records() -> Records:
    return current_app.extensions["house"].records


def is_production() -> bool:
    return current_app.extensions["house"].settings.production


def library() -> Library:
    return current_app.extensions["house"].library


def now() -> datetime:
    """The instant it is now, in UTC."""
    return current_app.extensions["house"].clock()


def today() -> date:
    """The day it is in London."""
    return london_day(now())


def holidays() -> BankHolidays:
    return bank_holidays(today())


def has_virus_scanner() -> bool:
    return bool(current_app.extensions["house"].settings.clamd_url)


def post_addresses() -> Addresses:
    """Where letters may point: this site's own pages, written in full."""
    settings = current_app.extensions["house"].settings
    return Addresses(settings.site_url, settings.desk_host)


def council() -> Council:
    """The council of this address. Not found when we have no such council."""
    return g.get("council") or abort(404)


def language() -> Language:
    """The language of this address. Not found when we do not have it."""
    return g.get("language") or abort(404)


def book() -> Book:
    """The council's words in this language."""
    return library().find_book(council().slug, language().tag) or abort(404)


def sender() -> str:
    """Where the request comes from, for counting. Whoever has one IPv6 address has a /64 of them: all count as one."""
    said = request.remote_addr or ""
    bare = said.partition(":")[0] if said.count(":") == 1 else said.removeprefix("[").partition("]")[0]  # no port
    try:
        address = ip_address(bare)
    except ValueError:  # "unknown", as some proxies say
        return said
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or IPv6Network((address.packed, 64), strict=False)
    return str(address)


def note_place(endpoint: str | None, values: dict | None) -> None:
    """Take the council and language out of an address, before its view is called. For the app's preprocessor."""
    if not values or "council" not in values:
        return
    found = library().find_council(values.pop("council"))
    tag = values.pop("language", None)
    if found is None or (tag is not None and tag not in library().languages):
        g.council = found
        abort(404)
    g.council = found
    g.language = LANGUAGES[tag or found.languages[0]]


def fill_in_place(endpoint: str, values: dict) -> None:
    """Give url_for the council and language of this page, where an address wants them."""
    view_wants = current_app.url_map.is_endpoint_expecting
    if g.get("council") and view_wants(endpoint, "council"):
        values.setdefault("council", g.council.slug)
    if g.get("language") and view_wants(endpoint, "language"):
        values.setdefault("language", g.language.tag)
