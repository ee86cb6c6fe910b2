"""The words of the interface, as translators get them."""

from babel.messages.pofile import read_po

from app.commands_words import TEMPLATE, template


def test_the_template_holds_what_the_code_says():
    assert TEMPLATE.read_bytes() == template(), "run: bin/flask words template"


def test_the_template_is_one_that_translators_tools_can_read():
    with TEMPLATE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    assert len(messages) > 100
    assert any(isinstance(message.id, tuple) for message in messages), "found no plurals: check this test"
