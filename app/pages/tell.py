"""Pages: telling the council something, one question at a time. The parts are in the modules named here."""

from app.pages import (
    tell_all,
    tell_check,
    tell_details,
    tell_files,
    tell_first,
    tell_question,
    tell_sent,
    tell_start,
    tell_writing,
)
from app.pages.tell_draft import pages

__all__ = [
    "pages", "tell_all", "tell_check", "tell_details", "tell_files", "tell_first", "tell_question", "tell_sent",
    "tell_start", "tell_writing",
]  # fmt: skip
