"""What the desk says of a letter to the young person: how it would go, how it goes now, and how it went."""

from flask_babel import lazy_gettext as _l

from app.model.letter import Went

SAFE_WAYS = {
    Went.EMAIL: _l("By email, whole, and on their own page: they said that details are safe there"),
    Went.NEWS: _l("On their own page. An email says only that there is news"),
    Went.PAGE: _l("On their own page, where they come back with their code"),
    Went.BY_HAND: _l("On their own page, and a person takes it to them in the way that is safe"),
}
WENT_NOW = {
    Went.EMAIL: _l("The letter goes by email now, and stands on their own page."),
    Went.NEWS: _l("The letter stands on their own page now. An email tells them that there is news."),
    Went.PAGE: _l("The letter stands on their own page now."),
    Went.BY_HAND: _l("The letter stands on their own page now. Print it: it is a task to take it to them."),
    Went.NOT_NEEDED: _l("No letter goes about this."),
}
WENT = {
    Went.EMAIL: _l("It went by email, and stands on their own page"),
    Went.NEWS: _l("It stands on their own page, and an email told them that there is news"),
    Went.PAGE: _l("It stands on their own page"),
    Went.BY_HAND: _l("It stands on their own page, and a person takes it to them"),
    Went.NOT_NEEDED: _l("None went: an officer decided so"),
}
