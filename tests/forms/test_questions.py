from pathlib import Path

import pytest
from flask import Flask
from flask_babel import Babel
from werkzeug.datastructures import MultiDict

from app.forms.fields import LONGEST_WORDS
from app.forms.journey import QUESTIONS
from app.forms.questions import KindForm, NameForm, NumberForm
from app.forms.questions_contact import AddressForm, ChildForm, EmailForm, PhoneForm, SafelyForm, WayForm
from app.forms.questions_words import AccountForm, WordsForm
from app.model.representation import Feeling, Kind, Telling, Way

CALL = {"way": {"way": "call"}}


@pytest.fixture(autouse=True, scope="module")
def in_a_request():
    """All that a form needs of the app: a language to speak."""
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        yield


def filled_in(form, so_far=None, **typed):
    return form(so_far or {}, typed=MultiDict(typed))


def errors(form):
    form.validate()
    return [str(error) for found in form.errors.values() for error in found]


def test_only_the_words_are_required():
    refused = [one.name for one in QUESTIONS if errors(filled_in(one.form, CALL))]
    assert refused == ["words"]


@pytest.mark.parametrize("nothing", ["", " ", "\n\t ", "\u00a0"])
def test_words_of_nothing_but_space_are_no_words(nothing):
    assert errors(filled_in(WordsForm, words=nothing)) == ["Write something, even if it is short"]


@pytest.mark.parametrize("letter", ["a", "\n", "😀", "ن"])
def test_the_longest_words_fit_and_one_letter_more_does_not(letter):
    fits = "x" + letter * (LONGEST_WORDS - 1)
    assert not errors(filled_in(WordsForm, words=fits))
    [error] = errors(filled_in(WordsForm, words=fits + letter))
    assert "20,001" in error and "20,000" in error


def test_line_ends_are_kept_as_one_sign():
    form = filled_in(WordsForm, words="one\r\ntwo\rthree\nfour")
    assert form.answer == {"words": "one\ntwo\nthree\nfour"}


def test_line_ends_are_counted_once():
    assert not errors(filled_in(WordsForm, words="\r\n" * (LONGEST_WORDS - 1) + "x"))


def test_a_doubled_field_loses_nothing():
    assert filled_in(WordsForm, words=["one", "two"]).answer == {"words": "one\ntwo"}


@pytest.mark.parametrize(
    "good",
    ["a@example.org", "  a@example.org ", "A.b+c@sub.example.co.uk", "a@bücher.example.org", "o'neil@example.org", ""],
)
def test_an_email_address_is_taken(good):
    form = filled_in(EmailForm, where=good)
    assert not errors(form)
    assert form.answer["where"] == good.strip()


@pytest.mark.parametrize(
    "poor",
    [
        "amina", "a@", "@b", "a b@example.org", "a@b", "a@localhost", "a@example.org, b@example.org", "ü@example.org",
        "a@example.org\nBcc: x@example.org", "=?utf-8?q?x?=@example.org", "\x00@example.org", "a" * 65 + "@example.org",
    ],
)  # fmt: skip
def test_what_is_no_email_address_gets_a_kind_message(poor):
    [error] = errors(filled_in(EmailForm, where=poor))
    assert "leave it empty" in error


@pytest.mark.parametrize(
    "good", ["0151 496 0123", "+44 (0)151-496-0123", "٠١٥١٤٩٦٠١٢٣", "0151 496 0000, after four", ""]
)
def test_a_phone_number_is_taken_however_it_is_written(good):
    assert not errors(filled_in(PhoneForm, CALL, where=good))


@pytest.mark.parametrize("poor", ["12", "my mum", "077"])
def test_what_is_too_short_for_a_phone_number_gets_a_kind_message(poor):
    [error] = errors(filled_in(PhoneForm, CALL, where=poor))
    assert "leave it empty" in error


@pytest.mark.parametrize("form", [NameForm, AddressForm])
def test_a_line_or_an_address_has_a_longest_length_too(form):
    name = "where" if form is AddressForm else "name"
    assert not errors(filled_in(form, **{name: "x" * 200}))
    [error] = errors(filled_in(form, **{name: "x" * 1_001}))
    assert "Nothing is lost" in error


def test_what_is_too_long_is_told_so_at_once_and_not_looked_at_further():
    poor = ["a" * 900_000 + "@example.org", "a." * 450_000, "@" * 900_000]
    for errors_of_one in (errors(filled_in(EmailForm, where=typed)) for typed in poor):
        [error] = errors_of_one
        assert "Nothing is lost" in error


