"""What the examples of components are about: a form, good and wrong; days; steps. The people in them are made up."""

from dataclasses import replace

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Form, SelectField
from wtforms.fields.choices import SelectChoice

from app.forms.fields import Choice, Day, Line, Words, email_or_nothing, some_words
from app.model.told import Told, days_if_told
from app.model.working_days import ONE_DAY
from app.pages.here import book, council, holidays, today

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
WORDS = f"My worker changed again 😡\nمجھے کوئی نہیں بتاتا کیوں۔\n{LONG_WORD}"
WAYS = (("email", "Email"), ("phone", "Phone call"), ("long", LONG_WORD))
HINTS = {"phone": "We call once, and say nothing to anybody else."}
PICTURES = {"email": "letter", "phone": "phone", "long": "bubbles"}
WHO = [SelectChoice("child", "A child"), SelectChoice("adult", "An adult")]
WRONG = {"name": "n" * 201, "email": "no address", "words": "", "way": "pigeon"}
FILLED_IN = {"name": f"Amina {LONG_WORD}", "email": "amina@example.org", "words": WORDS, "way": "long"}


class Sample(Form):
    """One field of each kind."""

    name = Line("What is your name?", description="You can leave this empty.")
    email = Line("What is your email address?", validators=[email_or_nothing])
    words = Words("What happened?", validators=[some_words])
    way = Choice("How can we reach you safely?", choices=WAYS)
    day = Day("When was it?")
    who = SelectField("Who is telling us?", choices=WHO, validate_choice=False)
    shared = BooleanField("This is a shared phone", description="We forget what you wrote sooner.")


def form(state: str) -> Sample:
    """Empty, filled in, or wrong: each with names of its own, so that all can stand on one page."""
    typed = {"empty": {}, "filled-in": FILLED_IN, "wrong": WRONG}[state]
    sample = Sample(MultiDict({f"{state}-{name}": value for name, value in typed.items()}), prefix=state)
    if state == "wrong":
        sample.validate()
    return sample


def told(days_ago: int = 0) -> Told:
    return days_if_told(today() - days_ago * ONE_DAY, today(), council().timetable, holidays())


def step(id: str = "recorded"):
    return book().stage_map.find_step(id)


def with_long_words(of_step):
    return replace(of_step, title=LONG_WORD, summary=LONG_WORD, place=LONG_WORD)


def one_land():
    """Stage 1 alone: one map on a page is enough for every land’s colours, and this one is followed."""
    whole = book().stage_map
    return replace(whole, lands=tuple(land for land in whole.lands if land.id == "stage-1"))
