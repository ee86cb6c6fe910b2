"""The shape of a council's map: the national one, without the steps it leaves out, with those it adds."""

from collections.abc import Iterable, Iterator

from app.councils.council import AddedStep, Council
from app.councils.files import Facts
from app.councils.links import NATIONAL
from app.councils.map_checks import check_map, check_time
from app.councils.pictures import check_picture
from app.councils.problems import ContentError
from app.councils.shapes import LandShape, MapShape, StepShape
from app.councils.shelf import Shelf

MAP = f"{NATIONAL}/map.yaml"

# The steps that the contract names: a council may leave one out or add to them; the national map may not lose one.
MUST_BE_THERE = frozenset(
    {
        *("talk-first", "recorded", "looked-at", "help-offered", "stage-1-letter"),
        *("independent-people", "investigation", "investigation-report", "independent-person-report"),
        *("stage-2-letter", "stage-2-meeting"),
        *("panel-arranged", "panel-papers", "panel-meeting", "panel-report", "final-letter"),
        *("ombudsman", "advocate", "withdraw"),
    }
)


def national_map(shelf: Shelf) -> MapShape:
    """Raises ContentError if a step of the contract is missing, or a name leads nowhere."""
    return shelf.once("the national map", lambda: _national_map(shelf))


def _national_map(shelf: Shelf) -> MapShape:
    facts, told = shelf.yaml(MAP), shelf.shaped(MapShape, MAP)
    check_map(facts, told)
    for id in sorted(MUST_BE_THERE - step_ids(told)):
        raise ContentError(facts.path, 1, f"the step “{id}” is missing from the map; add it to its land")
    return told


def map_of(shelf: Shelf, council: Council) -> MapShape:
    """Raises ContentError for a step left out or added that cannot be."""
    return shelf.once(("the map of", council.slug), lambda: _map_of(shelf, council))


def _map_of(shelf: Shelf, council: Council) -> MapShape:
    told = national_map(shelf)
    if not (council.left_out or council.added):
        return told
    facts = shelf.yaml(f"{council.slug}/council.yaml")
    _check_left_out(facts, council, step_ids(told))
    _check_added(facts, council, step_ids(told))
    lands = [_with_added(land, council.added) for land in told.lands]
    return MapShape(lands=[_without(facts, land, council.left_out) for land in lands])


def step_ids(told: MapShape) -> frozenset[str]:
    return frozenset(step.id for land in told.lands for step in land.steps)


def _with_added(land: LandShape, added: Iterable[AddedStep]) -> LandShape:
    steps: list[StepShape] = []
    for step in land.steps:
        steps += [step, *_after(step.id, added)]
    return land.model_copy(update={"steps": steps})


def _after(id: str, added: Iterable[AddedStep]) -> Iterator[StepShape]:
    """Those a council adds after a step, in its own order, each with what it adds after that one."""
    for new in added:
        if new.after == id:
            yield StepShape(id=new.id, picture=new.picture, who=new.who, time=new.time or None)
            yield from _after(new.id, added)


def _without(facts: Facts, land: LandShape, left_out: frozenset[str]) -> LandShape:
    steps = [step for step in land.steps if step.id not in left_out]
    if not steps:
        raise ContentError(
            facts.path, facts.line_of("steps", "leave_out"), f"{land.id} would be empty; keep a step of it"
        )
    return land.model_copy(update={"steps": steps})


def _check_left_out(facts: Facts, council: Council, known: frozenset[str]) -> None:
    for id in sorted(council.left_out - known):
        line = facts.line_of("steps", "leave_out")
        raise ContentError(facts.path, line, f"there is no step “{id}” to leave out; look for a spelling mistake")


def _check_added(facts: Facts, council: Council, known: frozenset[str]) -> None:
    for place, new in enumerate(council.added):
        line = facts.line_of("steps", "add", place)
        if new.id in known or [other.id for other in council.added].count(new.id) > 1:
            raise ContentError(facts.path, line, f"there is a step “{new.id}” already; give yours another id")
        if new.after not in known | {other.id for other in council.added[:place]}:
            raise ContentError(facts.path, line, f"“{new.after}” is no step to come after; look for a spelling mistake")
        check_time(facts, new.time or None, ("steps", "add", place, "time"))
        check_picture(new.picture, facts.path, facts.line_of("steps", "add", place, "picture"))
