"""The examples as the site keeps what really happens: through the same doors, in the order of time.

All in the caller's transaction. Letters of earlier days have gone, as the post room would have sent them.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from itertools import chain

from app.examples import answered, late_stages, new, stage_1
from app.examples.acting import act
from app.examples.cast import Example, Step
from app.examples.days import after_school, in_the_morning
from app.examples.place import Place
from app.model.due import answer_due_on, reference_due_on
from app.model.follow_up_code import new_code
from app.model.london import london_day
from app.model.representation import Answer, Representation
from app.post import owed
from app.post.acknowledgement import may_write_to, receipt, tell_by_hand
from app.post.gathered import held_letter
from app.post.letters import Purpose, inbox_letter
from app.records import holding, outbox, representations
from app.records.database import Db, new_id

EXAMPLES = tuple(chain(new.EXAMPLES, stage_1.EXAMPLES, answered.EXAMPLES, late_stages.EXAMPLES))
JUST_NOW = timedelta(minutes=10)  # younger letters wait for the post room
LEASE_SECONDS, MANY = 60, 50
REFUSED = "SMTP 550"


def fill(db: Db, place: Place) -> None:
    """Write all of them. The database is empty of representations."""
    happened: list[tuple[datetime, Callable[[], None]]] = []
    for example in EXAMPLES:
        told = _representation(place, example)
        happened.append((told.received_at, partial(_receive, db, place, example, told)))
        for step in example.steps:
            at = place.days.instant(step.back, step.at or in_the_morning(step.back))
            happened.append((at, partial(_step, db, place, told.id, step, at)))
    for _at, do in sorted(happened, key=lambda one: one[0]):
        do()


def _receive(db: Db, place: Place, example: Example, told: Representation) -> None:
    at = told.received_at
    representations.receive(db, told, code=new_code(place.below).replace(" ", ""))
    representations.say_age(db, told.id, example.age)
    if example.held:
        holding.hold(db, told.id, told.council, example.held, at)
        owed.queue(db, told, lambda: held_letter(place.council, place.addresses, at), at)
    owed.queue(db, told, lambda: inbox_letter(told, place.council, place.addresses, at), at)
    copy = owed.built(db, told, lambda: receipt(told, place.council, place.addresses, at), at)
    if copy and (example.held or may_write_to(db, copy.recipient, Purpose.RECEIPT, at)):
        outbox.queue(db, copy)
    _bring(db, place, at)


def _step(db: Db, place: Place, id: str, step: Step, at: datetime) -> None:
    act(db, place, representations.get(db, id, place.council.slug), step, at)
    _bring(db, place, at, step.refused)


def _bring(db: Db, place: Place, at: datetime, is_refused: bool = False) -> None:
    """The post room comes by, except for what is so new that the real one has it to bring."""
    if at > place.days.now - JUST_NOW:
        return
    for claim in outbox.claim(db, at, LEASE_SECONDS, MANY):
        refused = outbox.mark_refused(db, claim.id, claim.fence, at, REFUSED) if is_refused else None
        if refused:
            tell_by_hand(db, refused, claim.id, at)
        else:
            outbox.mark_sent(db, claim.id, claim.fence, at)


def _representation(place: Place, example: Example) -> Representation:
    at = place.days.instant(example.came, example.at or after_school(example.came))
    holidays, timetable = place.days.holidays, place.council.timetable
    on = london_day(at)
    return Representation(
        id=new_id(),
        council=place.council.slug,
        kind=example.kind,
        words=example.words,
        language=example.language,
        telling=example.telling,
        on_behalf_of=example.child,
        account=example.account,
        wish=example.wish,
        name=example.name,
        contact=example.contact,
        wants_advocate=example.wants_advocate,
        safe=example.safe,
        urgent=example.safe is Answer.NO,
        topic=example.topic,
        received_at=at,
        received_on=on,
        reference_due_on=reference_due_on(on, timetable, holidays),
        answer_due_on=answer_due_on(example.kind, on, timetable, holidays),
    )
