"""Settings of the desk: its host name, and the council's own sign-in (OpenID Connect)."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

OIDC = ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
HOST_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?", re.IGNORECASE)
OF_EVERYBODY = {"common", "organizations", "consumers"}  # Entra's words for: whoever has an account anywhere
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def read_desk_settings(environ: Mapping[str, str], production: bool, site_url: str, wrong: list[str]) -> dict[str, str]:
    """What is wrong is added to `wrong`, with how to mend it."""
    desk_host = environ.get("DESK_HOST", "")
    if desk_host and not HOST_NAME.fullmatch(desk_host):
        wrong.append("DESK_HOST must be a host name alone, such as desk.example.gov.uk: no https:// and no path")
    elif desk_host and desk_host.lower() == urlsplit(site_url).netloc.lower():
        wrong.append("DESK_HOST must be another host name than SITE_URL has; without it the desk is at SITE_URL/desk/")
    given = {name: environ.get(name, "") for name in OIDC}
    missing = [name for name in OIDC if not given[name]]
    if missing and len(missing) < len(OIDC):
        wrong.append(f"{', '.join(missing)} is not set: the council's own sign-in needs all three, or none")
    if given["OIDC_ISSUER"]:
        wrong += _wrong_with(given["OIDC_ISSUER"], production)
    return {"desk_host": desk_host} | {name.lower(): value for name, value in given.items()}


def _wrong_with(issuer: str, production: bool) -> list[str]:
    try:
        parts = urlsplit(issuer)
    except ValueError:
        parts = urlsplit("")
    is_here = parts.hostname in LOOPBACK and not production
    if not parts.hostname or not (parts.scheme == "https" or (is_here and parts.scheme == "http")):
        return ["OIDC_ISSUER must be the https:// address of the council's own sign-in, without /.well-known/"]
    if OF_EVERYBODY & set(parts.path.split("/")):
        return ["OIDC_ISSUER must name the council's own tenant: with common or organizations anybody could sign in"]
    return []
