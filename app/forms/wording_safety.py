"""The words of the questions about safety: now, and at the council."""

from flask_babel import lazy_gettext as _l

from app.forms.wording import ADULT, CHILD

SAFE = {
    CHILD: (_l("Do you feel safe right now?"), _l("We ask everyone this.")),
    ADULT: (_l("Is the child or young person safe right now?"), _l("We ask everyone this.")),
}
SAFE_CHOICES = {
    CHILD: [("yes", _l("Yes")), ("no", _l("No")), ("not-sure", _l("I am not sure"))],
    ADULT: [("yes", _l("Yes")), ("no", _l("No")), ("not-sure", _l("Not sure"))],
}

NOW = {
    CHILD: _l("Get help now"),
    ADULT: _l("Get help for the child now"),
}
NOW_WORDS = {
    CHILD: (_l("What is happening?"), _l("A few words are enough, or none. You can send it empty.")),
    ADULT: (_l("What is happening?"), _l("A few words are enough, or none.")),
}
NOW_REACH = {
    CHILD: (_l("How can someone reach you safely?"), _l("A number, a place, a person. You can leave this empty.")),
    ADULT: (_l("How can someone reach you?"), _l("A number, and where the child is. You can leave this empty.")),
}

NOBODY = [("no", _l("No")), ("yes", _l("Yes, there is"))]
COUNCIL = {
    CHILD: (
        _l("Is there someone at the council who must not read this?"),
        _l("Then only one manager is told that something has come. That message has none of your words in it."),
    ),
    ADULT: (
        _l("Is there someone at the council who must not read this?"),
        _l("Then only the nominated manager gets a notice, with none of what was written."),
    ),
}
MUST_NOT_READ = {
    CHILD: (_l("Who is it?"), _l("A name, or what they do. It is never in a message. You can leave this empty.")),
    ADULT: (_l("Who is it?"), _l("A name or a role. It is in no letter. You can leave this empty.")),
}
