"""What the desk calls its figures: each measure, each row of it, and the numbers that are hidden."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.councils.languages import LANGUAGES
from app.model.figures import NOT_SAID, Asked, Issued, Kept, Measure, Promise
from app.model.move import Key
from app.model.representation import Kind
from app.model.small_numbers import Hidden, Shown
from app.pages.desk import wording, wording_moves
from app.pages.desk.wording_said import TOPICS
from app.pages.showing import number

TITLES = {
    Measure.KIND: _l("What came"),
    Measure.TELLING: _l("Who complained"),
    Measure.AGE: _l("How old the children were"),
    Measure.TOPIC: _l("What the complaints were about"),
    Measure.LANGUAGE: _l("In which language"),
    Measure.CAME_BY: _l("How they came"),
    Measure.ADVOCATE: _l("Whether an advocate was asked for"),
    Measure.STANDING: _l("Where they stand today"),
    Measure.REFERENCE: _l("The reference number"),
    Measure.BEGUN: _l("Stages that began"),
    Measure.STAGE_1_TIME: _l("Stage 1: in what time"),
    Measure.STAGE_1_OUTCOME: _l("Stage 1: what was found, point by point"),
    Measure.STAGE_2_TIME: _l("Stage 2: in what time"),
    Measure.STAGE_2_OUTCOME: _l("Stage 2: what was found, point by point"),
    Measure.PANEL_TIME: _l("Stage 3: when the panel met"),
    Measure.STAGE_3_TIME: _l("Stage 3: when the final letter went"),
    Measure.ENDED: _l("How they ended"),
    Measure.PROMISES: _l("What was promised"),
}
KINDS = wording.KINDS | {
    Kind.ADVOCATE: _l("Request for an advocate"),
    Kind.GOING_ON: _l("Request to go on"),
    Kind.STOP: _l("Request to stop"),
}
KEPT = {
    Kept.USUAL: _l("In the usual time"),
    Kept.LONGER: _l("Later, by a new day they were told"),
    Kept.LATE: _l("Late"),
    Kept.OVERDUE: _l("Late, and still to come at the end"),
}
ISSUED = {Issued.ON_TIME: _l("On time"), Issued.LATE: _l("Late"), Issued.NOT_YET: _l("Not yet due")}
PROMISES = {
    Promise.KEPT: _l("Done"),
    Promise.OPEN: _l("Not done yet, and not due"),
    Promise.OVERDUE: _l("Not done, and late"),
}
ENDED = {
    Key.SORTED_EARLY: _l("Sorted before stage 1"),
    Key.CLOSED: _l("Closed after an answer"),
    Key.WITHDRAWN: _l("Stopped by the young person"),
    Key.OUTSIDE: _l("Outside this procedure"),
}
GROUPS: Mapping[Measure, Mapping[str, object]] = {
    Measure.KIND: KINDS,
    Measure.TELLING: wording.TELLING,
    Measure.AGE: wording.AGES | {NOT_SAID: _l("Not said")},
    Measure.TOPIC: TOPICS | {NOT_SAID: _l("Not said")},
    Measure.LANGUAGE: {language.tag: language.english for language in LANGUAGES.values()},
    Measure.CAME_BY: wording.CAME_BY,
    Measure.ADVOCATE: {Asked.YES: _l("Asked for"), Asked.NO: _l("Not asked for")},
    Measure.STANDING: wording.STAGES,
    Measure.REFERENCE: ISSUED,
    Measure.BEGUN: wording.STAGES,
    Measure.STAGE_1_OUTCOME: wording_moves.OUTCOMES,
    Measure.STAGE_2_OUTCOME: wording_moves.OUTCOMES,
    Measure.ENDED: ENDED,
    Measure.PROMISES: PROMISES,
} | dict.fromkeys((Measure.STAGE_1_TIME, Measure.STAGE_2_TIME, Measure.PANEL_TIME, Measure.STAGE_3_TIME), KEPT)


def group_in_words(measure: Measure, group: str) -> str:
    """What this row is called; a language that the site does not have is called by its tag."""
    return str(GROUPS[measure].get(group, group))


def in_words(shown: Shown) -> str:
    if shown is Hidden.FEW:
        return _("fewer than 5")
    return _("hidden") if shown is Hidden.HELD_BACK else number(shown)
