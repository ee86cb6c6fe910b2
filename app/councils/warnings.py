"""What an editor should look at: nothing that stops the site, but something that makes it worse than it could be."""

import html
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from app.councils.catalogue_checks import warnings_of_catalogue
from app.councils.checking import names_used
from app.councils.council import SEALED, Council
from app.councils.hard_words import hard_words_in
from app.councils.languages import ENGLISH, LANGUAGES
from app.councils.letters import PART as LETTERS
from app.councils.letters import template
from app.councils.links import NATIONAL
from app.councils.markup import letter_html
from app.councils.names import NAME
from app.councils.pieces import Section
from app.councils.problems import Problem
from app.councils.readability import HARDEST_GRADE, MOST_WORDS, MOST_WORDS_ON_AVERAGE, WORD, reading_of
from app.councils.reader import Reader
from app.councils.shapes import ContactsShape, CouncilShape
from app.councils.shelf import Shelf
from app.councils.there import languages_of
from app.councils.translation import PARTS, gaps

CERTIFICATE_ENDS_WITHIN = timedelta(days=60)
CHECKED_WITHIN = timedelta(days=365)
PLACEHOLDER = "example.org"
SINGLE_FILES = frozenset({"names.yaml", "words.yaml", "phrases.yaml"})
BLOCK_END = re.compile(r"</(?:p|li|h[1-6])>")
TAG = re.compile(r"<[^>]+>")


def warnings(shelf: Shelf, councils: Mapping[str, Council], today: date) -> Iterator[Problem]:
    """Everything worth a look, in no order. The content must be without errors."""
    yield from _old_contacts(shelf, f"{NATIONAL}/contacts.yaml", (), today)
    yield from _not_translated(shelf, councils)
    for council in councils.values():
        yield from _to_be_supplied(shelf, council)
        yield from _not_sealed(shelf, council, today)
        yield from _old_contacts(shelf, f"{council.slug}/council.yaml", ("contacts",), today)
        yield from _nowhere_shown(shelf, council)
        yield from _names_nobody_uses(shelf, council)
        yield from _hard_to_read(Reader(shelf, council, ENGLISH))


def _not_translated(shelf: Shelf, councils: Mapping[str, Council]) -> Iterator[Problem]:
    """What shows in English in a language that is there; of a council, in those that it has begun to translate."""
    for language in languages_of(shelf).values():
        yield from warnings_of_catalogue(language)
        yield from gaps(shelf, NATIONAL, language)
        for slug in councils:
            if any(name.parts[1] == language.tag for name in shelf.names(slug)):
                yield from gaps(shelf, slug, language)


def _old_contacts(shelf: Shelf, name: str, within: tuple, today: date) -> Iterator[Problem]:
    facts = shelf.yaml(name)
    told = shelf.shaped(CouncilShape, name).contacts if within else shelf.shaped(ContactsShape, name).root
    for place, contact in enumerate(told):
        line = facts.line_of(*within, place)
        if not contact.verified:
            why = f"the contact “{contact.name}” does not show; look it up, then write verified: true and today's date"
            yield Problem(facts.path, line, why)
        elif today - contact.checked_on > CHECKED_WITHIN:
            why = f"the contact “{contact.name}” was last checked on {contact.checked_on}; look it up again"
            yield Problem(facts.path, line, why)


def _to_be_supplied(shelf: Shelf, council: Council) -> Iterator[Problem]:
    facts = shelf.yaml(f"{council.slug}/council.yaml")
    wanted = {
        "emergency_duty_team": (council.emergency_duty_team, "a child in danger at night needs its number"),
        "procedure_document": (council.procedure_document.get("address"), "people ask for the whole procedure"),
        "reads_inbox": (council.reads_inbox, "the page should say when somebody reads what comes in"),
        "confirmed": (council.confirmed, "until then every page says that it is a demonstration"),
    }
    for key, (given, why) in wanted.items():
        if not given:
            yield Problem(facts.path, facts.line_of(key), f"{key} is still to be supplied: {why}")
    if not council.team.phone:
        yield Problem(
            facts.path, facts.line_of("team", "phone"), "the team has no phone number yet; many would rather ring"
        )
    for inbox, address in vars(council.inboxes).items():
        if address.endswith(PLACEHOLDER):
            yield Problem(facts.path, facts.line_of("inboxes", inbox), f"{address} reaches nobody; give your own")


