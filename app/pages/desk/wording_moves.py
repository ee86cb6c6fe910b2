"""What the desk calls the moves of the procedure, and what each will tell the young person."""

from flask_babel import lazy_gettext as _l

from app.forms.desk_move_parts import INDEPENDENT, INVESTIGATOR
from app.model.move import Because, Key, Outcome

MOVES = {
    Key.RECORDED: _l("It begins at stage 1"),
    Key.ASSIGNED: _l("An officer sees to it"),
    Key.SORTED_EARLY: _l("Sorted before stage 1"),
    Key.STAGE_1_ANSWERED: _l("Stage 1 is answered"),
    Key.EXTENDED: _l("It takes longer: a new day for the answer"),
    Key.STAGE_2_ACCEPTED: _l("Stage 2 is accepted"),
    Key.STATEMENT_AGREED: _l("The statement of complaint is agreed"),
    Key.PEOPLE_NAMED: _l("The Investigating Officer and the Independent Person are named"),
    Key.REPORTS_IN: _l("Both reports are in"),
    Key.ADJUDICATED: _l("A senior manager has decided"),
    Key.STAGE_2_MEETING: _l("The meeting after stage 2"),
    Key.PANEL_ASKED: _l("The Review Panel is asked for"),
    Key.PANEL_ARRANGED: _l("The panel is arranged"),
    Key.PAPERS_SENT: _l("The panel’s papers are sent"),
    Key.PANEL_REPORT: _l("The panel’s report has come"),
    Key.FINAL_LETTER: _l("The final letter is sent"),
    Key.ADR_OFFERED: _l("Settling it another way is offered"),
    Key.ADR_AGREED: _l("Settling it another way is agreed"),
    Key.ADR_ENDED: _l("Settling it another way has ended"),
    Key.PAUSED: _l("It waits for a court or the police"),
    Key.RESUMED: _l("It goes on"),
    Key.OUTSIDE: _l("It is outside this procedure"),
    Key.WITHDRAWN: _l("The young person has stopped it"),
    Key.CLOSED: _l("It is closed"),
    Key.PROMISE_DONE: _l("A promise is kept"),
}
TELLS = {
    Key.RECORDED: _l("It begins at stage 1. Their page says by when they get an answer."),
    Key.ASSIGNED: _l("Nothing changes for them. Whom they can ask stays as it was recorded."),
    Key.SORTED_EARLY: _l("Their page says that it is settled, and what you write here. They can still ask to go on."),
    Key.STAGE_1_ANSWERED: _l("Their page says that our answer has come, and until when they can ask for stage 2."),
    Key.EXTENDED: _l("Their page shows the new day, with your reason in your words."),
    Key.STAGE_2_ACCEPTED: _l("Their page says that stage 2 has begun, and by when they get an answer."),
    Key.STATEMENT_AGREED: _l("Their page says from which day the answer is counted, where you count from this day."),
    Key.PEOPLE_NAMED: _l("Their page says that new people find out what happened."),
    Key.REPORTS_IN: _l("Their page says that both reports are written."),
    Key.ADJUDICATED: _l("Their page says that a senior manager has decided, and until when they can ask for stage 3."),
    Key.STAGE_2_MEETING: _l("Their page says on which day you met."),
    Key.PANEL_ASKED: _l("Their page says that stage 3 has begun, and by when the panel meets."),
    Key.PANEL_ARRANGED: _l("Their page says on which day the panel meets, and by when they get the papers."),
    Key.PAPERS_SENT: _l("Their page says that the papers are on their way."),
    Key.PANEL_REPORT: _l("Their page says that the report has come, and by when they get the last answer."),
    Key.FINAL_LETTER: _l("Their page says that the final letter was sent."),
    Key.ADR_OFFERED: _l("Their page says so. It takes nothing away: the days go on."),
    Key.ADR_AGREED: _l("Their page says so. It takes nothing away: the days go on."),
    Key.ADR_ENDED: _l("Their page says so, without your reason. The days have gone on all the time."),
    Key.PAUSED: _l("Their page says that it waits, with your reason in your words. The days stop."),
    Key.RESUMED: _l("Their page says that it goes on, with new days: those it waited are not counted."),
    Key.OUTSIDE: _l("Their page says where it goes instead, and why, in your words."),
    Key.WITHDRAWN: _l("Their page says that it has stopped, because they asked. Confirm it in writing, if safe."),
    Key.CLOSED: _l("Their page says that it is settled, what was promised, and by when. They can still ask to go on."),
    Key.PROMISE_DONE: _l("Their page says that this promise is kept."),
}
OUTCOMES = {
    Outcome.UPHELD: _l("Upheld"),
    Outcome.PARTLY: _l("Partly upheld"),
    Outcome.NOT_UPHELD: _l("Not upheld"),
}
BECAUSE = {Because.COURT: _l("A court is dealing with it"), Because.POLICE: _l("The police are dealing with it")}
PARTS = {INVESTIGATOR: _l("Investigating Officer"), INDEPENDENT: _l("Independent Person")}
CLOCKS = {
    "stage-1": _l("Answer of stage 1"),
    "ask-stage-2": _l("They can ask for stage 2 until"),
    "stage-2": _l("Answer of stage 2"),
    "ask-stage-3": _l("They can ask for stage 3 until"),
    "panel": _l("The panel meets"),
    "panel-papers": _l("The panel’s papers go out"),
    "panel-report": _l("The panel’s report"),
    "stage-3": _l("Final letter"),
}
# From where each clock is counted.
COUNTED_FROM = {
    "stage-1": _l("Received on %(day)s."),
    "ask-stage-2": _l("Our answer was sent on %(day)s."),
    "stage-2": _l("Stage 2 began on %(day)s."),
    "ask-stage-3": _l("Our answer was sent on %(day)s."),
    "panel": _l("Asked for on %(day)s."),
    "panel-papers": _l("Counted back from the panel on %(day)s."),
    "panel-report": _l("The panel meets on %(day)s."),
    "stage-3": _l("Counted from %(day)s."),
}
