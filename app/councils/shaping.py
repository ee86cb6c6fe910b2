"""Values held to a shape, and pydantic's complaints about them in words for an editor."""

from pydantic import BaseModel, ValidationError

from app.councils.files import Facts
from app.councils.problems import ContentError
from app.councils.shapes import COLOUR, EMAIL, LINK, PHONE, PREFIX, SLUG

WRITTEN = {  # as we need them
    EMAIL: "write an email address",
    PHONE: "write digits and spaces only, such as 0800 1111, in quotes",
    LINK: "write an address that begins https://",
    COLOUR: 'write # and six digits or letters from a to f, in quotes, such as "#1b1840"',
    SLUG: "write lower-case words with hyphens, such as first-visit",
    PREFIX: "write two to four capital letters",
}


def shaped(shape: type[BaseModel], facts: Facts, value=None, within: tuple = ()) -> BaseModel:
    """`facts` as `shape` wants them. Raises ContentError with the line and how to mend it."""
    try:
        return shape.model_validate(facts.values if value is None else value)
    except ValidationError as error:
        first = error.errors()[0]
        keys = (*within, *first["loc"])
        raise ContentError(facts.path, facts.line_of(*keys), _said(first, keys)) from None


def _said(error: dict, keys: tuple) -> str:
    name = ".".join(str(key) for key in keys) or "this file"
    if error["type"] == "missing":
        return f"{name} is missing; add a line for it"
    if error["type"] == "extra_forbidden":
        return f"{name} is not a name we know; look for a spelling mistake, or take it out"
    if error["type"] == "string_pattern_mismatch":
        return f"{name} is not written as we need it; {WRITTEN[error['ctx']['pattern']]}"
    said = error["msg"]
    return f"{name}: {said[0].lower()}{said[1:]}"
