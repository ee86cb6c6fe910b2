"""Names in braces: {stage-1} becomes "10 working days", {complaints-officer} the council's own word.

The numbers come from the timetable that the clock counts by, so what the page promises is what is counted.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from app.councils.council import Council
from app.councils.languages import ENGLISH, Language
from app.councils.phrases import Phrases
from app.councils.pictures import PREFIX, pictures
from app.councils.problems import ContentError
from app.councils.said import Said, in_markdown
from app.councils.wording import Wording
from app.model.timetable import Mark, Unit, whole_road

NAME = re.compile(r"\{([a-z][a-z0-9.:-]*)\}")
GAP = r"(?:[\s\xa0*_-]|&nbsp;)+"  # bold and hyphens hide nothing
SPELLED = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|twenty-five|thirty|sixty-five"
TYPED_LENGTH = re.compile(
    rf"\b\d+{GAP}(?:working{GAP})?(?:days?|weeks?|months?)\b|\b(?:{SPELLED}){GAP}working{GAP}days?\b", re.IGNORECASE
)
LATIN = re.compile("[A-Za-z]")
MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def names_for(council: Council, own_names: Mapping[str, str], phrases: Phrases, wording: Wording) -> dict[str, str]:
    """Every name a council's content may use, and what it stands for."""
    document = council.procedure_document.get("name", "")
    names = {
        "council": council.name,
        "council-short": council.short_name,
        "team": phrases.say(council.team.name),
        "procedure-document": phrases.say(document),
        "reads-inbox": said_in(council.reads_inbox, phrases, wording.language.tag),
        **own_names,
    }
    for key, limit in council.timetable.items():
        if limit.mark is Mark.UNVERIFIED:
            continue
        names[key] = wording.length(limit.usual, limit.unit)
        if limit.unit is Unit.WORKING_DAYS:
            names[f"{key}.weeks"] = wording.weeks(limit.usual)
        if limit.longest and limit.longest > limit.usual:
            names[f"{key}.longest"] = wording.length(limit.longest, limit.unit)
            names[f"{key}.more"] = wording.more(limit.longest - limit.usual)
            names[f"{key}.longest.weeks"] = wording.weeks(limit.longest)
    road = whole_road(council.timetable)
    return names | {"whole-road": wording.length(road, Unit.WORKING_DAYS), "whole-road.weeks": wording.weeks(road)}


def said_in(words: Mapping[str, str], phrases: Phrases, tag: str) -> Said:
    """Words that a council gives by language; its English as the phrases have it, where it gives no others."""
    return Said(words[tag], tag) if tag in words else phrases.say(words.get(ENGLISH.tag, ""))


def fill_in(
    text: str, names: Mapping[str, str], path: Path, line: int, *, markdown: bool, language: Language = ENGLISH
) -> str:
    """`text`, in `language`, with every {name} replaced.

    Raises ContentError for an unknown name or a number of days typed by hand.
    """
    refuse_typed(text, path, line)

    def value(match: re.Match) -> str:
        name = match[1]
        if markdown and name.startswith(PREFIX) and name.removeprefix(PREFIX) in pictures():
            return match[0]  # put in when the page is made (markup.with_pictures)
        if name not in names:
            at = line + text.count("\n", 0, match.start())
            raise ContentError(path, at, f"{{{name}}} is not a name we know; {_mend(name, names)}")
        said = _isolated(names[name], language)
        return in_markdown(said, language.tag, MARKDOWN_SIGNS) if markdown else said

    return NAME.sub(value, text)


def _isolated(said: str, language: Language) -> str:
    """A name in Latin letters keeps its own direction in a text that runs from right to left."""
    if language.direction == "ltr" or not LATIN.search(said):
        return said
    isolated = f"\u2068{said}\u2069"
    return said.again(isolated) if isinstance(said, Said) else Said(isolated, language.tag)


def refuse_typed(text: str, path: Path, line: int) -> None:
    """Raises ContentError for a number of days that is not a name for one."""
    if typed := TYPED_LENGTH.search(text):
        at = line + text.count("\n", 0, typed.start())
        said = " ".join(typed[0].split())
        raise ContentError(
            path, at, f"“{said}” is typed by hand; use a name such as {{stage-1}}, so that it stays true"
        )


def _mend(name: str, names: Mapping[str, str]) -> str:
    if name.startswith(PREFIX):
        return f"use one of: {', '.join(sorted(pictures()))}"
    near = get_close_matches(name, names, n=1)
    if near:
        return f"did you mean {{{near[0]}}}?"
    return f"use one of: {', '.join(sorted(names))}"
