"""Which question comes next. Worked out from the answers each time; nothing else keeps our place.

The order is that of QUESTIONS. A number is only a question's name in its address: it stays as it is when others come
before it, and says nothing of what is asked.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum

from app.forms.answers import (
    Answers,
    chosen_kind,
    code_of,
    is_about_another,
    is_child,
    kind_of,
    safe_of,
    telling_of,
    topic_of,
    way_of,
)
from app.forms.files import form as files
from app.forms.question_form import QuestionForm
from app.forms.questions import (
    AdvocateForm,
    AlsoForm,
    ElsewhereForm,
    KindForm,
    NameForm,
    NumberForm,
    OnwardForm,
    TellingForm,
    TopicForm,
)
from app.forms.questions_contact import (
    AddressForm,
    ChildForm,
    ChildsContactForm,
    EmailForm,
    PersonForm,
    PhoneForm,
    SafelyForm,
    WayForm,
)
from app.forms.questions_safety import CouncilForm, NowForm, SafeForm
from app.forms.questions_words import AccountForm, WishForm, WordsForm
from app.model.representation import Answer, Kind, Telling, Way
from app.model.topic import ELSEWHERE


class Part(Enum):
    """The parts of the form, in order: a place that stays the same, however many questions a part comes to have."""

    BEGIN = 1
    TELL = 2
    REACH = 3
    CHECK = 4


@dataclass(frozen=True)
class Question:
    number: int  # in its address
    part: Part
    name: str  # of its answer
    form: type[QuestionForm]
    applies: Callable[[Answers], bool] = lambda answers: True


def _tells_for_another(answers: Answers) -> bool:
    return not is_child(answers)


def _may_need_help_now(answers: Answers) -> bool:
    return safe_of(answers) in (Answer.NO, Answer.NOT_SURE)


def _tells_what_is_wrong(answers: Answers) -> bool:
    return kind_of(answers) in (Kind.COMPLAINT, Kind.COMMENT)


def _somebody_else_decides(answers: Answers) -> bool:
    return _tells_what_is_wrong(answers) and topic_of(answers) in ELSEWHERE


def _asks_for_an_account(answers: Answers) -> bool:
    return kind_of(answers) is Kind.COMPLAINT


def _may_add_files(answers: Answers) -> bool:
    return kind_of(answers) is not Kind.STOP


def _offers_an_advocate(answers: Answers) -> bool:
    wants_one = chosen_kind(answers) is Kind.ADVOCATE or telling_of(answers) is Telling.ADVOCATE
    return not wants_one and kind_of(answers) is not Kind.STOP and not code_of(answers)


def _has_no_code(answers: Answers) -> bool:
    """What a code opens knows already how to reach them. A new way is never put over it."""
    return not code_of(answers)


def _comes_for(*kinds: Kind) -> Callable[[Answers], bool]:
    return lambda answers: chosen_kind(answers) in kinds


def _reached_by(*ways: Way) -> Callable[[Answers], bool]:
    return lambda answers: way_of(answers) in ways and _has_no_code(answers)


def _in(part: Part, *questions: tuple) -> tuple[Question, ...]:
    return tuple(Question(number, part, *more) for number, *more in questions)


QUESTIONS = (
    *_in(
        Part.BEGIN,
        (1, "kind", KindForm),
        (2, "telling", TellingForm),
        (21, "safe", SafeForm),
        (29, "now", NowForm, _may_need_help_now),
        (3, "child", ChildForm, _tells_for_another),
        (22, "childs-contact", ChildsContactForm, _tells_for_another),
        (23, "onward", OnwardForm, _comes_for(Kind.GOING_ON)),
        (24, "number", NumberForm, is_about_another),
        (25, "also", AlsoForm, _comes_for(Kind.ADVOCATE)),
    ),
    *_in(
        Part.TELL,
        (26, "topic", TopicForm, _tells_what_is_wrong),
        (30, "elsewhere", ElsewhereForm, _somebody_else_decides),
        (4, "words", WordsForm),
        (10, "account", AccountForm, _asks_for_an_account),
        (5, "wish", WishForm, _tells_what_is_wrong),
        (files.NUMBER, files.NAME, files.FilesForm, _may_add_files),
    ),
    *_in(
        Part.REACH,
        (6, "name", NameForm),
        (7, "way", WayForm, _has_no_code),
        # Where to reach them: one address, asked as the way wants it. Each keeps its own answer.
        (8, "email", EmailForm, _reached_by(Way.EMAIL)),
        (8, "phone", PhoneForm, _reached_by(Way.TEXT, Way.CALL)),
        (8, "address", AddressForm, _reached_by(Way.LETTER)),
        (8, "person", PersonForm, _reached_by(Way.PERSON)),
        (27, "safely", SafelyForm, _has_no_code),
        (28, "council", CouncilForm),
        (9, "advocate", AdvocateForm, _offers_an_advocate),
    ),
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


def place_of(question: Question, answers: Answers) -> int:
    """How many have been asked when this one is. How many there will be is not known yet, so it is not said."""
    names = [one.name for one in asked(answers)]
    return names.index(question.name) + 1


def way_come(question: Question) -> float:
    """From 0 to 1: how far along it stands. A question that comes later stands further, whatever is answered."""
    return (QUESTIONS.index(question) + 1) / (len(QUESTIONS) + 1)


def place_to_reach(answers: Answers) -> str:
    """The name of the question that asked where to reach them; "" when none did."""
    return next((one.name for one in asked(answers) if one.number == 8), "")
