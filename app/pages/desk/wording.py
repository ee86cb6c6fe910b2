"""What the desk calls things."""

from flask_babel import lazy_gettext as _l

from app.forms import desk_age
from app.model.event import Task, What
from app.model.file_kind import Checked
from app.model.representation import Answer, CameBy, Feeling, Kind, Telling, Way
from app.model.robots import Why
from app.model.stage import Stage
from app.records.officers import Role

KINDS = {
    Kind.COMPLAINT: _l("Complaint"),
    Kind.COMMENT: _l("Comment"),
    Kind.COMPLIMENT: _l("Compliment"),
    Kind.ADVOCATE: _l("Asks for an advocate"),
    Kind.GOING_ON: _l("Asks to go on"),
    Kind.STOP: _l("Asks to stop"),
}
AGES = desk_age.AGES
TELLING = {
    Telling.CHILD: _l("A child or young person"),
    Telling.FAMILY: _l("A parent, carer or family"),
    Telling.ADVOCATE: _l("An advocate"),
    Telling.OTHER: _l("Somebody else"),
}
WAYS = {
    Way.EMAIL: _l("Email"),
    Way.TEXT: _l("Text message"),
    Way.CALL: _l("Telephone call"),
    Way.LETTER: _l("Letter"),
    Way.PERSON: _l("Through somebody they trust"),
    Way.CODE: _l("They come back with their code"),
    Way.AS_WRITTEN: _l("As they wrote it"),
}
CAME_BY = {
    CameBy.SITE: _l("This site"),
    CameBy.PHONE: _l("Telephone"),
    CameBy.LETTER: _l("Letter"),
    CameBy.EMAIL: _l("Email"),
    CameBy.IN_PERSON: _l("In person"),
}
FEELINGS = {
    Feeling.OK: _l("OK"),
    Feeling.SAD: _l("Sad"),
    Feeling.WORRIED: _l("Worried"),
    Feeling.SCARED: _l("Scared"),
    Feeling.ANGRY: _l("Angry"),
    Feeling.CONFUSED: _l("Confused"),
}
ANSWERS = {Answer.YES: _l("Yes"), Answer.NO: _l("No"), Answer.NOT_SURE: _l("Not sure"), None: _l("Not said")}
STAGES = {
    Stage.RECEIVED: _l("Received"),
    Stage.LOCAL_RESOLUTION: _l("Stage 1: local resolution"),
    Stage.INVESTIGATION: _l("Stage 2: investigation"),
    Stage.REVIEW_PANEL: _l("Stage 3: Review Panel"),
    Stage.RESOLVED: _l("Resolved"),
    Stage.WITHDRAWN: _l("Withdrawn"),
    Stage.OUTSIDE: _l("Outside the procedure"),
}
ROLES = {
    Role.OFFICER: _l("officer"),
    Role.MANAGER: _l("manager"),
    Role.AUDITOR: _l("auditor"),
    Role.EDITOR: _l("content editor"),
}
TASKS = {
    (Task.TELL_REFERENCE, Way.TEXT): _l("Send the reference number by text message"),
    (Task.TELL_REFERENCE, Way.CALL): _l("Call, and tell the reference number"),
    (Task.TELL_REFERENCE, Way.LETTER): _l("Write a letter with the reference number"),
    (Task.TELL_REFERENCE, Way.PERSON): _l("Tell the reference number through the person they trust"),
    (Task.TELL_REFERENCE, Way.EMAIL): _l("Tell the reference number: their email address needs a person to look at it"),
    (Task.TELL_REFERENCE, Way.CODE): _l("Tell the reference number"),
    (Task.TELL_REFERENCE, Way.AS_WRITTEN): _l("Tell the reference number, in the way they wrote"),
    (Task.CONFIRM_STOPPED, Way.TEXT): _l("Send a text message that it has stopped"),
    (Task.CONFIRM_STOPPED, Way.CALL): _l("Call, and say that it has stopped"),
    (Task.CONFIRM_STOPPED, Way.LETTER): _l("Write a letter that it has stopped"),
    (Task.CONFIRM_STOPPED, Way.PERSON): _l("Say that it has stopped, through the person they trust"),
    (Task.CONFIRM_STOPPED, Way.EMAIL): _l("Write an email that it has stopped"),
    (Task.CONFIRM_STOPPED, Way.CODE): _l("Say that it has stopped, when they next come"),
    (Task.CONFIRM_STOPPED, Way.AS_WRITTEN): _l("Say that it has stopped, in the way they wrote"),
    (Task.TELL_NEWS, Way.TEXT): _l("Send a text message that there is news"),
    (Task.TELL_NEWS, Way.CALL): _l("Call, and tell what is new"),
    (Task.TELL_NEWS, Way.LETTER): _l("Write a letter with what is new"),
    (Task.TELL_NEWS, Way.PERSON): _l("Tell what is new, through the person they trust"),
    (Task.TELL_NEWS, Way.EMAIL): _l("Tell what is new: their email address needs a person to look at it"),
    (Task.TELL_NEWS, Way.CODE): _l("Tell what is new, when they next come"),
    (Task.TELL_NEWS, Way.AS_WRITTEN): _l("Tell what is new, in the way they wrote"),
    (Task.GIVE_LETTER, Way.TEXT): _l("Print the letter. Send a text message that there is news, and give it to them"),
    (Task.GIVE_LETTER, Way.CALL): _l("Call, and read the letter out"),
    (Task.GIVE_LETTER, Way.LETTER): _l("Print the letter, and post it"),
    (Task.GIVE_LETTER, Way.PERSON): _l("Print the letter, and give it to the person they trust"),
    (Task.GIVE_LETTER, Way.EMAIL): _l("Print the letter, and hand it over"),
    (Task.GIVE_LETTER, Way.CODE): _l("Print the letter, and hand it over when they come"),
    (Task.GIVE_LETTER, Way.AS_WRITTEN): _l("Print the letter, and give it to them in the way they wrote"),
} | {
    (Task.SEE_NEW_DATE, way): _l("A bank holiday moved its days: look, and tell them if it matters") for way in Way
} | {
    (Task.LETTER_UNSAFE, way): _l("A letter about this could not be written: read it here, and tell who should know")
    for way in Way
}  # fmt: skip
# What the virus scanner says of a file; and what it means where there is none.
CHECKED = {
    (Checked.WAITING, True): _l("Being checked for viruses. It can be opened after that"),
    (Checked.WAITING, False): _l("Not checked for viruses"),
    (Checked.CLEAN, True): _l("Checked: no virus found"),
    (Checked.CLEAN, False): _l("Checked: no virus found"),
    (Checked.INFECTED, True): _l("A virus was found. It cannot be opened"),
    (Checked.INFECTED, False): _l("A virus was found. It cannot be opened"),
}
UNHEARD = {
    What.MESSAGE: _l("Something was added"),
    What.ASKED_NEXT_STAGE: _l("Asks for the next stage"),
    What.ASKED_ADVOCATE: _l("Asks for an advocate"),
    What.ASKED_TO_STOP: _l("Asks to stop: speak with them first"),
}
HAPPENED = {
    What.RECEIVED: _l("Received"),
    What.REMINDED: _l("The inbox was reminded"),
    What.ISSUED_BY_THE_CLOCK: _l("The reference was issued by the clock"),
    What.RECORDED: _l("Recorded"),
    What.MESSAGE: _l("The young person added something"),
    What.ASKED_NEXT_STAGE: _l("The young person asked for the next stage"),
    What.ASKED_ADVOCATE: _l("The young person asked for an advocate"),
    What.ASKED_TO_STOP: _l("The young person asked to stop"),
    What.TASK_DONE: _l("A task was done"),
    What.STOPPED: _l("Stopped: the young person said so"),
    What.GOES_ON: _l("Goes on: the young person said so"),
    What.JOINED: _l("Joined to what it belongs to"),
    What.WRITTEN: _l("A message was written to the young person"),
    What.HEARD: _l("What was added has been read"),
    What.SHOWN: _l("Their page showed them what was written"),
    What.READERS_CHOSEN: _l("A manager said who must not read it"),
    What.NEW_CODE: _l("A new follow-up code was made"),
    What.RECOUNTED: _l("A bank holiday was added or moved: the days were counted again"),
    What.RELEASED: _l("Released: a person saw that no robot sent it"),
    What.PUT_AWAY: _l("Put away: a robot sent it"),
}
HELD = {
    Why.TOO_MANY: _l("Very many came from one place"),
    Why.TOO_FAST: _l("It was filled in faster than a person can"),
    Why.HIDDEN_FIELD: _l("Something was filled in that no person sees"),
}
LETTERS = {
    "inbox": _l("To the inbox: something new"),
    "asking": _l("To the inbox: something added or asked for"),
    "reminder": _l("To the inbox: a reminder"),
    "issued-by-the-clock": _l("To the inbox: nobody has picked this up"),
    "receipt": _l("To the young person: we have it"),
    "held": _l("To the inbox: something is held"),
    "gathered": _l("To the inbox: several that came within an hour"),
    "urgent-many": _l("To the urgent inbox: many came at once"),
    "acknowledgement": _l("To the young person: the reference number"),
    "child-letter": _l("To the young person: a letter about what is new"),
    "news": _l("To the young person: there is news"),
    "new-password": _l("To an officer: a new password"),
    "password-changed": _l("To an officer: the password was changed"),
}
