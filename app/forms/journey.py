"""Which question comes next. Worked out from the answers each time; nothing else keeps our place."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from app.forms.answers import Answers, is_child, kind_of, telling_of, way_of
from app.forms.question_form import QuestionForm
from app.forms.questions import (
    AddressForm,
    AdvocateForm,
    ChildForm,
    EmailForm,
    KindForm,
    NameForm,
    PersonForm,
    PhoneForm,
    TellingForm,
    WayForm,
)
from app.forms.questions_words import AccountForm, WishForm, WordsForm
from app.model.representation import Kind, Telling, Way


@dataclass(frozen=True)
class Question:
    number: int  # in its address, which says nothing of what is asked
    name: str  # of its answer
    form: type[QuestionForm]
    applies: Callable[[Answers], bool] = lambda answers: True


def _asks_for_a_wish(answers: Answers) -> bool:
    return kind_of(answers) in (Kind.COMPLAINT, Kind.COMMENT)


def _asks_for_an_account(answers: Answers) -> bool:
    return kind_of(answers) is Kind.COMPLAINT


def _offers_an_advocate(answers: Answers) -> bool:
    return kind_of(answers) is not Kind.ADVOCATE and telling_of(answers) is not Telling.ADVOCATE


def _reached_by(*ways: Way) -> Callable[[Answers], bool]:
    return lambda answers: way_of(answers) in ways


QUESTIONS = (
    Question(1, "kind", KindForm),
    Question(2, "telling", TellingForm),
    Question(3, "child", ChildForm, lambda answers: not is_child(answers)),
    Question(4, "words", WordsForm),
    Question(10, "account", AccountForm, _asks_for_an_account),
    Question(5, "wish", WishForm, _asks_for_a_wish),
    Question(6, "name", NameForm),
    Question(7, "way", WayForm),
    # Where to reach them: one address, asked as the way wants it. Each keeps its own answer.
    Question(8, "email", EmailForm, _reached_by(Way.EMAIL)),
    Question(8, "phone", PhoneForm, _reached_by(Way.TEXT, Way.CALL)),
    Question(8, "address", AddressForm, _reached_by(Way.LETTER)),
    Question(8, "person", PersonForm, _reached_by(Way.PERSON)),
    Question(9, "advocate", AdvocateForm, _offers_an_advocate),
)


def asked(answers: Answers) -> list[Question]:
    """The questions that apply, in order. What was answered behind another branch is kept, and not looked at."""
    return [question for question in QUESTIONS if question.applies(answers)]


def next_question(answers: Answers, offered: Collection[str] = ()) -> Question | None:
    """The first question that applies and has no answer, or has been given a new one that must be mended first.

    None when all are answered.
    """
    unsettled = (one for one in asked(answers) if one.name not in answers or one.name in offered)
    return next(unsettled, None)


def previous_question(question: Question, answers: Answers) -> Question | None:
    before = QUESTIONS[: QUESTIONS.index(question)]
    return next((one for one in reversed(before) if one.applies(answers)), None)


def find_question(number: int, answers: Answers) -> Question | None:
    """The question at this address: the one that applies, else the first there is."""
    here = [one for one in QUESTIONS if one.number == number]
    return next((one for one in here if one.applies(answers)), here[0] if here else None)


def place_of(question: Question, answers: Answers) -> tuple[int, int]:
    """Which of how many it is."""
    names = [one.name for one in asked(answers)]
    return names.index(question.name) + 1, len(names)


def place_to_reach(answers: Answers) -> str:
    """The name of the question that asked where to reach them; "" when none did."""
    return next((one.name for one in asked(answers) if one.number == 8), "")
