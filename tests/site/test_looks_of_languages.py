"""The map, the pop-up, a mistake, the check, sent and follow in each language: pictures, axe, and everything has room.

Not run unless asked for: `python -m pytest -m screenshots tests/site/test_looks_of_languages.py`; see screenshots/.
"""

import pytest

from app.councils.languages import LANGUAGES
from tests.checkers import axe
from tests.site.test_screenshots import FOLDER, HANDHELD, picture
from tests.site.walks_languages import road

PLACES = ["map", "pop-up", "mistake", "check", "sent", "follow"]

pytestmark = pytest.mark.screenshots


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_whole_road_in_each_language(language, visit, site):
    folder = FOLDER / "languages" / language.tag
    folder.mkdir(parents=True, exist_ok=True)
    widths = (320, 1280, 390) if language.direction == "rtl" else (390,)
    places, found = [], []
    for place, page in road(lambda: visit(device=HANDHELD, reduced_motion="reduce"), site, language.tag):
        html = page.locator("html")
        assert (html.get_attribute("lang"), html.get_attribute("dir")) == (language.tag, language.direction)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 844})
            picture(page, folder / f"{len(places)} {place} {width}.png")
        found += axe.findings_now(page, f"{language.tag}: {place}")
        places.append(place)
    assert places == PLACES
    assert not found, "\n".join(found)