@pytest.mark.parametrize("form", [KindForm, WayForm, ChildForm])
def test_a_choice_that_is_not_there_is_refused(form):
    name = {KindForm: "kind", WayForm: "way", ChildForm: "knows"}[form]
    assert errors(filled_in(form, **{name: "other<script>"})) == ["Choose one of these"]


def test_nothing_is_chosen_for_them_but_the_safest_thing_to_say():
    assert KindForm({}).kind.data is None
    assert EmailForm({}).more.data == "no"


def test_the_questions_fit_the_kind_and_who_is_telling():
    asked = {
        WordsForm({"kind": {"kind": kind}, "telling": {"telling": who}}).words.label.text
        for kind in Kind
        for who in Telling
    }
    assert {
        "What happened?",
        "What would you like to say?",
        "What went well?",
        "Why would you like an advocate?",
    } < asked


def test_before_anything_is_written_it_is_said_whom_we_may_have_to_tell():
    for kind in Kind:
        for who in Telling:
            form = WordsForm({"kind": {"kind": kind}, "telling": {"telling": who}})
            assert "we may have to tell others" in form.words.description


@pytest.mark.parametrize("kind", ["going-on", "stop"])
def test_what_was_told_before_needs_no_words_again(kind):
    assert not errors(filled_in(WordsForm, {"kind": {"kind": kind}}, words=""))


@pytest.mark.parametrize("typed", ["1234 5678 9012 3456", "١٢٣٤ ٥٦٧٨ ٩٠١٢ ٣٤٥٦", "1234567890123456"])
def test_a_code_is_taken_and_never_shown_again(typed):
    form = filled_in(NumberForm, have="code", given=typed)
    assert not errors(form) and form.given.said == "Your code. It is not shown here."


@pytest.mark.parametrize("typed", ["1234 5678 9012 345", "1234567890", "SEF-1234 5678 9012 3456"])
def test_what_is_nearly_a_code_is_looked_at_again_and_never_kept_as_a_reference(typed):
    [error] = errors(filled_in(NumberForm, have="reference", given=typed))
    assert "16 numbers" in error


@pytest.mark.parametrize("typed", ["SEF-7K4M-2XQ8", "SEF-1234-5678", "I think it began with S", ""])
def test_a_reference_is_taken_as_it_is_typed(typed):
    assert not errors(filled_in(NumberForm, have="reference", given=typed))


@pytest.mark.parametrize(
    ("way", "asks"),
    [
        ("call", ["when", "if_another", "keep_from"]),
        ("text", ["when", "keep_from"]),
        ("email", ["keep_from"]),
        ("code", ["keep_from"]),
    ],
)
def test_what_keeps_it_safe_is_asked_as_the_way_wants_it(way, asks):
    assert list(SafelyForm({"way": {"way": way}})._fields) == asks


def test_each_way_says_what_it_cannot_do_safely():
    assert set(WayForm.hints) == set(WayForm({}).way.words)
    assert "opened by someone else" in WayForm.hints[Way.LETTER]


def test_every_question_speaks_to_children_and_to_adults():
    for one in QUESTIONS:
        for who in Telling:
            so_far = {"telling": {"telling": who}, "way": {"way": "call"}}
            form = one.form(so_far)
            assert form.heading or next(iter(form)).label.text, one.name
            assert all(field.label.text for field in form), one.name


def test_the_choices_are_those_of_the_model():
    assert set(KindForm({}).kind.words) == set(Kind)
    assert set(WayForm({}).way.words) == set(Way) - {Way.AS_WRITTEN}


@pytest.mark.parametrize("good", ["2026-11-22", " 2026-02-28 ", ""])
def test_a_day_is_taken_as_a_calendar_sends_it(good):
    form = filled_in(AccountForm, day=good)
    assert not errors(form) and form.answer["day"] == good.strip()


@pytest.mark.parametrize("poor", ["2026-02-30", "22/11/2026", "last week", "20261122", "٢٠٢٦-١١-٢٢", "0000-01-01"])
def test_what_is_no_day_gets_a_kind_message(poor):
    [error] = errors(filled_in(AccountForm, day=poor))
    assert "leave it empty" in error


def test_when_it_was_may_be_said_in_any_words():
    assert not errors(filled_in(AccountForm, when="jeden Dienstag, since we moved, منذ الصيف"))


def test_each_face_has_a_picture_and_a_word_beside_it():
    form = AccountForm({})
    assert set(form.feeling.words) == set(form.pictures) == set(Feeling)
    drawn = (Path(__file__).parents[2] / "app/static/images/sprite.svg").read_text("utf-8")
    for name in form.pictures.values():
        [symbol] = [line for line in drawn.splitlines() if f'id="{name}"' in line]
        assert len(symbol) < 1_000
