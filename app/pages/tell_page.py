"""One question, as a page."""

from flask import make_response, render_template, url_for

from app.forms.answers import Answers, topic_of
from app.forms.files.form import NAME as FILES
from app.forms.journey import Part, Question, asked, next_question, place_of, previous_question, way_come
from app.forms.question_form import QuestionForm
from app.forms.question_pictures import QUESTION_PICTURES
from app.forms.wording import PARTS
from app.pages import details, tell_now
from app.pages.headers import let_a_voice_be_recorded
from app.pages.here import book
from app.pages.tell_draft import wants_fragment
from app.pages.tell_files import kept_files
from app.pages.tell_writing import place_of_writing
from app.pages.ways import ways_to

TEMPLATES = {
    "words": "tell/words.html",
    "now": "tell/now.html",
    "elsewhere": "tell/elsewhere.html",
    FILES: "tell/files.html",
}


def question_page(here: Question, form: QuestionForm, answers: Answers, notice="", status: int = 200):
    before = previous_question(here, answers)
    back = None if before is None else url_for("tell.question", number=before.number)
    if next_question(answers) is None:
        back = url_for("tell.check")
    words = render_template(
        TEMPLATES.get(here.name, "tell/question.html"),
        here=here,
        form=form,
        notice=notice,
        number=place_of(here, answers) if here in asked(answers) else here.number,
        part=here.part.value,
        parts=len(Part),
        part_name=PARTS[here.part.value],
        way_come=way_come(here),
        picture_of_it=QUESTION_PICTURES[here.name],
        back=back,
        place=place_of_writing(here.name, answers),
        filled_in=details.remembered_at(here, answers),
        sent_now=tell_now.is_sent(answers),
        elsewhere=book().places.get(topic_of(answers)),
        saving="question",
        language_ways=ways_to("tell.question", number=here.number),
        fragment=wants_fragment(),
        kept=kept_files() if here.name == FILES and status == 200 else (),
    )
    page = make_response(words, status)
    if here.name == FILES:
        let_a_voice_be_recorded(page)
    return page
