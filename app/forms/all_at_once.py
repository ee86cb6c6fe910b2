"""All the questions on one page, for advocates who do this often: the same forms, each with its question’s name before
the names of its fields, and the same journey worked out from the answers.
"""

from collections.abc import Mapping

from werkzeug.datastructures import MultiDict

from app.forms.answers import Answers, way_of
from app.forms.journey import QUESTIONS, Question
from app.forms.question_form import QuestionForm
from app.model.representation import Telling, Way

BY_AN_ADVOCATE = {"telling": {"telling": Telling.ADVOCATE}}
NOT_HERE = frozenset({"telling", "advocate", "now", "elsewhere", "files"})  # known already, or a page of its own
LEFT_EMPTY = frozenset({"files"})  # can be added from the check page

Asked = list[tuple[Question, QuestionForm]]


def as_typed(answers: Answers, offered: Mapping[str, Mapping[str, list[str]]]) -> Asked:
    """Every question that may apply: as it was typed last, with what is wrong with it; else as it was answered."""
    answers = {**answers, **BY_AN_ADVOCATE}
    asked = []
    for question in _questions():
        typed = offered.get(question.name)
        form = question.form(
            _showing(question, answers),
            typed=None if typed is None else _with_names(question, typed),
            answer=answers.get(question.name),
            prefix=question.name,
        )
        if typed is not None and question.applies(answers):
            form.validate()
        asked.append((question, form))
    return asked


def taken(typed: MultiDict) -> tuple[dict, dict]:
    """What is a good answer, and what was typed and must be mended first or belongs to no question that applies."""
    answers, offered = dict(BY_AN_ADVOCATE), {}
    for question in _questions():
        applies = question.applies(answers)
        form = question.form(answers if applies else _showing(question, answers), typed=typed, prefix=question.name)
        if applies and form.validate():
            answers[question.name] = form.answer
        elif applies or any(field.data and field.data != field.default for field in form):
            offered[question.name] = {field.short_name: typed.getlist(field.name) for field in form}
    return answers, offered


def typed_so_far(typed: MultiDict) -> dict[str, dict[str, list[str]]]:
    """What was typed, good or not, to show it again: every value of each question that has one."""
    answers, offered = taken(typed)
    for question in _questions():
        if question.name in answers:
            offered[question.name] = _values(question, typed)
    return {
        name: fields for name, fields in offered.items() if any("".join(values).strip() for values in fields.values())
    }


def _values(question: Question, typed: MultiDict) -> dict[str, list[str]]:
    start = f"{question.name}-"
    return {name.removeprefix(start): typed.getlist(name) for name in typed if name.startswith(start)}


def _questions() -> list[Question]:
    return [question for question in QUESTIONS if question.name not in NOT_HERE]


def _showing(question: Question, answers: Answers) -> Answers:
    """What its form is told, so that it has every field it may have: which of them count is known later."""
    if question.name == "safely" or (question.name == "phone" and way_of(answers) is not Way.TEXT):
        return {**answers, "way": {"way": Way.CALL}}
    return answers


def _with_names(question: Question, typed: Mapping[str, list[str]]) -> MultiDict:
    return MultiDict({f"{question.name}-{field}": values for field, values in typed.items()})
