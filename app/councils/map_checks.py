"""What must be true of map.yaml beyond its shape: nothing twice, and no name that leads nowhere."""

from collections.abc import Iterable, Iterator

from app.councils.files import Facts
from app.councils.pictures import check_picture
from app.councils.problems import ContentError
from app.councils.shapes import MapShape
from app.model.timetable import LAW, OWN_PROMISES

TIMES = frozenset(LAW) | frozenset(OWN_PROMISES)


def check_map(facts: Facts, told: MapShape) -> None:
    """Raises ContentError for the first thing that is wrong, with its line."""
    lands = {land.id for land in told.lands}
    _check_once(facts, "land", ((land.id, ("lands", n)) for n, land in enumerate(told.lands)))
    _check_once(facts, "step", ((id, (*keys, "id")) for id, keys in _steps(told)))
    for n, land in enumerate(told.lands):
        check_time(facts, land.limit, ("lands", n, "limit"))
        for m, step in enumerate(land.steps):
            check_time(facts, step.time, ("lands", n, "steps", m, "time"))
            check_picture(step.picture, facts.path, facts.line_of("lands", n, "steps", m, "picture"))
        if land.fork:
            check_time(facts, land.fork.time, ("lands", n, "fork", "time"))
            if land.fork.next not in lands:
                line = facts.line_of("lands", n, "fork", "next")
                known = ", ".join(sorted(lands))
                raise ContentError(facts.path, line, f"there is no land called “{land.fork.next}”; use one of: {known}")


def _steps(told: MapShape) -> Iterator[tuple[str, tuple]]:
    for n, land in enumerate(told.lands):
        for m, step in enumerate(land.steps):
            yield step.id, ("lands", n, "steps", m)


def _check_once(facts: Facts, what: str, found: Iterable[tuple[str, tuple]]) -> None:
    seen = set()
    for id, keys in found:
        if id in seen:
            raise ContentError(facts.path, facts.line_of(*keys), f"the {what} “{id}” is on the map twice; take one out")
        seen.add(id)


def check_time(facts: Facts, key: str | None, keys: tuple) -> None:
    if key is not None and key not in TIMES:
        known = ", ".join(sorted(TIMES))
        raise ContentError(
            facts.path, facts.line_of(*keys), f"there is no time limit called “{key}”; use one of: {known}"
        )
