"""Why a file cannot be taken."""

from enum import StrEnum


class Why(StrEnum):
    EMPTY = "empty"
    TOO_BIG = "too-big"
    TOO_MANY = "too-many"
    NOT_KNOWN = "not-known"
    WEB_PAGE = "web-page"  # HTML, SVG and other XML
    VIDEO = "video"
    OLD_WORD = "old-word"
    UNSAFE_WORD = "unsafe-word"  # macros, or something inside that is not words and pictures
    UNSAFE_PDF = "unsafe-pdf"
    LOCKED = "locked"  # with a password
    TOO_MANY_DOTS = "too-many-dots"  # a picture of more pixels than we open
    UNREADABLE_TEXT = "unreadable-text"
    BROKEN = "broken"
    NOT_KEPT = "not-kept"  # our own disk is full, or away


class Refused(Exception):  # noqa: N818 – nothing went wrong
    """This file is not taken."""

    def __init__(self, why: Why):
        super().__init__(why)
        self.why = why
