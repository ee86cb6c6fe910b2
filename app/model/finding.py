"""Finding a name by what somebody has typed of it: the first letters of any of its words, however they are written."""

import unicodedata


def plain(text: str) -> str:
    """Text without case, accents, hyphens and full stops, for comparing; “&” is the word it stands for."""
    split = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    letters = (" " if _parts_words(sign) else sign for sign in split if not _is_accent(sign))
    return " ".join("".join(letters).split())


def begins_like(typed: str, name: str) -> bool:
    """Is each word typed the beginning of a word of `name`, in the order of the name?

    "vale" and "n vale" both find North Vale; nothing typed finds everything.
    """
    words = iter(plain(name).split())
    return all(any(word.startswith(part) for word in words) for part in plain(typed).split())


def _parts_words(sign: str) -> bool:
    return unicodedata.category(sign) in {"Pd", "Zs"} or sign in ".,"


def _is_accent(sign: str) -> bool:
    return unicodedata.category(sign) in {"Mn", "Cf"} or sign in "’'"
