"""What stands in the slots of a letter, such as {letter:due}, in the language it is written in."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from app.councils.dates import day_and_year
from app.councils.languages import ENGLISH, Language
from app.councils.names import LATIN
from app.model.letter import IN_EVERY_LETTER, LETTERS, LetterFacts, slots_of
from app.model.move import Outcome

PREFIX = "letter:"
SLOTS = tuple(sorted(IN_EVERY_LETTER.union(*map(slots_of, LETTERS))))
SIGNS = re.compile(r"([\\*`_\[\]{}])|^(\s*)([-#>+]|\d+[.)])(?=\s)", re.MULTILINE)  # that would be read as Markdown
# A slot, until it is filled. Who does what was promised, and by when, are filled for each promise.
MARKS = {f"{PREFIX}{name}": chr(0xE100 + place) for place, name in enumerate(SLOTS)}
WHO, BY = MARKS[f"{PREFIX}who"], MARKS[f"{PREFIX}by"]
GAPS = re.compile(r"\d[ -]\d")
RUN = re.compile(r"\{lang=[a-z-]+\}|[A-Za-z0-9](?:[A-Za-z0-9 ,.&@:/’'-]*[A-Za-z0-9])?")
OUTCOMES = {Outcome.UPHELD: "upheld", Outcome.PARTLY: "partly", Outcome.NOT_UPHELD: "not_upheld"}
SHARED_FACTS = ("sorry", "court", "police", "promise_who", "promise_by", *OUTCOMES.values())


def filled(facts: LetterFacts, language: Language, shared: Mapping[str, str]) -> dict[str, str]:
    """Every slot as Markdown; "" for what there is nothing to say of.

    `shared` are the facts of the parts that all letters share, those of SHARED_FACTS, in the same language.
    """
    days = {name: getattr(facts, name.replace("-", "_"), None) for name in SLOTS}
    said = {name: _day(value, language) for name, value in days.items() if isinstance(value, date)}
    members = dict(zip(("chair", "member-2", "member-3"), facts.members, strict=False))
    names = {"name": facts.name, "number": facts.number, "follow": facts.follow, **members}
    names["investigating-officer"], names["independent-person"] = facts.investigating_officer, facts.independent_person
    said |= {name: _isolated(plain(value), language) for name, value in names.items()}
    said["reason"], said["where"] = _officers(facts.reason, language), _officers(facts.where, language)
    said["because"] = shared[facts.because] if facts.because else ""
    said["sorry"] = shared["sorry"] if facts.something_went_wrong else ""
    said["points"] = "\n".join(_points(facts, language, shared))
    said["promises"] = "\n".join(_promises(facts, language, shared))
    said["promise"] = _officers(facts.promise.words, language) if facts.promise else ""
    said["reach"] = "\n".join(_isolated(plain(line), language) for line in facts.reach)
    return {name: said.get(name, "") for name in SLOTS}


def plain(words: str) -> str:
    """Words that are no Markdown, so that they stay as they were typed."""
    return SIGNS.sub(lambda sign: f"\\{sign[1]}" if sign[1] else rf"{sign[2]}\{sign[3]}", words.strip())


def in_english(words: str) -> str:
    """Markdown in English inside a letter in another language: each line is marked."""
    return "\n".join(_line_in_english(line) for line in words.split("\n"))


def _line_in_english(line: str) -> str:
    start, words = re.fullmatch(r"(\s*(?:- |#+ )?)(.*)", line).groups()
    return f"{start}[{words}]{{lang=en}}" if words else line


def _officers(words: str, language: Language) -> str:
    """What an officer wrote, in English."""
    said = plain(words)
    return said if language.spoken_as == ENGLISH.tag else in_english(said)


def _points(facts: LetterFacts, language: Language, shared: Mapping[str, str]) -> Iterator[str]:
    for point in facts.points:
        yield f"- {_officers(_one_line(point.words), language)}\n  **{shared[OUTCOMES[point.outcome]]}**"


def _promises(facts: LetterFacts, language: Language, shared: Mapping[str, str]) -> Iterator[str]:
    for promise in facts.promises:
        who = shared["promise_who"].replace(WHO, _officers(_one_line(promise.who), language))
        by = shared["promise_by"].replace(BY, _day(promise.by, language))
        yield "\n".join(
            (f"- {_officers(_one_line(promise.words), language)}", f"  {who}" if promise.who else "", f"  {by}")
        )


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _day(value: date, language: Language) -> str:
    said = day_and_year(value, language.locale)
    return said.replace(",", "") if language.spoken_as == ENGLISH.tag else said


def _isolated(words: str, language: Language) -> str:
    """Latin letters, and numbers with gaps, keep their own direction in a text that runs from right to left."""
    turns = language.direction == "rtl" and (LATIN.search(words) or GAPS.search(words))
    return f"\u2068{words}\u2069" if turns else words


def kept_together(text: str, language: Language) -> str:
    """The same for a name, a telephone number or an address inside a text: 0300 061 0614 never turns round."""
    if language.direction == "ltr":
        return text
    return RUN.sub(lambda run: run[0] if run[0].startswith("{") else _isolated(run[0], language), text)
