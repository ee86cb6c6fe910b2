"""The commands of editors as they are typed, and what docs/adopt.md and docs/edit.md say of them."""

import re
from pathlib import Path

import pytest
import yaml

from app.commands_content import bare_app, content
from app.councils.languages import ENGLISH
from app.councils.reader import Reader
from app.councils.shapes import CouncilShape
from tests.councils.editor import Editor
from tests.councils.the_check import as_a_process, content_command

DOCS = Path(__file__).parents[1] / "docs"
ADOPT, EDIT = ((DOCS / name).read_text("utf-8") for name in ("adopt.md", "edit.md"))
STEP = "north-vale/en/steps/recorded.md"


def blocks(text: str, kind: str = "") -> list[str]:
    fenced = re.findall(r"^```([a-z]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    found = [example for of_kind, example in fenced if of_kind == kind]
    assert found, "found no example: check this test"
    return found


@pytest.fixture
def editor(tmp_path) -> Editor:
    return Editor.with_a_copy(tmp_path)


@pytest.fixture
def north_vale(editor) -> Editor:
    """The new council of the docs."""
    [command] = [line for line in "".join(blocks(ADOPT, "sh")).splitlines() if "new-council" in line]
    assert command == 'bin/flask content new-council north-vale --name "North Vale Council"'
    said = content_command(editor.root, "new-council", "north-vale", "--name", "North Vale Council")
    assert said.status == 0 and said.words.startswith("Wrote content/north-vale. Open its council.yaml next")
    return editor


def test_no_setting_of_a_site_keeps_an_editor_from_the_check(editor, tmp_path):
    wrong = {"PRODUCTION": "1", "SECRET_KEY": "short", "DATABASE_URL": "nothing", "INSTANCE": str(tmp_path / "nowhere")}
    said = as_a_process("check", CONTENT=str(editor.root), **wrong)
    assert said.status == 0
    assert "Errors: 0." in said.words
    assert not (tmp_path / "nowhere").exists()


def test_a_reload_in_production_wants_the_settings_of_the_site(editor, instance):
    said = content_command(editor.root, "reload", PRODUCTION="1", INSTANCE=str(instance))
    assert said.status == 1
    assert "SECRET_KEY is not set" in said.words
    assert list(instance.iterdir()) == []


def test_a_reload_tells_the_site_of_this_instance(editor, instance):
    assert content_command(editor.root, "reload", INSTANCE=str(instance)).status == 0
    assert [path.name for path in instance.iterdir()] == ["content-changed"]


def test_every_command_in_the_docs_is_one():
    typed = re.findall(r"bin/flask content ([a-z-]+)", ADOPT + EDIT)
    assert len(typed) > 4
    assert set(typed) == set(content.commands) == {"check", "new-council", "reload"}
    assert set(bare_app().cli.commands) >= {"content"}


def test_the_docs_go_through_every_part_of_council_yaml():
    rows = re.findall(r"^\| (`[^|]+`) \|", ADOPT, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([a-z_]+)`", row)]
    assert sorted(named) == sorted(CouncilShape.model_fields)


def test_what_the_docs_say_the_check_says_of_a_new_council_it_says(north_vale):
    [example] = [block for block in blocks(ADOPT) if block.startswith("warning")]
    warning, errors = example.splitlines()
    said = content_command(north_vale.root, "check", "north-vale")
    assert warning in said.words.splitlines()
    assert errors == said.words.splitlines()[-1]


def test_the_sentence_of_ones_own_is_added(north_vale):
    [example] = [block for block in blocks(ADOPT) if block.startswith("# Child: also")]
    north_vale.writes(STEP, example)
    step = north_vale.library().find_book("north-vale", "en").stage_map.find_step("recorded")
    assert step.child.rstrip().endswith("We are there from Monday to Friday.</p>")
    assert "You will not get in trouble for this." in step.child


def test_every_example_of_how_to_change_words_can_be_used(north_vale):
    council = north_vale.reads("north-vale/council.yaml")
    written = {"steps": "", "contacts": "contacts: []", "promises": ""}
    council = (
        council.replace("contacts: []\n", "")
        .replace("promises:\n", "", 1)
        .replace("  reference: {working_days: 3}\n", "")
    )
    names = words = ""
    for example in blocks(EDIT, "yaml"):
        [*keys] = yaml.safe_load(example)
        if keys[0] in written:
            council += f"\n{example}"
        elif keys[0] == "mediation":
            words = example
        else:
            names = example
    assert names and words
    north_vale.writes("north-vale/council.yaml", council)
    north_vale.writes("north-vale/en/names.yaml", names)
    north_vale.writes("north-vale/en/words.yaml", words)
    north_vale.writes("north-vale/en/steps/first-visit.md", blocks(EDIT)[0])
    assert content_command(north_vale.root, "check", "north-vale").status == 0
    for example in blocks(EDIT)[1:]:
        if example.startswith(("# Child", "---")):
            north_vale.writes(STEP, example)
            assert content_command(north_vale.root, "check", "north-vale").status == 0, example


def test_the_docs_name_every_name_in_braces_and_every_tag(north_vale):
    library = north_vale.library()
    names = Reader(library.shelf, library.councils["north-vale"], ENGLISH).names
    table = EDIT[EDIT.index("| you write |") : EDIT.index("A council that promises `talk-first`")]
    assert set(re.findall(r"`\{([a-z0-9.-]+)\}`", table)) == set(names)
    for said, name in (
        ("10 working days", "stage-1"),
        ("13 weeks", "stage-2.longest.weeks"),
        ("12 months", "complain"),
    ):
        assert said in table and names[name] == said
    tags = {
        tag
        for contact in Reader(library.shelf, library.councils["north-vale"], ENGLISH).contacts
        for tag in contact.tags
    }
    [line] = [line for line in EDIT.splitlines() if line.startswith("Tags: ")]
    assert set(re.findall(r"`([a-z0-9-]+)`", line)) == tags


MISTAKES = {
    "council.yaml": [
        ("promises:\n", "promises:\n  stage-1: {working_days: 25}\n"),
        ("promises:\n", "promises:\n  panel: {working_days: 3}\n"),
        ("promises:\n", "promises:\n  stage-2: {working_days: 12}\n"),
        ("prefix: NOR", "prefix: SEF"),
        ("colour: null", 'colour: "#777777"'),
        ("colour: null", "colour: [null"),
        ("colour: null", "colour: null\nsteps: {add: [{id: first-visit, after: recorded, picture: house}]}"),
    ],
    "en/steps/recorded.md": [
        "# Child: also\nWithin 10 working days.\n",
        "# Child: also\nWithin {stage-9}.\n",
        "# Child: also\n[x](step:nowhere)\n",
        "# Children\nx\n",
        b"# Child\n\xe9\n",
    ],
    "en/steps/tea.md": ["# Child\nTea.\n"],
    "en/letters/extendet.md": ["# Child: also\nHello.\n"],
    "en/letters/extended.md": ["# Child: also\n[x](guide:why)\n"],
}


def test_the_check_says_what_the_docs_say_it_says(north_vale):
    """Each error in the table is given by a mistake; the warnings are those of tests/councils/test_warnings.py."""
    rows = re.findall(r"^\| `(.+?)` \| ", EDIT[EDIT.index("| it says | so |") :], re.MULTILINE)
    said = []
    for name, mistakes in MISTAKES.items():
        path = f"north-vale/{name}"
        before = north_vale.reads(path) if (north_vale.root / path).exists() else None
        for mistake in mistakes:
            north_vale.writes(path, before.replace(*mistake, 1) if isinstance(mistake, tuple) else mistake)
            said += [one["what"] for one in content_command(north_vale.root, "check", "--json").found]
            if before is None:
                north_vale.takes_away(path)
            else:
                north_vale.writes(path, before)
    warned = ("the contact “", "complaints@north-vale", "nobody sees this", "is a hard word", "a sentence has")
    errors = [row for row in rows if not any(words in row for words in warned)]
    assert len(errors) == sum(map(len, MISTAKES.values()))
    assert len(rows) == len(errors) + 6
    for row in errors:
        pattern = ".*".join(re.escape(part) for part in row.split("…"))
        assert any(re.fullmatch(pattern, what) for what in said), f"the check does not say: {row}"
