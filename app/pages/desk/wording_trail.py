"""What the trail calls what was done."""

from flask_babel import lazy_gettext as _l

from app.records.trail import CLOCK, COMMAND, Act

ACTS = {
    Act.SIGNED_IN: _l("Signed in"),
    Act.SIGNED_OUT: _l("Signed out"),
    Act.SEARCHED: _l("Searched"),
    Act.READ: _l("Read it"),
    Act.FETCHED_FILE: _l("Fetched a file of it"),
    Act.EXPORTED: _l("Took the trail out as a file"),
    Act.FIGURES_TAKEN: _l("Opened the report, or took the figures out"),
    Act.RECORDED: _l("Recorded it"),
    Act.ENTERED: _l("Entered it"),
    Act.TASK_DONE: _l("Did a task"),
    Act.SENT_AGAIN: _l("Sent a letter again"),
    Act.STOPPED: _l("Stopped it: the young person said so"),
    Act.GOES_ON: _l("Went on with it: the young person said so"),
    Act.JOINED: _l("Joined something to it"),
    Act.AGE_SAID: _l("Said how old the child is"),
    Act.NEW_CODE: _l("Made a new follow-up code"),
    Act.WROTE: _l("Wrote a message to them"),
    Act.HEARD: _l("Said that what they added has been read"),
    Act.READERS_CHOSEN: _l("Said who must not read it"),
    Act.LETTER_KEPT: _l("Changed a letter to the young person"),
    Act.LETTER_SENT: _l("Sent a letter to the young person"),
    Act.LETTER_PRINTED: _l("Printed a letter to the young person"),
    Act.RELEASED: _l("Released it: no robot sent it"),
    Act.PUT_AWAY: _l("Put it away: a robot sent it"),
    Act.HELD_LEGALLY: _l("Placed a legal hold on it"),
    Act.HOLD_LIFTED: _l("Lifted its legal hold"),
    Act.DELETED: _l("Deleted it: its time was over"),
    Act.TAKEN_OUT: _l("Took the whole of it out as a file"),
    Act.OFFICER_ADDED: _l("Added an officer"),
    Act.OFFICER_MOVED: _l("Put an officer in a team"),
    Act.OFFICER_DISABLED: _l("Disabled an officer"),
}
NO_PERSON = {COMMAND: _l("A command on the server"), CLOCK: _l("The clock")}
