"""Answers → what is sent. Only the answers to questions that apply go with it."""

from collections.abc import Collection
from datetime import date, datetime

from app.councils.council import Council
from app.forms.answers import (
    Answers,
    account_of,
    code_of,
    contact_of,
    kind_of,
    names_a_reader,
    on_behalf_of,
    onward_of,
    reference_of,
    safe_of,
    said,
    telling_of,
    topic_of,
    wants_advocate,
)
from app.forms.journey import asked, place_to_reach
from app.model.due import answer_due_on, reference_due_on
from app.model.london import london_day
from app.model.representation import Answer, Kind, Representation, SafeContact, Way


def applying(answers: Answers) -> Answers:
    """Those to questions that are asked. What was answered behind another branch is not among them."""
    return {question.name: answers.get(question.name, {}) for question in asked(answers)}


def told_now(
    answers: Answers, id: str, council: Council, language: str, received_at: datetime, holidays: Collection[date]
) -> Representation:
    """“Just this, now”: urgent, whatever it was going to be, and a complaint, so that its clock runs."""
    reach, received_on = said(answers, "now", "reach"), london_day(received_at)
    return Representation(
        id=id,
        council=council.slug,
        kind=Kind.COMPLAINT,
        words=said(answers, "now", "words"),
        language=language,
        telling=telling_of(answers),
        contact=SafeContact(way=Way.AS_WRITTEN, where=reach) if reach.strip() else SafeContact(),
        safe=safe_of(answers),
        urgent=True,
        goes_with=said(answers, "now", "sent"),
        received_at=received_at,
        received_on=received_on,
        reference_due_on=reference_due_on(received_on, council.timetable, holidays),
        answer_due_on=answer_due_on(Kind.COMPLAINT, received_on, council.timetable, holidays),
    )


def told(
    answers: Answers, id: str, council: Council, language: str, received_at: datetime, holidays: Collection[date]
) -> Representation:
    """The representation these answers make."""
    answers = applying(answers)
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
        wants_advocate=wants_advocate(answers),
        safe=safe_of(answers),
        urgent=safe_of(answers) is Answer.NO,
        topic=topic_of(answers),
        for_manager_only=names_a_reader(answers),
        must_not_read=said(answers, "council", "who"),
        onward=onward_of(answers),
        reference_given=reference_of(answers),
        code_given=bool(code_of(answers)),
        goes_with=said(answers, "now", "sent"),
        received_at=received_at,
        received_on=received_on,
        reference_due_on=reference_due_on(received_on, council.timetable, holidays),
        answer_due_on=answer_due_on(kind, received_on, council.timetable, holidays),
    )
