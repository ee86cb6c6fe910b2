"""Which languages there are to read: a language appears when its files do."""

from app.councils.catalogues import languages_there
from app.councils.languages import Language
from app.councils.links import NATIONAL
from app.councils.shelf import Shelf


def languages_of(shelf: Shelf) -> dict[str, Language]:
    """Those that can be read here: the nation has a folder in it, and the interface a catalogue."""
    there = languages_there()
    return {one.tag: one for one in there if any(name.parts[1] == one.tag for name in shelf.names(NATIONAL))}
