"""A walk by every component in every state, in both directions, in the colours of the device and in the calm ones."""

from collections.abc import Iterator

from tests.site.running import Site
from tests.site.walks import Stop, Visit

WAYS = ("direction=ltr", "direction=rtl&colours=calm")


def preview(visit: Visit, site: Site) -> Iterator[Stop]:
    page = visit()
    page.goto("/preview")
    yield "components", page
    links = page.get_by_role("main").get_by_role("link").all()
    addresses = [link.get_attribute("href").partition("?")[0] for link in links]
    assert len(addresses) > 15, "there are hardly any components: look at this walk"
    for address in addresses:
        for way in WAYS:
            page.goto(f"{address}?{way}")
            yield f"{address}?{way}", page
    page.goto("/preview/info_dialog")
    page.get_by_role("link", name="More about").first.tap()
    page.get_by_role("dialog").get_by_role("button", name="Close").wait_for()
    yield "pop-up, open", page