def _not_sealed(shelf: Shelf, council: Council, today: date) -> Iterator[Problem]:
    """Letters that should be sealed and are not, or soon will not be."""
    certificate = council.mail_certificate
    if council.mail_mode != SEALED or not certificate:
        return
    facts = shelf.yaml(f"{council.slug}/council.yaml")
    line = facts.line_of("mail", "certificate")
    begins, ends = certificate.begins_on, certificate.ends_on
    notices = "letters to you are notices, with nothing of what was sent"
    if today > ends:
        yield Problem(facts.path, line, f"your certificate ended on {ends}: {notices}, until you put a new one here")
    elif today < begins:
        yield Problem(facts.path, line, f"your certificate begins on {begins}: {notices}, until then")
    elif ends - today <= CERTIFICATE_ENDS_WITHIN:
        yield Problem(facts.path, line, f"your certificate ends on {ends}; after that {notices}; have a new one made")


def _nowhere_shown(shelf: Shelf, council: Council) -> Iterator[Problem]:
    """A file that no page shows: a wrong folder, or a language the council does not answer."""
    mail = shelf.shaped(CouncilShape, f"{council.slug}/council.yaml").mail
    for name in shelf.names(council.slug):
        if name.parts[1:] == ("council.yaml",):
            continue
        if name.suffix == ".pem":
            if name.parts[1:] != (mail.certificate,):
                yield Problem(Path(name), 0, "nothing is sealed with this; name it in mail.certificate, or delete it")
            continue
        if len(name.parts) == 2:
            yield Problem(Path(name), 0, f"nobody sees this: put it into the folder of its language, {ENGLISH.tag}/")
            continue
        language, part = name.parts[1], name.parts[2] if len(name.parts) == 4 else name.name
        shows = language in LANGUAGES
        if not shows:
            yield Problem(Path(name), 0, f"nobody sees this: we have no language called “{language}”")
        elif part not in (PARTS if len(name.parts) == 4 else SINGLE_FILES):
            yield Problem(Path(name), 0, f"nobody sees this: put it in one of {', '.join(sorted(PARTS))}")
        elif part == "steps" and name.stem in council.left_out:
            yield Problem(Path(name), 0, "nobody sees this: the council leaves the step out; delete this, or show it")


def _names_nobody_uses(shelf: Shelf, council: Council) -> Iterator[Problem]:
    """A name that the council gives and no text has in braces: nearly always a spelling mistake."""
    own = {used for name in shelf.names(council.slug) for used in NAME.findall(shelf.text(str(name)))}
    for tag in sorted(LANGUAGES):
        name = f"{council.slug}/{tag}/names.yaml"
        facts = shelf.yaml(name) if shelf.is_there(name) else None
        for key in facts.values if facts else ():
            if key not in own | names_used(shelf, tag):
                why = f"no text has {{{key}}} in it; look for a spelling mistake, or take the line out"
                yield Problem(facts.path, facts.line_of(key), why)


def _hard_to_read(reader: Reader) -> Iterator[Problem]:
    """What the council itself has written for children. The national words are held to this by a test."""
    for part in sorted(PARTS):
        for id in sorted(reader.own_ids(part)):
            for section in reader.piece(part, id).sections.get("Child", ()):
                if section.path.parts[0] == reader.council.slug:
                    html = letter_html(template(reader, section)) if part == LETTERS else reader.html(section)
                    for words, why in too_hard(plain_text(html), reader):
                        yield Problem(section.path, _line_of(words, section), why)


def too_hard(text: str, reader: Reader) -> Iterator[tuple[str, str]]:
    """Where a child may not get on with a text, why, and what to do."""
    reading = reading_of(text)
    if reading and round(reading.grade, 1) > HARDEST_GRADE:
        yield (
            "",
            f"this is hard to read (grade {reading.grade:.1f}, and 5 is the most); use shorter words and sentences",
        )
    if reading and reading.words_on_average > MOST_WORDS_ON_AVERAGE:
        yield "", f"the sentences have {reading.words_on_average:.0f} words on average; make them 12 or fewer"
    if reading and reading.words_in_longest > MOST_WORDS:
        start = f"{reading.longest[:60]}…"
        yield reading.longest, f"a sentence has {reading.words_in_longest} words; cut it in two: “{start}”"
    for word in hard_words_in(text, (reader.named(entry.word) for entry in reader.words.values())):
        yield word, f"“{word}” is a hard word and not in the word list; use an easier one, or add it to words.yaml"


def _line_of(words: str, section: Section) -> int:
    """The line in the file that has most of these words. Names and links are written otherwise there."""
    wanted = set(WORD.findall(words))
    lines = [len(wanted & set(WORD.findall(line))) for line in section.text.split("\n")]
    first = next(place for place, line in enumerate(section.text.split("\n")) if line.strip())
    return section.line + (lines.index(max(lines)) if max(lines) else first)


def plain_text(words: str) -> str:
    """The text of our own HTML, a line for each paragraph and list item."""
    return html.unescape(TAG.sub("", BLOCK_END.sub(".\n", str(words)))).replace("..", ".")
