"""The moves of the procedure, as data: from where each is offered, what it needs, and what it leads to.

Source: SI 2006/1738 ("reg.") and the statutory guidance *Getting the Best from Complaints* (2006), where a line says
so; else the councils' own practice, which the law does not forbid. What may come after what is read here, and nowhere
else: app.model.course asks this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.model.move import Key
from app.model.stage import Stage

UNDER_WAY = frozenset({Stage.LOCAL_RESOLUTION, Stage.INVESTIGATION, Stage.REVIEW_PANEL})
OPEN = UNDER_WAY | {Stage.RECEIVED}
ANYWHERE = frozenset(Stage)
PANEL_MEMBERS = 3  # reg. 19: three independent people


class Need(StrEnum):
    """What an officer says with a move, besides its day."""

    REASON = "reason"
    CHILD_REASON = "child-reason"  # the reason in words for the child, who reads them
    POINTS = "points"  # each with its outcome
    OFFICER = "officer"
    PEOPLE = "people"  # the Investigating Officer and the Independent Person
    MEMBERS = "members"  # of the panel
    NEW_DATE = "new-date"
    PANEL_DATE = "panel-date"
    WHERE = "where"
    BECAUSE = "because"
    SPOKE = "spoke"  # with the young person, who confirmed it
    UNDERTAKINGS = "undertakings"
    UNDERTAKING = "undertaking"


class From(StrEnum):
    """The day a clock starts on."""

    ITS_DAY = "its-day"
    PANEL_DATE = "panel-date"


@dataclass(frozen=True, kw_only=True)
class ProcedureMove:
    """One move the procedure has."""

    key: Key
    stages: frozenset[Stage]  # from which it is offered
    after: frozenset[Key] = frozenset()  # each of these has been made at this stage
    not_after: frozenset[Key] = frozenset()  # none of these has been made at this stage
    settled_at: frozenset[Stage] = frozenset()  # also when it was closed at one of these stages: it goes on
    needs: tuple[Need, ...] = ()
    leads_to: Stage | None = None  # None: it stays at its stage
    starts: Mapping[str, From] = field(default_factory=dict)  # clocks, by their keys in app.model.timetable
    ends: tuple[str, ...] = ()
    step: str = ""  # of the map, at which it then stands; "" where that does not change
    again: bool = True  # may be said again, to put it right: the last one counts
    any_kind: bool = False  # for a comment, a compliment or a request too
    unrecorded: bool = False  # before anybody has recorded it
    while_paused: bool = False
    tells: bool = True  # something the young person sees has changed
    source: str


def _once(**facts) -> ProcedureMove:
    """One that takes it to another stage, and is not said again there."""
    return ProcedureMove(again=False, **facts)


_TABLE = (
    _once(
        key=Key.RECORDED, stages=frozenset({Stage.RECEIVED}), settled_at=frozenset({Stage.RECEIVED}),
        leads_to=Stage.LOCAL_RESOLUTION, starts={"stage-1": From.ITS_DAY}, step="looked-at", any_kind=True,
        unrecorded=True, source="reg. 14; the councils’ promise of a reference number",
    ),
    ProcedureMove(
        key=Key.ASSIGNED, stages=OPEN, needs=(Need.OFFICER,), any_kind=True, unrecorded=True, while_paused=True,
        tells=False, source="the council’s own practice",
    ),
    _once(
        key=Key.SORTED_EARLY, stages=frozenset({Stage.RECEIVED}), needs=(Need.CHILD_REASON,), leads_to=Stage.RESOLVED,
        ends=("stage-1",), unrecorded=True, source="councils’ practice: what is sorted at once needs no procedure",
    ),
    ProcedureMove(
        key=Key.STAGE_1_ANSWERED, stages=frozenset({Stage.LOCAL_RESOLUTION}), needs=(Need.POINTS,),
        starts={"ask-stage-2": From.ITS_DAY}, ends=("stage-1",), step="stage-1-letter", source="reg. 14",
    ),
    ProcedureMove(
        key=Key.EXTENDED, stages=frozenset({Stage.LOCAL_RESOLUTION, Stage.INVESTIGATION}),
        not_after=frozenset({Key.STAGE_1_ANSWERED, Key.ADJUDICATED}), needs=(Need.NEW_DATE, Need.CHILD_REASON),
        source="reg. 14: when complex, or an advocate is needed; reg. 17: a written reason and a new date",
    ),
    _once(
        key=Key.STAGE_2_ACCEPTED, stages=frozenset({Stage.LOCAL_RESOLUTION}),
        settled_at=frozenset({Stage.LOCAL_RESOLUTION}), leads_to=Stage.INVESTIGATION,
        starts={"stage-2": From.ITS_DAY}, ends=("stage-1", "ask-stage-2"), step="independent-people",
        source="reg. 17; late at stage 1, it may be asked for at once",
    ),
    ProcedureMove(
        key=Key.STATEMENT_AGREED, stages=frozenset({Stage.INVESTIGATION}), not_after=frozenset({Key.ADJUDICATED}),
        starts={"stage-2": From.ITS_DAY}, source="reg. 17: where the council counts from this day",
    ),
    ProcedureMove(
        key=Key.PEOPLE_NAMED, stages=frozenset({Stage.INVESTIGATION}), not_after=frozenset({Key.ADJUDICATED}),
        needs=(Need.PEOPLE,), step="investigation", source="reg. 17(2): always an Independent Person",
    ),
    ProcedureMove(
        key=Key.REPORTS_IN, stages=frozenset({Stage.INVESTIGATION}), after=frozenset({Key.PEOPLE_NAMED}),
        not_after=frozenset({Key.ADJUDICATED}), step="independent-person-report", source="reg. 17",
    ),
    ProcedureMove(
        key=Key.ADJUDICATED, stages=frozenset({Stage.INVESTIGATION}), after=frozenset({Key.REPORTS_IN}),
        needs=(Need.POINTS,), starts={"ask-stage-3": From.ITS_DAY}, ends=("stage-2",), step="stage-2-letter",
        source="reg. 17; the guidance: a senior manager decides",
    ),
    ProcedureMove(
        key=Key.STAGE_2_MEETING, stages=frozenset({Stage.INVESTIGATION}), after=frozenset({Key.ADJUDICATED}),
        step="stage-2-meeting", source="councils’ practice: a meeting that explains the answer",
    ),
    _once(
        key=Key.PANEL_ASKED, stages=frozenset({Stage.INVESTIGATION}), after=frozenset({Key.ADJUDICATED}),
        settled_at=frozenset({Stage.INVESTIGATION}), leads_to=Stage.REVIEW_PANEL, starts={"panel": From.ITS_DAY},
        ends=("stage-2", "ask-stage-3"), step="panel-arranged", source="reg. 19(4): 30 working days from the request",
    ),
    ProcedureMove(
        key=Key.PANEL_ARRANGED, stages=frozenset({Stage.REVIEW_PANEL}), not_after=frozenset({Key.PANEL_REPORT}),
        needs=(Need.MEMBERS, Need.PANEL_DATE),
        starts={"panel-papers": From.PANEL_DATE, "panel-report": From.PANEL_DATE}, ends=("panel",),
        step="panel-papers", source="reg. 19: three independent people, one of whom chairs",
    ),
    ProcedureMove(
        key=Key.PAPERS_SENT, stages=frozenset({Stage.REVIEW_PANEL}), after=frozenset({Key.PANEL_ARRANGED}),
        not_after=frozenset({Key.PANEL_REPORT}), ends=("panel-papers",), step="panel-meeting",
        source="a council’s own map: at least 10 working days before",
    ),
    ProcedureMove(
        key=Key.PANEL_REPORT, stages=frozenset({Stage.REVIEW_PANEL}), after=frozenset({Key.PANEL_ARRANGED}),
        not_after=frozenset({Key.FINAL_LETTER}), starts={"stage-3": From.ITS_DAY},
        ends=("panel-papers", "panel-report"), step="panel-report",
        source="reg. 20; reg. 20(3): the answer is counted from when it is received",
    ),
    ProcedureMove(
        key=Key.FINAL_LETTER, stages=frozenset({Stage.REVIEW_PANEL}), after=frozenset({Key.PANEL_REPORT}),
        ends=("stage-3",), step="final-letter", source="reg. 20(3)",
    ),
    ProcedureMove(
        key=Key.ADR_OFFERED, stages=UNDER_WAY, source="councils’ practice: by agreement, and it takes nothing away",
    ),
    ProcedureMove(
        key=Key.ADR_AGREED, stages=UNDER_WAY, after=frozenset({Key.ADR_OFFERED}),
        source="councils’ practice: the clocks go on",
    ),
    ProcedureMove(
        key=Key.ADR_ENDED, stages=UNDER_WAY, after=frozenset({Key.ADR_OFFERED}), needs=(Need.REASON,),
        source="councils’ practice",
    ),
    _once(
        key=Key.PAUSED, stages=UNDER_WAY, needs=(Need.BECAUSE, Need.CHILD_REASON),
        source="the guidance: it may wait for a court or the police; the young person is told why",
    ),
    _once(
        key=Key.RESUMED, stages=UNDER_WAY | {Stage.OUTSIDE}, while_paused=True, source="as paused and outside",
    ),
    _once(
        key=Key.OUTSIDE, stages=UNDER_WAY, needs=(Need.WHERE, Need.CHILD_REASON), leads_to=Stage.OUTSIDE,
        while_paused=True, source="the guidance: what this procedure is not for",
    ),
    _once(
        key=Key.WITHDRAWN, stages=OPEN, needs=(Need.SPOKE,), leads_to=Stage.WITHDRAWN, step="withdraw", any_kind=True,
        while_paused=True, source="a council’s own map: at any time, spoken or written, confirmed in writing",
    ),
    _once(
        key=Key.CLOSED, stages=OPEN, needs=(Need.UNDERTAKINGS,), leads_to=Stage.RESOLVED, any_kind=True,
        source="the guidance: what was promised is kept track of",
    ),
    ProcedureMove(
        key=Key.PROMISE_DONE, stages=ANYWHERE, needs=(Need.UNDERTAKING,), any_kind=True, while_paused=True,
        source="the guidance: what was promised is kept track of",
    ),
)  # fmt: skip

PROCEDURE: Mapping[Key, ProcedureMove] = {move.key: move for move in _TABLE}

# An answer at its stage, after which it can be closed. What is no complaint is closed when it has been seen to.
ANSWERS = frozenset({Key.STAGE_1_ANSWERED, Key.ADJUDICATED, Key.FINAL_LETTER})
