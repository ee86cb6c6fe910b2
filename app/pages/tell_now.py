"""“Send just this now”: somebody does not feel safe, and the council gets it at once, before all the rest is told.

The words stay in the draft, so that they can write on. It has no code: that comes when all of it is sent.
"""

from app.forms.answers import Answers, said
from app.forms.question_form import QuestionForm
from app.forms.sending import told_now
from app.pages.here import council, holidays, language, now, post_addresses
from app.pages.robots import hold_if_robot
from app.post import owed
from app.post.letters import inbox_letter
from app.records import drafts, representations
from app.records.database import Db, new_id
from app.records.drafts import Draft, token_hash

QUESTION = "now"


def keep(db: Db, draft: Draft, form: QuestionForm, offered: dict, send: bool) -> Draft:
    """Keep what was answered; and with `send`, the representation and its urgent letter with it, or nothing at all.

    The same words again are the same one, however often it is pressed. Other words are another.
    """
    before = draft.answers.get(QUESTION, {}).get("sent", "")
    answers = {**draft.answers, QUESTION: {**form.answer, "sent": before}}
    if send:
        answers[QUESTION]["sent"] = _send(db, draft, answers)
    return drafts.keep(db, draft, now(), answers=answers, offered=offered)


def is_sent(answers: Answers) -> bool:
    return bool(said(answers, QUESTION, "sent"))


def _send(db: Db, draft: Draft, answers: dict) -> str:
    pressed = answers[QUESTION]
    sending = token_hash("\n".join((QUESTION, draft.sending, pressed["words"], pressed["reach"])))
    if known := representations.find_sent(db, sending):
        return known
    told = told_now(answers, new_id(), council(), language().tag, now(), holidays())
    representations.receive(db, told, sending=sending)
    hold_if_robot(db, told, draft)
    owed.queue(db, told, lambda: inbox_letter(told, council(), post_addresses(), now()), now())
    return told.id
