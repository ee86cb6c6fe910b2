"""Markdown that cannot be served: which file, on which line, and how to mend it."""

import re

import pytest

STEP = "england/en/steps/recorded.md"
CHILD, ADULTS = "You will not get in trouble for this.", "The reference number names the complaint"
TITLE, SUMMARY = 'title: "We write down your complaint"\n', 'summary: "We write it down and give you a number."\n'


@pytest.mark.parametrize(
    ("old", "new", "stands_at", "said"),
    [
        pytest.param(CHILD, "It takes {stage-9}.", "{stage-9}", "a name we know; did you mean {stage-3}", id="name"),
        pytest.param(ADULTS, "In {qqqq}", "{qqqq}", "we know; use one of: adjudicating-officer", id="name, for adults"),
        pytest.param(CHILD, "In {panel-chair}.", "{panel-chair}", "not a name we know", id="not verified: no name"),
        pytest.param(CHILD, "It takes 10 working days.", "10 working", "10 working days.*stays true", id="typed days"),
        pytest.param(CHILD, "It takes 1 Week.", "1 Week", "typed by hand; use a name", id="a typed week"),
        pytest.param(ADULTS, "In 12\u00a0months", "12\u00a0months", "typed by hand", id="typed months"),
        pytest.param(SUMMARY, "summary: In 3 days.\n", "summary", "typed by hand", id="typed days in a fact"),
        pytest.param(SUMMARY, 'summary: "In {soon}."\n', "summary", "{soon} is not a name", id="a name in a fact"),
        pytest.param(CHILD, "[x](step:nowhere)", "step:nowhere", "no step called “nowhere”", id="no such step"),
        pytest.param(CHILD, "[x](guide:nowhere)", "guide:nowhere", "no guide called “nowhere”", id="no such page"),
        pytest.param(CHILD, "[x](word:nothing)", "word:nothing", "no word called “nothing”", id="no such word"),
        pytest.param(CHILD, "[x](step:../../x)", "step:..", "leads nowhere", id="out of the folder"),
        pytest.param(CHILD, "[x](form:3)", "form:3", "not a kind we use: write step:", id="into the form"),
        pytest.param(CHILD, "[x](/desk/)", "(/desk/)", "not a kind we use", id="a path of ours"),
        pytest.param(ADULTS, "[x](javascript:alert)", "javascript:", "not a kind we use", id="a script"),
        pytest.param(CHILD, "[x](JaVaScRiPt:alert)", "JaVa", "not a kind we use", id="a script, shouted"),
        pytest.param(CHILD, "[x](data:text/html,x)", "data:", "not a kind we use", id="data"),
        pytest.param(CHILD, "[x](http://example.org)", "http:", "not a kind we use", id="not encrypted"),
        pytest.param(CHILD, "[x](//example.org)", "//example", "not a kind we use", id="no kind at all"),
        pytest.param(CHILD, "<http://example.org>", "<http:", "not a kind we use", id="a bare address"),
        pytest.param(CHILD, "[x](tel:ask)", "tel:ask", "not a kind we use", id="a number that is none"),
        pytest.param(CHILD, "[x](mailto:a@b)", "mailto:", "not a kind we use", id="an email that is none"),
        pytest.param(CHILD, "[x](https://a\u2028b)", "https:", "not a kind we use", id="an address with a break"),
        pytest.param(CHILD, "[y]: step:gone\n\n[x][y]", "[x][y]", "no step called", id="a link by reference"),
        pytest.param("# Child", "# Children", "# Children", "not a section: use # Child, # Adults", id="section"),
        pytest.param("# Adults", "#  Child", "#  Child", "is here twice; put the two", id="section twice"),
        pytest.param(TITLE, "", "---", "add a line “title: …”", id="no title"),
        pytest.param(SUMMARY, "", "---", "add a line “summary: …”", id="no summary"),
        pytest.param(TITLE, f"{TITLE}title: Again\n", "title: Again", "“title” is here twice", id="two titles"),
        pytest.param(SUMMARY, "summary: 7\n", "summary: 7", "must be words; put them in quotes", id="a number"),
        pytest.param(SUMMARY, "summary: [a]\n", "summary: [a]", "must be words", id="a list"),
        pytest.param(SUMMARY, "7: seven\n", "7:", "“7” is no name here; put it in quotes", id="a number as a name"),
        pytest.param(CHILD, "{contacts:nobody}", "{contacts", "not a name we know", id="contacts of no tag"),
    ],
)
def test_words_gone_wrong_are_named_with_their_line(editor, old, new, stands_at, said):
    editor.changes(STEP, old, new)

    problem = editor.the_problem()

    assert str(problem.path) == STEP
    assert problem.line == editor.line_of(STEP, stands_at)
    assert re.search(said, problem.what)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("# Child\nHello\n", "add a line “title: …” between the --- lines", id="no facts at all"),
        pytest.param("---\ntitle: Hello\n", "begin with a line ---", id="facts that never end"),
        pytest.param("---\n---\n# Child\nHello\n", "begin with a line ---", id="no fact between"),
        pytest.param("---\n- title\n---\n# Child\nHello\n", "and no list", id="facts as a list"),
        pytest.param("", "begin with a line ---", id="an empty file"),
    ],
)
def test_a_file_must_begin_with_its_facts(editor, words, said):
    editor.writes(STEP, words)
    problem = editor.the_problem()
    assert str(problem.path) == STEP
    assert problem.line in {1, 2}
    assert said in problem.what


@pytest.mark.parametrize("name", ["england/en/steps/withdraw.md", "england/en/guide/examples.md"])
def test_a_step_and_a_page_must_say_something_to_the_child(editor, name):
    text = editor.reads(name)
    editor.writes(name, text[: text.index("# Child")] + "# Adults\nOnly this.\n")
    problem = editor.the_problem()
    assert str(problem.path) == name
    assert "write it below a line “# Child”" in problem.what


def test_a_number_in_the_councils_own_words_is_named_in_its_own_file(editor):
    editor.adds("sefton/en/steps/withdraw.md", "\nWithin 2 days.\n")
    problem = editor.the_problem()
    assert str(problem.path) == "sefton/en/steps/withdraw.md"
    assert problem.line == editor.line_of("sefton/en/steps/withdraw.md", "2 days")


def test_words_a_council_adds_to_a_page_of_its_own_are_shown(editor):
    editor.writes("sefton/en/guide/our-own.md", "---\ntitle: Our own\n---\n# Child: also\nCome and see us.\n")
    assert "Come and see us." in editor.book().guide["our-own"].child


@pytest.mark.parametrize(
    ("name", "added", "said"),
    [
        ("england/en/words.yaml", 'odd:\n  word: "Odd"\n', "odd.meaning is missing; add a line"),
        ("england/en/words.yaml", 'odd: {word: "Odd", meaning: "Odd", more: 1}\n', "more is not a name we know"),
        ("england/en/words.yaml", "odd: just words\n", "odd"),
        ("england/en/names.yaml", "chair: 7\n", "chair must be words; put them in quotes"),
    ],
)
def test_a_word_or_name_gone_wrong_is_named_with_its_line(editor, name, added, said):
    first_word = added.partition(":")[0]
    editor.adds(name, added)
    problem = editor.the_problem()
    assert str(problem.path) == name
    assert editor.line_of(name, f"\n{first_word}:") + 1 <= problem.line
    assert said in problem.what
