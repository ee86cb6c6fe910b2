"""The form for who must not read something: officers, whole teams, or nobody here."""

from collections.abc import Collection

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectChoice, SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from app.forms.desk import DeskForm
from app.records.officers import Officer
from app.records.readers import KeptFrom, everybody_kept_out


class Several(SelectMultipleField):
    """As many as are right, each a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class ReadersForm(DeskForm):
    officers = Several(_l("Who is it about?"), description=_l("They cannot open it, and cannot see that it exists."))
    teams = Several(_l("And their team?"), description=_l("Everybody in it, and whoever joins it later."))
    nobody = BooleanField(_l("It is about nobody who signs in here"))

    def __init__(self, *args, people: Collection[Officer], teams: Collection[str], **more):
        super().__init__(*args, **more)
        self.people = people
        self.officers.choices = [SelectChoice(one.id, _called(one)) for one in people]
        self.teams.choices = [SelectChoice(team, team) for team in teams]
        if not teams:
            del self.teams

    @property
    def kept(self) -> KeptFrom:
        teams = self.teams.data if "teams" in self else ()
        return KeptFrom(frozenset(self.officers.data or ()), frozenset(teams or ()))

    def validate_officers(self, field) -> None:
        if bool(self.kept) == bool(self.nobody.data):
            raise ValidationError(_("Choose whom it is about, or say that it is nobody who signs in here"))
        if everybody_kept_out(self.kept, self.people):
            raise ValidationError(_("Nobody would be left to read it. Leave at least one person who can"))


def _called(one: Officer) -> str:
    return f"{one.called} ({one.team})" if one.team else one.called
