"""What the follow page says of each thing that happened, and of each that can be asked for."""

from flask_babel import lazy_gettext as _l

from app.model.event import What
from app.model.move import Key

# Address, what it is, its words, its picture.
WAYS = (
    ("more", What.MESSAGE, _l("Add something"), "speech"),
    ("next", What.ASKED_NEXT_STAGE, _l("Ask for the next stage"), "arrow"),
    ("help", What.ASKED_ADVOCATE, _l("Ask for an advocate"), "advocate"),
    ("end", What.ASKED_TO_STOP, _l("Ask us to stop"), "stop"),
)

ASKED = {
    What.MESSAGE: _l("What you added is with the council now."),
    What.ASKED_NEXT_STAGE: _l("The council knows that you want to go on. Somebody will tell you what happens next."),
    What.ASKED_ADVOCATE: _l("The council knows that you would like an advocate."),
    What.ASKED_TO_STOP: _l("Nothing has stopped yet. Somebody will check with you first."),
}

HAPPENED = {
    What.RECEIVED: _l("it reached us"),
    What.ISSUED_BY_THE_CLOCK: _l("you got your reference number"),
    What.RECORDED: _l("somebody took it up"),
    What.MESSAGE: _l("you added something"),
    What.ASKED_NEXT_STAGE: _l("you asked for the next stage"),
    What.ASKED_ADVOCATE: _l("you asked for an advocate"),
    What.ASKED_TO_STOP: _l("you asked us to stop"),
    What.STOPPED: _l("it stopped, as you asked"),
    What.GOES_ON: _l("you said that it goes on"),
    What.JOINED: _l("we found what it belongs to"),
    What.NEW_CODE: _l("you got a new code"),
    What.WRITTEN: _l("we wrote to you"),
    What.RECOUNTED: _l("a bank holiday was added, so we counted the days again"),
}

# Moves that the map has no step of its own for; the others are told by the title of their step.
MOVED = {
    Key.STAGE_2_ACCEPTED: HAPPENED[What.ASKED_NEXT_STAGE],
    Key.PANEL_ASKED: HAPPENED[What.ASKED_NEXT_STAGE],
    Key.SORTED_EARLY: _l("it was sorted out"),
    Key.EXTENDED: _l("we needed more time"),
    Key.STATEMENT_AGREED: _l("we agreed with you what your complaint says"),
    Key.ADR_OFFERED: _l("we asked if you want to sort it out in another way too"),
    Key.ADR_AGREED: _l("you said yes to another way too"),
    Key.ADR_ENDED: _l("the other way ended"),
    Key.PAUSED: _l("it had to wait"),
    Key.RESUMED: _l("it went on"),
    Key.OUTSIDE: _l("it went to somebody else"),
    Key.CLOSED: _l("it was settled"),
    Key.PROMISE_DONE: _l("we kept a promise"),
}
DAYS = {
    "ask-stage-2": _l("You can ask for the next stage until %(day)s."),
    "ask-stage-3": _l("You can ask for the next stage until %(day)s."),
    "panel": _l("The panel meets by %(day)s."),
    "panel-papers": _l("You get the papers by %(day)s."),
    "panel-report": _l("The panel writes its report by %(day)s."),
}
