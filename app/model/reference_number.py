"""Reference numbers: short, speakable, and hard to mistype.

A reference looks like SEF-7K4M-2XQ8. The letters leave out vowels, so no word
appears by accident, and 0, O, I and L, which look alike. Twenty-nine letters
remain; 29 is prime, so the last letter catches any one wrong letter and any
two swapped.

A reference names a representation. It is not a password: knowing one must
never be enough to read anything.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence

ALPHABET = "123456789BCDFGHJKMNPQRSTVWXYZ"
LENGTH = 8  # seven at random and one to check them


class InvalidReference(ValueError):
    """Not a reference number we could have issued."""


def new_reference(prefix: str, choose: Callable[[Sequence[str]], str]) -> str:
    """Issue a reference number: `choose` is the source of chance, such as secrets.choice.

    About 17 thousand million exist for each prefix; the database refuses a repeat.
    """
    body = "".join(choose(ALPHABET) for _ in range(LENGTH - 1))
    return _written(prefix, body + _check_letter(body))


def parse_reference(typed: str, prefix: str) -> str:
    """The reference as we wrote it, however it was typed: case, spaces, dashes and whose digits do not matter.

    Raises InvalidReference if it is not one of ours.
    """
    compact = "".join(_plain(sign) for sign in re.sub(r"[\s‐-―-]", "", typed)).upper()
    letters = compact[-LENGTH:]
    if (
        compact not in (letters, prefix + letters)
        or len(letters) != LENGTH
        or not set(letters) <= set(ALPHABET)
        or letters[-1] != _check_letter(letters[:-1])
    ):
        raise InvalidReference("not a reference number of ours")
    return _written(prefix, letters)


def _plain(sign: str) -> str:
    """Any script's digit as ours; nothing for a mark that only sets a direction (pasted from a right-to-left page)."""
    if unicodedata.category(sign) == "Cf":
        return ""
    return str(unicodedata.decimal(sign, sign))


def _check_letter(body: str) -> str:
    total = sum(place * ALPHABET.index(letter) for place, letter in enumerate(body, start=2))
    return ALPHABET[total % len(ALPHABET)]


def _written(prefix: str, letters: str) -> str:
    return f"{prefix}-{letters[:4]}-{letters[4:]}"
