"""What people hold in their hands, and where they are."""

from tests.faults.browser import an_address

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PATIENCE_MS = 15_000


def at_home() -> dict:
    """Each browser at an address of its own, as the proxy in front says it: very many from one would be held."""
    return {"extra_http_headers": {"X-Forwarded-For": an_address()}}
