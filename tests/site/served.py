"""The site that browsers visit. In an hour more children write to its mailboxes than would have a letter each.

What comes above twenty is told together when the hour ends, and no browser waits for that: tests/post/test_gathered.py.
"""

from app.records import gathering
from wsgi import app

__all__ = ["app"]

gathering.EACH_ALONE = 100_000
