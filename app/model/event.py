"""What can happen to a representation, and what a person at the council must do about it."""

from enum import StrEnum


class What(StrEnum):
    RECEIVED = "received"
    REMINDED = "reminded"
    ISSUED_BY_THE_CLOCK = "issued-by-the-clock"
    RECORDED = "recorded"
    MESSAGE = "message"  # the young person has added something
    ASKED_NEXT_STAGE = "asked-next-stage"
    ASKED_ADVOCATE = "asked-advocate"
    ASKED_TO_STOP = "asked-to-stop"  # a request; an officer confirms it before anything stops
    TASK_DONE = "task-done"
    STOPPED = "stopped"  # an officer has spoken with the young person: they do want it to stop
    GOES_ON = "goes-on"  # … or they do not
    RELEASED = "released"  # it was held in case a robot sent it: an officer says that it is real
    PUT_AWAY = "put-away"  # … or that a robot did
    JOINED = "joined"  # an officer has found what this request belongs to, and joined it to that
    WRITTEN = "written"  # an officer has written a message, for their own page
    HEARD = "heard"  # an officer says that what was added has been read, and needs no answer
    SHOWN = "shown"  # their page has shown them what was written
    READERS_CHOSEN = "readers-chosen"  # a manager has said who at the council must not read it
    NEW_CODE = "new-code"  # an officer has told them a new follow-up code; the old one no longer works
    RECOUNTED = "recounted"  # the list of bank holidays changed: its open dates were counted again


ASKINGS = (What.MESSAGE, What.ASKED_NEXT_STAGE, What.ASKED_ADVOCATE, What.ASKED_TO_STOP)


class Task(StrEnum):
    """Work done by hand; late until an officer marks it done."""

    TELL_REFERENCE = "tell-reference"  # by text, call, letter, or through somebody
    CONFIRM_STOPPED = "confirm-stopped"  # say in writing that it has stopped, where that is safe
    TELL_NEWS = "tell-news"  # a move has changed what they see: say that there is news
    GIVE_LETTER = "give-letter"  # print a letter, and hand it over, post it or read it out
    LETTER_UNSAFE = "letter-unsafe"  # a letter about it could not be built: nobody has been told by mail
    SEE_NEW_DATE = "see-new-date"  # its dates were counted again, because of a bank holiday
