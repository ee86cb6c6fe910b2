"""What has ended long ago, with everything that can belong to it: for tests of keeping and forgetting."""

from datetime import date, datetime

from app.councils.council import Council
from app.model.event import Task, What
from app.model.file_kind import FileKind
from app.model.letter import Words
from app.model.london import start_of
from app.model.move import Key, Outcome, Point, Said, Undertaking
from app.model.representation import OnBehalfOf, Representation, Telling
from app.model.stage import Stage
from app.model.topic import Topic
from app.post import retention
from app.records import (
    child_letters,
    drafts,
    events,
    files,
    legal_holds,
    moves,
    officers,
    outbox,
    readers,
    representations,
    tasks,
)
from app.records import visits as visits_of
from app.records.database import Db, Records
from app.records.officers import Officer, Role
from app.records.readers import KeptFrom
from tests.post.office import SEFTON, amina, letter

PLANTED = "planted-in-"
ENDED_ON = date(2020, 3, 2)
TOLD_AT = start_of(date(2020, 1, 6))
OVER_ON = date(2026, 3, 2)  # six years later


def words(where: str) -> str:
    return f"{PLANTED}{where}"


def settle(
    records: Records, ended_on: date = ENDED_ON, promises: int = 0, stage: Stage = Stage.RESOLVED, **facts
) -> Representation:
    """A complaint that was answered and closed on that day."""
    told = amina(TOLD_AT, **facts)
    with records.writing() as db:
        representations.receive(db, told)
        close(db, told, ended_on, promises, stage)
    return told


def close(db: Db, told: Representation, on: date, promises: int = 0, stage: Stage = Stage.RESOLVED) -> None:
    points = (Point(words("a-point"), Outcome.UPHELD), Point("Nobody rang", Outcome.NOT_UPHELD))
    promised = tuple(Undertaking(words("a-promise"), "Team", on) for _ in range(promises))
    at, facts = start_of(on), {"officer": None}
    moves.add(
        db, told.id, Stage.LOCAL_RESOLUTION, at, on, key=Key.STAGE_1_ANSWERED, said=Said(points=points), **facts
    )  # fmt: skip
    moves.add(db, told.id, stage, at, on, why=words("why"), key=Key.CLOSED, said=Said(undertakings=promised), **facts)


def full(records: Records) -> tuple[Representation, Officer]:
    """Something that was settled, with a row in every table; and the officer it is kept from."""
    told = settle(
        records, words=words("the-words"), name=words("the-name"), wish=words("the-wish"), telling=Telling.FAMILY,
        topic=Topic.PLAN, language="ur", on_behalf_of=OnBehalfOf(name=words("a-child")), must_not_read=words("who"),
    )  # fmt: skip
    put = files.put_down(records.files, words("a-photo").encode(), FileKind.JPEG, words("a-file-name"), TOLD_AT)
    with records.writing() as db:
        jo = officers.add(db, "jo@example.org", "sefton", Role.MANAGER, "x", TOLD_AT)
        draft = drafts.begin(db, "sefton", TOLD_AT)
        files.add(db, draft.sending, put, TOLD_AT)
        files.move(db, draft.sending, told.id)
        drafts.mark_sent(db, draft, told.id, TOLD_AT)
        events.add(db, told.id, What.RECORDED, TOLD_AT, words=words("an-event"), more={"name": words("more")})
        outbox.queue(db, letter(TOLD_AT, representation_id=told.id, message=words("a-letter").encode()))
        tasks.add(db, told.id, "sefton", Task.TELL_NEWS, ENDED_ON, TOLD_AT, "once")
        tasks.mark_done(db, tasks.of(db, told.id)[0].id, "sefton", jo.id, TOLD_AT)
        visits_of.begin(db, told.id, TOLD_AT)
        readers.choose(db, told.id, KeptFrom(frozenset({jo.id}), frozenset({"North"})), jo, TOLD_AT)
        legal_holds.place(db, told.id, jo.id, words("a-hold"), TOLD_AT)
        legal_holds.lift(db, legal_holds.of(db, told.id)[0].id, jo.id, words("lifted"), TOLD_AT)
        said = Words(words("a-title"), words("a-child-letter"))
        child_letters.add(
            db, told.id, moves.of(db, told.id)[0].number, Key.STAGE_1_ANSWERED, "ur", said, jo.id, TOLD_AT
        )
        representations.issue(db, told, "SEF", TOLD_AT, lambda letters: letters[3], "Team", "")
    return told, jo


def tick(records: Records, now: datetime, council: Council = SEFTON) -> tuple[int, list[str]]:
    """How many were deleted, and what went wrong."""
    wrong: list[str] = []
    done = retention.see_to(
        records, {"sefton": council}, now, lambda what, error: wrong.append(f"{what}: {type(error).__name__}")
    )
    return done, wrong
