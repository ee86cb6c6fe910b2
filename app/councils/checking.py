"""What is wrong with the content, found without making every page of every council.

A hundred and fifty councils in nine languages are well over a thousand maps; but nearly all of their words are the
national ones. So the national words are read whole once for each language, and of each council only what it says
itself, and whether it has every name that the national words use.
"""

from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from app.councils.council import Council
from app.councils.languages import ENGLISH, LANGUAGES
from app.councils.letter_checks import of_every_letter, of_own_letters
from app.councils.letter_slots import PREFIX as LETTERS_OWN
from app.councils.links import NATIONAL
from app.councils.map_reading import PLACES, read_land, read_page
from app.councils.map_shape import map_of, step_ids
from app.councils.markup import READ, read
from app.councils.names import NAME
from app.councils.pictures import PREFIX
from app.councils.pieces import Section
from app.councils.problems import ContentError, Problem
from app.councils.reader import Reader
from app.councils.shelf import Shelf
from app.model.topic import ELSEWHERE


class Checker(Reader):
    """Makes no HTML: whether names are known and links lead somewhere is seen without."""

    def html(self, section: Section) -> Markup:
        return super().html(section, read)


class Skimmer(Checker):
    """Takes the national words as they are, too: they have been read."""

    def html(self, section: Section) -> Markup:
        return READ if section.path.parts[0] == NATIONAL else super().html(section)


def problems_of_national(shelf: Shelf, council: Council, tags: Iterable[str]) -> list[Problem]:
    """What is wrong with the national words, as one council would show them in each language."""
    problems: list[Problem] = []
    for tag in tags:
        problems += every_problem(shelf, council, tag)
    return problems


def problems_of_council(shelf: Shelf, council: Council, tags: Iterable[str]) -> list[Problem]:
    """What is wrong with a council's own words. Everything it would show is read if a name might be missing."""
    problems: list[Problem] = []
    for tag in tags:
        try:
            reader = Skimmer(shelf, council, LANGUAGES[tag])
        except ContentError as error:
            return [error.problem]
        if names_used(shelf, tag) <= reader.names.keys():
            problems += _problems(_own_parts(reader))
        else:
            problems += every_problem(shelf, council, tag)
    return problems


def every_problem(shelf: Shelf, council: Council, tag: str) -> list[Problem]:
    """Read every page a council would show in a language: all that is wrong, one thing for each piece."""
    try:
        reader = Checker(shelf, council, LANGUAGES[tag])
        lands = map_of(shelf, council).lands
    except ContentError as error:
        return [error.problem]
    parts = [lambda land=land: read_land(reader, land) for land in lands]
    parts += [lambda id=id: read_page(reader, id) for id in sorted(reader.ids("guide"))]
    parts += [lambda id=id: read_page(reader, id, PLACES) for id in sorted({*ELSEWHERE, *reader.ids(PLACES)})]
    parts += of_every_letter(reader)
    return _problems(parts) + list(_not_shown(reader, reader.ids("steps")))


def names_used(shelf: Shelf, tag: str) -> set[str]:
    """Every {name} that the national words use, in a language or in the English that stands in for it."""
    return shelf.once(("names used in", tag), lambda: _names_used(shelf, {tag, ENGLISH.tag}))


def _names_used(shelf: Shelf, tags: set[str]) -> set[str]:
    files = (name for name in shelf.names(NATIONAL) if name.parts[1] in tags)
    names = (name for name in files if name.suffix == ".md" or name.name == "words.yaml")
    found = {used for name in names for used in NAME.findall(shelf.text(str(name)))}
    return {used for used in found if not used.startswith(("contacts:", PREFIX, LETTERS_OWN)) and used != "words"}


def _own_parts(reader: Reader) -> Iterator[Callable]:
    lands = map_of(reader.shelf, reader.council).lands
    own_steps, own_stages = reader.own_ids("steps"), reader.own_ids("stages")
    for land in lands:
        own = [step for step in land.steps if step.id in own_steps]
        if own or land.id in own_stages:
            shape = land.model_copy(update={"steps": own})
            yield lambda shape=shape: read_land(reader, shape)
    for id in sorted(reader.own_ids("guide")):
        yield lambda id=id: read_page(reader, id)
    for id in sorted(reader.own_ids(PLACES)):
        yield lambda id=id: read_page(reader, id, PLACES)
    yield from of_own_letters(reader)
    yield lambda: _refuse_not_shown(reader)


def _refuse_not_shown(reader: Reader) -> None:
    for problem in _not_shown(reader, reader.own_ids("steps")):
        raise ContentError(problem.path, problem.line, problem.what)


def _not_shown(reader: Reader, ids: set[str]) -> Iterator[Problem]:
    shown = step_ids(map_of(reader.shelf, reader.council)) | reader.council.left_out
    for id in sorted(ids - shown):
        where = reader.piece("steps", id).path
        yield Problem(where, 0, f"no map shows this step; add “{id}” to map.yaml, or take the file away")


def _problems(parts: Iterable[Callable]) -> list[Problem]:
    problems: list[Problem] = []
    try:
        for part in parts:
            try:
                part()
            except ContentError as error:
                problems.append(error.problem)
    except ContentError as error:  # of the map's own shape, while the parts are found
        problems.append(error.problem)
    return problems
