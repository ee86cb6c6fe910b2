"""Content → the stage map and the guide pages of one council in one language."""

from dataclasses import replace
from itertools import pairwise

from markupsafe import Markup

from app.councils.map_shape import map_of
from app.councils.pictures import check_picture
from app.councils.pieces import Piece
from app.councils.problems import ContentError
from app.councils.reader import Reader
from app.councils.shapes import LandShape, StepShape
from app.councils.stage_map import Fork, GuidePage, Land, StageMap, Step
from app.model.timetable import Mark, Unit, after_the_panel
from app.model.topic import ELSEWHERE

PLACES = "places"


def read_stage_map(reader: Reader) -> StageMap:
    lands = tuple(read_land(reader, land) for land in map_of(reader.shelf, reader.council).lands)
    return _joined(StageMap(lands))


def read_guide(reader: Reader) -> dict[str, GuidePage]:
    return {id: read_page(reader, id) for id in sorted(reader.ids("guide"))}


def read_places(reader: Reader) -> dict[str, GuidePage]:
    """Where somebody else decides: by what it is about."""
    return {topic: read_page(reader, topic, PLACES) for topic in ELSEWHERE}


def read_page(reader: Reader, id: str, part: str = "guide") -> GuidePage:
    piece = reader.piece(part, id)
    return GuidePage(
        id=id,
        title=reader.fact(piece, "title"),
        summary=reader.fact(piece, "summary", ""),
        picture=_picture(reader, piece),
        child=_for_the_child(reader, piece),
        adults=reader.section(piece, "Adults"),
        changed_on=reader.changed_on(part, id),
        lang=piece.language,
        direction=reader.direction_of(piece.language),
        nobody_checked=piece.nobody_checked,
    )


def read_land(reader: Reader, shape: LandShape) -> Land:
    piece = reader.piece("stages", shape.id)
    badge = reader.fact(piece, "badge")
    alone = len(shape.steps) == 1
    steps = tuple(read_step(reader, step, shape.id, badge, n, alone) for n, step in enumerate(shape.steps, start=1))
    return Land(
        id=shape.id,
        title=reader.fact(piece, "title"),
        formal=reader.fact(piece, "formal", ""),
        badge=badge,
        time=reader.fact(piece, "time", ""),
        weeks=_weeks(reader, shape.limit),
        mark=reader.wording.number(int(shape.id.removeprefix("stage-"))) if shape.id.startswith("stage-") else "",
        words=reader.section(piece, "Child"),
        steps=steps,
        fork=_fork(reader, piece, shape) if shape.fork else None,
        lang=piece.language,
        direction=reader.direction_of(piece.language),
        nobody_checked=piece.nobody_checked,
    )


def read_step(reader: Reader, shape: StepShape, land: str, badge: str, number: int, alone: bool) -> Step:
    piece = reader.piece("steps", shape.id)
    return Step(
        id=shape.id,
        land=land,
        number=number,
        place=badge if alone or land == "beside" else reader.wording.place(badge, number),
        title=reader.fact(piece, "title"),
        summary=reader.fact(piece, "summary"),
        picture=shape.picture,
        who=shape.who,
        time=_time(reader, shape.time),
        time_is_before=_is_before(reader, shape.time),
        child=_for_the_child(reader, piece),
        adults=reader.section(piece, "Adults"),
        changed_on=reader.changed_on("steps", shape.id),
        lang=piece.language,
        direction=reader.direction_of(piece.language),
        nobody_checked=piece.nobody_checked,
    )


def _for_the_child(reader: Reader, piece: Piece) -> Markup:
    """What a step or a page says to the child. There must be something."""
    words = reader.section(piece, "Child")
    if not words:
        raise ContentError(piece.path, 0, "there is nothing for a child to read; write it below a line “# Child”")
    return words


def _picture(reader: Reader, piece: Piece) -> str:
    name = reader.fact(piece, "picture", "info")
    if "picture" in piece.facts:
        check_picture(name, *piece.line_of("picture"))
    return name


def _fork(reader: Reader, piece: Piece, shape: LandShape) -> Fork:
    return Fork(
        happy_title=reader.fact(piece, "happy_title"),
        happy=reader.fact(piece, "happy"),
        unhappy_title=reader.fact(piece, "unhappy_title"),
        unhappy=reader.fact(piece, "unhappy"),
        time=_time(reader, shape.fork.time),
        next=shape.fork.next,
    )


def _time(reader: Reader, key: str | None) -> str:
    """The time limit called `key`, said; nothing where this council has made no such promise."""
    limit = reader.council.timetable.get(key) if key else None
    return reader.wording.limit(limit) if limit and limit.mark is not Mark.UNVERIFIED else ""


def _is_before(reader: Reader, key: str | None) -> bool:
    """Is the time called `key` one that must lie before something? Nobody “has” that time."""
    limit = reader.council.timetable.get(key) if key else None
    return limit is not None and limit.at_least


def _weeks(reader: Reader, key: str | None) -> str:
    """The same length in weeks, which are easier to wait for; nothing where it is not counted in working days."""
    timetable = reader.council.timetable
    limit = timetable.get(key) if key else None
    if limit is None or limit.unit is not Unit.WORKING_DAYS:
        return ""
    if key == "panel":
        return reader.wording.until_the_panel(limit.usual, after_the_panel(timetable))
    return reader.wording.around(limit.usual, limit.longest or limit.usual)


def _joined(map: StageMap) -> StageMap:
    """Each step knows its neighbours on the path. What stands beside the path has none."""
    path = [step for step in map.steps if step.land != "beside"]
    before = {step.id: earlier for earlier, step in pairwise(path)}
    after = {step.id: later for step, later in pairwise(path)}

    def joined(step: Step) -> Step:
        return replace(step, previous=before.get(step.id), next=after.get(step.id))

    return StageMap(tuple(replace(land, steps=tuple(joined(step) for step in land.steps)) for land in map.lands))
