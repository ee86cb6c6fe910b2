"""A page comes in pieces, and a slow phone paints in between. What a child already sees then stays where it is.

The page is written into the browser a tag at a time, from the first to the last that the screen shows, and after each
the start of all that is seen is looked up: a browser's own layout shift, for every place where it might have painted.
"""

import pytest
from playwright.sync_api import Page

from tests.site.devices import DESKTOP, PHONE

NARROW = {**PHONE, "viewport": {"width": 360, "height": 640}}
MOST_TO_MOVE = 3  # CSS pixels: less is no layout shift (Layout Instability API)

# The foot of a page that is shorter than the screen grows upward from the screen's end: it has whom to call now, and is
# not kept back for the sake of standing still.
MOVES = """async ({ html, most }) => {
  const unscripted = html.replace(/<script[^>]*>[^]*?<\\/script>/g, "");
  const end = unscripted.indexOf("</head>");
  document.open();
  document.write(unscripted.slice(0, end));
  await Promise.all([...document.querySelectorAll("link[rel=stylesheet]")].map(
    (link) => link.sheet || new Promise((done) => link.addEventListener("load", done))));
  const moved = [];
  let before = new Map(), looked = 0, isPast = false;
  for (const piece of unscripted.slice(end).split(/(?=<)|(?<=>)/)) {
    document.write(piece);
    if (!document.body || isPast || !piece.trim()) continue;
    looked += 1;
    const now = new Map();
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest(".footer") || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (top > 2 * innerHeight) isPast = true;
      if (getComputedStyle(element).display === "inline") continue; // words among words, which end where the line does
      if (left === right || top === bottom || top >= innerHeight || bottom <= 0) continue;
      const start = getComputedStyle(element).direction === "rtl" ? innerWidth - right : left;
      const was = before.get(element);
      if (was && Math.max(Math.abs(was[0] - start), Math.abs(was[1] - top)) >= most)
        moved.push(`${element.outerHTML.slice(0, 90)} from ${was} to ${[start, top]} by “${piece.slice(0, 40)}”`);
      now.set(element, [start, top]);
    }
    before = now;
  }
  document.close();
  const kept = [...document.querySelectorAll("body *")].filter((element) =>
    element.checkVisibility() && !element.checkVisibility({ visibilityProperty: true }) && !element.closest("[data-listen]"));
  return { looked, moved, kept: kept.map((element) => element.outerHTML.slice(0, 90)) };
}"""  # noqa: E501


def comes_in(page: Page, html: str | None = None) -> dict:
    """The page that stands, or another by its HTML: what `moved`, and what is still `kept` back at the end."""
    return page.evaluate(MOVES, {"html": html or page.request.get(page.url).text(), "most": MOST_TO_MOVE})


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("device", [NARROW, DESKTOP], ids=["phone", "desktop"])
def test_what_is_seen_stays_where_it_is_while_the_rest_comes(visit, device, language):
    page = visit(device=device)
    places = ("", "guide/safety", "guide/who-is-who", "steps/recorded", "steps/", "form/", "form/all", "follow", "save")
    for place in places:
        page.goto(f"/sefton/{language}/{place}")
        seen = comes_in(page)
        assert seen["looked"] > 100
        assert not seen["moved"], f"{place}: {len(seen['moved'])} moved:\n" + "\n".join(seen["moved"][:20])
        assert not seen["kept"], f"{place}: nothing is kept back once all of it is here"


@pytest.mark.parametrize("device", [NARROW, DESKTOP], ids=["phone", "desktop"])
def test_a_question_stays_where_it_is_while_the_rest_comes(visit, device):
    page = visit(device=device)
    page.goto("/sefton/en/form/")
    page.get_by_role("button", name="Carry on").click()
    for number in (*range(1, 13), 21, 26, 40):
        page.goto(f"/sefton/en/form/{number}")
        seen = comes_in(page)
        assert not seen["moved"], f"question {number}:\n" + "\n".join(seen["moved"][:20])
        assert not seen["kept"], f"question {number}"


def test_what_moves_and_what_is_kept_for_ever_is_found(visit):
    page = visit(device=NARROW)
    page.goto("/sefton/en/guide/safety")
    html = page.request.get(page.url).text()
    beside = '<div class="listen"><span class="picture-round">…</span><div><p>One</p><p>Two</p><p>Three</p></div></div>'
    moved = comes_in(page, html.replace("<article", f"{beside}<article", 1))["moved"]
    assert moved and all("picture-round" in one or ">One<" in one or ">Two<" in one for one in moved)
    page.goto("/sefton/en/guide/safety")
    never_followed = html.replace("</body>", '<div class="header-bar">Last</div></body>')
    assert comes_in(page, never_followed)["kept"] == ['<div class="header-bar">Last</div>']
