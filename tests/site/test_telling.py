"""Telling the council something, to the letter in its inbox and the promise on the screen."""

import uuid

from tests.site.telling import FILES, INBOX, LITTLE_MORE, tells_something

AMINAS_WORDS = "My social worker keeps changing 😡\nمجھے کوئی نہیں بتاتا کیوں۔\n<b>Nobody</b> tells me why & it hurts."


def test_a_child_complains_on_a_phone_and_the_council_gets_their_very_words(child, site):
    mark = uuid.uuid4().hex
    words = f"{AMINAS_WORDS} {mark}"

    child.begins_to_tell()
    child.answers("What would you like to tell us?", "Something is wrong")
    child.answers("Who is telling us?", "I am a child or young person")
    child.gets_past("Do you feel safe right now?", "What is it about?")
    child.answers("What happened?", words)
    child.reads_heading(LITTLE_MORE)
    child.chooses("How does it make you feel?", "Worried")
    child.carries_on()
    child.answers("What would you like to happen?", "One worker who stays 🙏")
    child.answers(FILES)
    child.answers("What is your name?", "Amina")
    child.answers("How can we reach you safely?", "I will come back here with my code")
    child.gets_past("How do we keep it safe?", "Is there someone at the council who must not read this?")
    child.answers("Would you like an advocate?", "Yes, please")
    code = child.sends()

    child.reads("By Wednesday 25 November you get your reference number")
    child.reads("By Friday 4 December you get an answer")
    letter = site.wait_for_letter(INBOX, holding=mark)
    assert words in letter.get_content().replace("\r\n", "\n")
    assert "One worker who stays 🙏" in letter.get_content()
    assert "How it feels:\nWorried" in letter.get_content().replace("\r\n", "\n")
    assert code not in letter.as_string() and code.replace(" ", "") not in letter.as_string()
    assert not any(mark in value or "Amina" in value for value in letter.values())


def test_only_the_words_are_asked_for(child, site):
    mark = uuid.uuid4().hex
    child.begins_to_tell()
    child.carries_on()
    child.answers("Who is telling us?")
    child.gets_past("Do you feel safe right now?", "What is it about?")
    child.answers("What happened?")

    child.reads_heading("There is something to mend")
    child.answers("What happened?", f"Nobody listens. {mark}")
    for question in (
        LITTLE_MORE,
        "What would you like to happen?",
        FILES,
        "What is your name?",
        "How can we reach you safely?",
    ):
        child.answers(question)
    child.gets_past("How do we keep it safe?", "Is there someone at the council who must not read this?")
    child.answers("Would you like an advocate?")
    child.sends()

    site.wait_for_letter(INBOX, holding=mark)


def test_an_answer_can_be_changed_before_it_is_sent(child, site):
    mark = uuid.uuid4().hex
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "I have an idea")
    child.answers("Who is telling us?", "I am a child or young person")
    child.gets_past("Do you feel safe right now?", "What is it about?")
    child.answers("What would you like to say?", "Old words")
    for question in ("What would you like to happen?", FILES, "What is your name?", "How can we reach you safely?"):
        child.answers(question)
    child.gets_past("How do we keep it safe?", "Is there someone at the council who must not read this?")
    child.answers("Would you like an advocate?", "No, thank you")

    child.follows("Change What would you like to say?")
    child.answers("What would you like to say?", f"New words {mark}")
    child.sends()

    assert "Old words" not in site.wait_for_letter("comments@sefton.example.org", holding=mark).get_content()


def test_pressing_send_twice_and_going_back_makes_one(child, site):
    mark = uuid.uuid4().hex
    tells_something(child, f"Once only {mark}")
    code = child.sends()

    child.page.goto("/sefton/en/form/check")
    child.reads(code)
    child.page.go_back()
    child.page.reload()
    site.wait_for_letter(INBOX, holding=mark)
    assert len([letter for letter in site.letters_to(INBOX) if mark in letter.get_content()]) == 1


def test_words_survive_a_closed_tab(child):
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "Something is wrong")
    child.answers("Who is telling us?", "I am a child or young person")
    child.gets_past("Do you feel safe right now?", "What is it about?")
    child.answers("What happened?", "This I wrote before the tab closed")
    child.reads_heading(LITTLE_MORE)
    child.page.close()

    child.page = child.page.context.new_page()
    child.begins_to_tell()
    child.reads_heading("Carry on, or throw it away?")
    assert "before the tab closed" not in child.page.content()
    child.presses("Carry on")
    child.reads_heading(LITTLE_MORE)


def test_an_advocate_sends_for_a_child_who_agrees(advocate, site):
    mark = uuid.uuid4().hex
    advocate.begins_to_tell()
    advocate.answers("What would you like to tell us?", "Something is wrong")
    advocate.answers("Who is telling us?", "I am an advocate, telling you for a child")
    advocate.answers("Is the child or young person safe right now?")
    advocate.says_who_it_is_for("Zofia", knows="Yes", agrees="Yes")
    advocate.gets_past("May someone from the council talk with the child or young person?", "What is it about?")
    advocate.answers("What happened?", f"Zofia has not seen her plan. {mark}")
    advocate.answers(LITTLE_MORE)
    advocate.answers("What would you like to happen?", "A copy of the plan")
    advocate.answers(FILES)
    advocate.answers("What is your name?", "Ines Okafor")
    advocate.answers("How can we reach you safely?", "Email")
    advocate.answers("What is your email address?", f"ines-{mark}@example.org")
    advocate.gets_past("How do we keep contact safe?", "Is there someone at the council who must not read this?")
    advocate.sends()

    letter = site.wait_for_letter(INBOX, holding=mark).get_content()
    assert "Zofia" in letter and "Ines Okafor" in letter
    assert "Does the child agree?" in letter or "agrees" in letter
