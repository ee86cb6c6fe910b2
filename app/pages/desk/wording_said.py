"""What the desk calls what was said besides the words."""

from flask_babel import lazy_gettext as _l

from app.model.representation import Answer, IfAnother, Onward
from app.model.topic import Topic
from app.pages.desk.wording import ANSWERS, TELLING

IF_ANOTHER = {
    IfAnother.NOTHING: _l("Say nothing"),
    IfAnother.CALL_AGAIN: _l("Say only that you call again"),
    IfAnother.WHO_WE_ARE: _l("You may say who you are"),
    None: _l("Say nothing: they did not say what is safe"),
}
ONWARD = {
    Onward.STAGE_2: _l("Stage 2"),
    Onward.STAGE_3: _l("Stage 3"),
    Onward.UNHAPPY: _l("They are still unhappy. Tell them what they can ask for"),
}
TOPICS = {
    Topic.WORKER: _l("A social worker"),
    Topic.CARER: _l("A foster carer or a home"),
    Topic.PLAN: _l("A plan or a meeting"),
    Topic.FAMILY: _l("Contact with family"),
    Topic.MOVING: _l("Moving"),
    Topic.MONEY: _l("Money"),
    Topic.LEAVING: _l("Leaving care"),
    Topic.SCHOOL: _l("School"),
    Topic.SEND: _l("Special educational needs or disability"),
    Topic.ADMISSIONS: _l("School admissions"),
    Topic.HEALTH: _l("Health"),
    Topic.POLICE: _l("Police"),
    Topic.COURT: _l("Court"),
    Topic.ELSE: _l("Something else"),
}


def said_with(more) -> list[tuple[str, str]]:
    """What was said with something asked later, each with its label."""
    said = [
        (_l("They ask for"), ONWARD.get(more.get("onward"), "")),
        (_l("Who tells us"), TELLING.get(more.get("telling"), "")),
        (_l("For which child"), more.get("child", "")),
        (_l("Their name"), more.get("name", "")),
        (_l("Safe now?"), ANSWERS[Answer(more["safe"])] if more.get("safe") else ""),
    ]
    return [(label, str(words)) for label, words in said if str(words).strip()]
