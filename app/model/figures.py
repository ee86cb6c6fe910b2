"""Figures: how many there were, of what kind, about what, with what outcome, and whether they were on time.

What a local authority must keep a record of, and report on for each financial year: SI 2006/1738 reg. 13 (each
representation, its outcome, and whether the time limits were kept), and the statutory guidance *Getting the Best from
Complaints* (2006), which adds who complained, how old they were, about what, at which stage, and what was learned.

Each fact is counted and let go: how many there are does not matter.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from app.model.figure_facts import Fact, Promised, Ran
from app.model.move import Key
from app.model.period import Period
from app.model.representation import Kind
from app.model.stage import Stage

NOT_SAID = "not-said"


class Measure(StrEnum):
    """What is counted. All but the kinds and the promises are of complaints alone."""

    KIND = "kind"  # of all that came in the period
    TELLING = "telling"  # of the complaints that came in the period; so are those down to the reference
    CAME_BY = "came-by"
    AGE = "age"
    TOPIC = "topic"
    LANGUAGE = "language"
    ADVOCATE = "advocate"
    STANDING = "standing"  # today
    REFERENCE = "reference"
    BEGUN = "begun"  # stages that began in the period, whenever the complaint came
    STAGE_1_TIME = "stage-1-time"  # answers given in the period, and those that are late at its end
    STAGE_2_TIME = "stage-2-time"
    PANEL_TIME = "panel-time"
    STAGE_3_TIME = "stage-3-time"
    STAGE_1_OUTCOME = "stage-1-outcome"  # points decided in the period
    STAGE_2_OUTCOME = "stage-2-outcome"
    ENDED = "ended"
    PROMISES = "promises"  # made in the period, and what has come of them by today


class Kept(StrEnum):
    """How a time limit was kept."""

    USUAL = "usual"  # by the day that was said at first
    LONGER = "longer"  # by a later day that was said with a reason
    LATE = "late"
    OVERDUE = "overdue"  # over, and not answered


class Issued(StrEnum):
    ON_TIME = "on-time"
    LATE = "late"
    NOT_YET = "not-yet"  # and its day is still to come


class Promise(StrEnum):
    KEPT = "kept"
    OPEN = "open"
    OVERDUE = "overdue"


class Asked(StrEnum):
    YES = "yes"
    NO = "no"


Counts = Mapping[Measure, Counter[str]]

# The clock of each answer, and the moves that answer it.
TIMES = {
    Measure.STAGE_1_TIME: ("stage-1", (Key.STAGE_1_ANSWERED, Key.SORTED_EARLY)),
    Measure.STAGE_2_TIME: ("stage-2", (Key.ADJUDICATED,)),
    Measure.PANEL_TIME: ("panel", (Key.PANEL_ARRANGED,)),
    Measure.STAGE_3_TIME: ("stage-3", (Key.FINAL_LETTER,)),
}
OUTCOMES = {Measure.STAGE_1_OUTCOME: Key.STAGE_1_ANSWERED, Measure.STAGE_2_OUTCOME: Key.ADJUDICATED}
BEGINS = {
    Key.RECORDED: Stage.LOCAL_RESOLUTION,
    Key.STAGE_2_ACCEPTED: Stage.INVESTIGATION,
    Key.PANEL_ASKED: Stage.REVIEW_PANEL,
}
ENDS = (Key.SORTED_EARLY, Key.CLOSED, Key.WITHDRAWN, Key.OUTSIDE)


def count(facts: Iterable[Fact], period: Period, today: date) -> Counts:
    """Everything that is counted of these, as it is: publish nothing of it but through app.model.tables_of_figures."""
    counts: dict[Measure, Counter[str]] = {measure: Counter() for measure in Measure}
    for fact in facts:
        for measure, group in _said_by(fact, period, today):
            counts[measure][group] += 1
    return counts


def _said_by(fact: Fact, period: Period, today: date) -> Iterator[tuple[Measure, str]]:
    if fact.received_on in period:
        yield Measure.KIND, fact.kind
    for promise in fact.promised:
        if promise.made_on in period:
            yield Measure.PROMISES, _what_came_of(promise, today)
    if fact.kind is Kind.COMPLAINT:
        if fact.received_on in period:
            yield from _as_it_came(fact, today)
        yield from _what_was_done(fact, period)
        yield from _in_what_time(fact, period, today)


def _as_it_came(fact: Fact, today: date) -> Iterator[tuple[Measure, str]]:
    yield Measure.TELLING, fact.telling
    yield Measure.CAME_BY, fact.came_by
    yield Measure.AGE, fact.age_group or NOT_SAID
    yield Measure.TOPIC, fact.topic or NOT_SAID
    yield Measure.LANGUAGE, fact.language
    yield Measure.ADVOCATE, Asked.YES if fact.wants_advocate else Asked.NO
    yield Measure.STANDING, fact.stage
    yield Measure.REFERENCE, _issued(fact, today)


def _what_was_done(fact: Fact, period: Period) -> Iterator[tuple[Measure, str]]:
    """Each thing once, however often it was said; of an answer that was put right, the last one."""
    last = {move.key: move for move in fact.moves}
    done = {key for key in last if any(move.on in period for move in fact.moves if move.key is key)}
    yield from ((Measure.BEGUN, BEGINS[key]) for key in BEGINS if key in done)
    yield from ((Measure.ENDED, key) for key in ENDS if key in done)
    for measure, key in OUTCOMES.items():
        if key in last and last[key].on in period:
            yield from ((measure, outcome) for outcome in last[key].outcomes)


def _in_what_time(fact: Fact, period: Period, today: date) -> Iterator[tuple[Measure, str]]:
    for measure, (clock, answers) in TIMES.items():
        ran = next((ran for ran in fact.ran if ran.clock == clock), None)
        kept = ran and _kept(ran, any(move.key in answers for move in fact.moves), period, today)
        if kept:
            yield measure, kept


def _kept(ran: Ran, was_answered: bool, period: Period, today: date) -> Kept | None:
    """None: it is of no account here. It was answered in another period, or has time left, or stands still; or it was
    stopped, or went on to the next stage, before its day, without an answer.
    """
    seen_on = period.seen_on(today)
    if ran.ended_on is None or ran.ended_on > seen_on:
        is_over = ran.due_on < seen_on and not ran.stands_still and period.since <= seen_on
        return Kept.OVERDUE if is_over else None
    if ran.ended_on not in period:
        return None
    if ran.ended_on > ran.due_on:
        return Kept.LATE
    if not was_answered:
        return None
    return Kept.USUAL if ran.ended_on <= ran.first_due_on else Kept.LONGER


def _issued(fact: Fact, today: date) -> Issued:
    if fact.issued_on is None:
        return Issued.NOT_YET if today <= fact.reference_due_on else Issued.LATE
    return Issued.ON_TIME if fact.issued_on <= fact.reference_due_on else Issued.LATE


def _what_came_of(promise: Promised, today: date) -> Promise:
    if promise.done_on is not None:
        return Promise.KEPT
    return Promise.OVERDUE if promise.by < today else Promise.OPEN
