import pytest

from app.model.finding import begins_like


@pytest.mark.parametrize(
    ("typed", "name", "found"),
    [
        ("", "Sefton Council", True),
        ("sef", "Sefton Council", True),
        ("SEFTON  ", "Sefton Council", True),
        ("bed", "Central Bedfordshire Council", True),
        ("c bed", "Central Bedfordshire Council", True),
        ("central-bed", "Central Bedfordshire Council", True),
        ("bed central", "Central Bedfordshire Council", False),
        ("fton", "Sefton Council", False),
        ("kings", "King’s Lynn", True),
        ("durhám", "County Durham", True),
        ("%", "Sefton Council", False),
    ],
)
def test_what_is_typed_begins_the_words_of_the_name(typed, name, found):
    assert begins_like(typed, name) is found
