"""How old the child is: asked of officers, who have it in their own records. The public form asks nobody."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectChoice, SelectField

from app.model.age import AgeGroup

NOT_KNOWN = ""
AGES = {
    AgeGroup.UNDER_10: _l("Under 10"),
    AgeGroup.FROM_10: _l("10 to 12"),
    AgeGroup.FROM_13: _l("13 to 15"),
    AgeGroup.FROM_16: _l("16 or 17"),
    AgeGroup.GROWN: _l("18 and over"),
}


def age_field() -> SelectField:
    """It may be left at “Not known”."""
    choices = [SelectChoice(NOT_KNOWN, _l("Not known")), *(SelectChoice(group, name) for group, name in AGES.items())]
    return SelectField(_l("How old is the child or young person?"), choices=choices)


def age_said(field: SelectField) -> AgeGroup | None:
    return AgeGroup(field.data) if field.data else None
