"""The parts of the moves’ forms: what each asks, checks, warns of, and what is kept of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, RadioField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired

from app.forms.desk import at_most
from app.model.course import Course
from app.model.move import Because, Key
from app.model.working_days import BankHolidays

LONGEST_REASON = 5_000
LONGEST_LINE = 300
INVESTIGATOR, INDEPENDENT, OFFICER = "investigating-officer", "independent-person", "officer"
MEMBERS = ("chair", "member_2", "member_3")

Found = Iterator[tuple[Field, str]]


@dataclass(frozen=True)
class Facts:
    """What a form is checked against."""

    course: Course
    since: date  # the first day that it can have been
    today: date
    holidays: BankHolidays
    due_on: date | None = None  # of the clock that runs: of the answer, or of the panel
    longest_on: date | None = None  # that the law allows
    papers_days: int = 10  # working days before the panel, at least
    officers: Mapping[str, str] = field(default_factory=dict)  # names by id


class Part:
    """Nothing asked, nothing checked."""

    rows = ()  # names of fields that stand side by side, row by row

    def fields(self) -> dict[str, Field]:
        return {}

    def prepare(self, form, facts: Facts) -> None:
        """Before it is filled in: what can be chosen."""

    def check(self, form, facts: Facts) -> Found:
        """Each field that is wrong, and why."""
        yield from ()

    def warn(self, form, facts: Facts) -> str:
        """What may be so, and should be looked at first."""
        return ""

    def said(self, form) -> dict:
        return {}


class Reason(Part):
    def __init__(self, label, hint=""):
        self.label, self.hint = label, hint

    def fields(self):
        needed = [InputRequired(_l("Write why")), at_most(LONGEST_REASON)]
        return {"why": TextAreaField(self.label, description=self.hint, validators=needed, filters=[plain])}

    def check(self, form, facts):
        if form.why.data and not form.why.data.strip():
            yield form.why, _("Write why")


class Officer(Part):
    def fields(self):
        return {"officer": SelectField(_l("Who sees to it now?"))}

    def prepare(self, form, facts):
        form.officer.choices = [SelectChoice(id, name) for id, name in facts.officers.items()]

    def said(self, form):
        return {"people": {OFFICER: form.officer.data}}


class People(Part):
    def fields(self):
        return {
            "investigator": line(_l("Investigating Officer"), _l("Name the Investigating Officer")),
            "independent": line(_l("Independent Person"), _l("Name the Independent Person"), _l("Always one, by law.")),
        }

    def check(self, form, facts):
        if same(form.investigator.data, form.independent.data):
            yield form.independent, _("The Independent Person is somebody else than the Investigating Officer")

    def said(self, form):
        return {"people": {INVESTIGATOR: form.investigator.data.strip(), INDEPENDENT: form.independent.data.strip()}}


class Members(Part):
    def fields(self):
        return {
            "chair": line(_l("Chair of the panel"), _l("Name the chair")),
            "member_2": line(_l("Second member"), _l("Name the second member")),
            "member_3": line(_l("Third member"), _l("Name the third member")),
        }

    def check(self, form, facts):
        """Reg. 19: three independent people; the Independent Person of stage 2 may not be one of them."""
        named = facts.course.latest(Key.PEOPLE_NAMED)
        earlier = [] if named is None else [named.said.people.get(INDEPENDENT, "")]
        for name in MEMBERS:
            if any(same(form[name].data, other) for other in earlier):
                yield form[name], _("That is the Independent Person, or somebody named already. Name three others")
            earlier.append(form[name].data)

    def said(self, form):
        return {"members": tuple(form[name].data.strip() for name in MEMBERS)}


class Where(Part):
    def fields(self):
        return {"where": line(_l("Where does it go instead?"), _l("Say where it goes"), _l("The child reads this."))}

    def said(self, form):
        return {"where": form.where.data.strip()}


class Why(Part):
    def fields(self):
        choices = [
            SelectChoice(Because.COURT, _l("A court is dealing with it")),
            SelectChoice(Because.POLICE, _l("The police are dealing with it")),
        ]
        return {"because": RadioField(_l("What does it wait for?"), choices=choices, validators=[chosen()])}

    def said(self, form):
        return {"because": Because(form.because.data)}


class Spoke(Part):
    def fields(self):
        needed = InputRequired(_l("Speak with the young person first. If you have, say so here"))
        return {"spoke": BooleanField(_l("I have spoken with the young person, and they want it to stop"), [needed])}


def chosen() -> InputRequired:
    return InputRequired(_l("Choose one of these"))


def line(label, missing, hint="") -> StringField:
    return StringField(label, description=hint, validators=[DataRequired(missing), at_most(LONGEST_LINE)])


def plain(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").replace("\r", "\n")


def same(one: str | None, other: str | None) -> bool:
    """The same name, however it is spaced."""
    first, second = (" ".join((name or "").split()).casefold() for name in (one, other))
    return bool(first) and first == second
