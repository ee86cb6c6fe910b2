"""Follow-up codes: sixteen digits that only the young person has. The code opens; a reference never does.

Digits, because they are the same on every keyboard and can be read out in any language. Sixteen of them
are 53 bits: at thirty tries a minute, finding one of a million codes by guessing takes some 600 years.
"""

import unicodedata
from collections.abc import Callable

LENGTH = 16
LONGEST_TYPED = 100  # letters, with all the spaces anybody would type


class InvalidCode(ValueError):
    """Not sixteen digits, so not a code of ours."""


def new_code(below: Callable[[int], int]) -> str:
    """A code, written in fours. `below` is the source of chance, such as secrets.randbelow."""
    return written(f"{below(10**LENGTH):0{LENGTH}d}")


def parse_code(typed: str) -> str:
    """The sixteen digits of a code typed with or without spaces and dashes, in any script's digits.

    Raises InvalidCode if that is not what was typed.
    """
    if len(typed) > LONGEST_TYPED:
        raise InvalidCode("not sixteen digits")
    digits = "".join(_digit(sign) for sign in typed if not _is_spacing(sign))
    if len(digits) != LENGTH:
        raise InvalidCode("not sixteen digits")
    return digits


def written(digits: str) -> str:
    """The digits as we show them: 4821 0937 5562 1408."""
    return " ".join(digits[start : start + 4] for start in range(0, LENGTH, 4))


def _digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    if value is None:
        raise InvalidCode("not sixteen digits")
    return str(value)


def _is_spacing(sign: str) -> bool:
    """Spaces, dashes, full stops, and the marks that only set a direction (as pasted from a right-to-left page)."""
    return unicodedata.category(sign) in {"Zs", "Cc", "Cf", "Pd"} or sign in "._"
