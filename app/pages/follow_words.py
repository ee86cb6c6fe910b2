"""What the follow page says of each thing that happened, and of each that can be asked for."""

from flask_babel import lazy_gettext as _l

from app.model.event import What

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
}
