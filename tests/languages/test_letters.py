"""Letters to a young person: in their language, with the same in English beneath."""

import pytest

from app.model.reference_number import new_reference, parse_reference
from app.post.acknowledgement import receipt
from tests.languages.pseudo import longer
from tests.post.office import ADDRESSES, SEFTON, SUNDAY, body_of, read
from tests.post.test_acknowledgement import ONLY_NEWS, recorded, written


@pytest.fixture(autouse=True)
def context(app_in_many):
    with app_in_many.app_context():
        yield


def test_a_letter_is_in_their_language_with_the_same_in_english_beneath():
    letter = written(recorded(language="qaa"))
    theirs, ours = body_of(letter.message).split("The same in English:")
    assert longer("You can say it when you talk to us. It does not open anything.") in theirs
    assert "You can say it when you talk to us. It does not open anything." in ours
    assert "https://tell.example.org/sefton/qaa/follow" in theirs
    assert theirs.count("SEF-7K4M-2XQ8") == ours.count("SEF-7K4M-2XQ8") == 1
    assert read(letter.message)["Subject"] == longer("There is news for you")


def test_in_a_text_from_right_to_left_the_reference_keeps_its_order():
    assert "\u2068SEF-7K4M-2XQ8\u2069" in body_of(written(recorded(language="qab")).message)


@pytest.mark.parametrize("language", ["en", "en-x-easy", "xx"])
def test_in_english_it_is_said_once(language):
    body = body_of(written(recorded(language=language)).message)
    assert body.count("SEF-7K4M-2XQ8") == 1 and "The same in English" not in body


def test_the_other_letters_too():
    assert "The same in English:" in body_of(receipt(recorded(language="qaa"), SEFTON, ADDRESSES, SUNDAY).message)
    news = body_of(written(recorded(language="qaa", contact=ONLY_NEWS)).message)
    assert news.count("https://tell.example.org/sefton/") == 2


def test_a_reference_may_be_typed_in_any_digits():
    reference = new_reference("SEF", lambda letters: letters[4])
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    farsi = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    for typed in (reference.translate(arabic), reference.translate(farsi).lower(), f"\u2068{reference}\u2069"):
        assert typed != reference
        assert parse_reference(typed, "SEF") == reference
