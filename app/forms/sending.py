"""Answers → what is sent. Only the answers to questions that apply go with it."""

from collections.abc import Collection
from datetime import date, datetime

from app.councils.council import Council
from app.forms.answers import Answers, account_of, contact_of, kind_of, on_behalf_of, said, telling_of
from app.forms.journey import asked, place_to_reach
from app.model.due import answer_due_on, reference_due_on
from app.model.london import london_day
from app.model.representation import Kind, Representation


def told(
    answers: Answers, id: str, council: Council, language: str, received_at: datetime, holidays: Collection[date]
) -> Representation:
    """The representation these answers make."""
    answers = {question.name: answers.get(question.name, {}) for question in asked(answers)}
    kind, received_on = kind_of(answers), london_day(received_at)
    return Representation(
        id=id,
        council=council.slug,
        kind=kind,
        words=said(answers, "words", "words"),
        account=account_of(answers),
        wish=said(answers, "wish", "wish"),
        name=said(answers, "name", "name"),
        language=language,
        telling=telling_of(answers),
        on_behalf_of=on_behalf_of(answers),
        contact=contact_of(answers, place_to_reach(answers)),
        wants_advocate=kind is Kind.ADVOCATE or said(answers, "advocate", "advocate") == "yes",
        received_at=received_at,
        received_on=received_on,
        reference_due_on=reference_due_on(received_on, council.timetable, holidays),
        answer_due_on=answer_due_on(kind, received_on, council.timetable, holidays),
    )
