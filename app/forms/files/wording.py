"""The words about what is added. A file’s own name is a child’s words, so here each is called by what it is."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.forms.files.refused import Why
from app.model.file_kind import Sort
from app.records.files import KeptFile

HEADING = _l("Photos, papers and voice messages")
NOTHING_ADDED = _l("You added nothing.")

CALLED = {
    Sort.PHOTO: _l("Photo %(number)s"),
    Sort.PAPER: _l("Paper %(number)s"),
    Sort.SOUND: _l("Sound %(number)s"),
}

# Each says how to mend it. “One” of them, because several may have been chosen at once.
REFUSED = {
    Why.EMPTY: _l("One file is empty. Choose it once more, or leave it out"),
    Why.TOO_BIG: _l("One file is too big. It can be 10 MB at most. A photo or a shorter recording is smaller"),
    Why.TOO_MANY: _l("You can add 5 at most. To add another, first remove one"),
    Why.NOT_KNOWN: _l("We cannot open one kind of file. Choose a photo, PDF, Word, plain text or sound"),
    Why.WEB_PAGE: _l("One file is a web page or a drawing in code. Take a picture of the screen, and add that"),
    Why.VIDEO: _l("We cannot take videos. Add a photo, or record what you want to say"),
    Why.OLD_WORD: _l("One file is from an old Word. Save it as .docx or PDF, then add that"),
    Why.UNSAFE_WORD: _l("One Word file has more in it than words and pictures. Save it as a PDF, then add that"),
    Why.UNSAFE_PDF: _l("One PDF has more in it than pages. Take photos of its pages, and add those"),
    Why.LOCKED: _l("One file is locked with a password. Take photos of its pages, and add those"),
    Why.TOO_MANY_DOTS: _l("One picture is too large to open. Take a picture of the screen, and add that"),
    Why.UNREADABLE_TEXT: _l("We cannot read the letters in one file. Copy its words, and put them with yours"),
    Why.BROKEN: _l("One file did not open. It may be cut off. Try once more, or take a photo of it"),
    Why.NOT_KEPT: _l("We could not keep that just now. Wait a minute, then add it once more"),
}


def called(file: KeptFile) -> str:
    return CALLED[file.kind.sort] % {"number": file.place}


def size(file: KeptFile) -> str:
    """As a person says it."""
    if file.size < 1_000_000:
        return _("%(number)s KB", number=max(1, round(file.size / 1000)))
    return _("%(number)s MB", number=round(file.size / 1_000_000, 1))
