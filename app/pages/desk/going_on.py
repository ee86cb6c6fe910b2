"""Where an officer goes after signing in: a page of the desk and nothing else, whoever wrote the link."""

import re

from flask import url_for

OUR_OWN_PAGE = re.compile(r"/desk/[A-Za-z0-9/-]*(\?[A-Za-z0-9=&_-]*)?")


def our_own(then: str | None) -> str | None:
    return then if then and OUR_OWN_PAGE.fullmatch(then) else None


def after(then: str | None) -> str:
    return our_own(then) or url_for("desk.today")
