"""A file that cannot be read as text or YAML: which one, on which line, and how to mend it."""

import re

import pytest

COUNCIL, RECORDED, NAMES = "sefton/council.yaml", "england/en/steps/recorded.md", "england/en/names.yaml"


@pytest.mark.parametrize(
    ("old", "new", "stands_at", "said"),
    [
        pytest.param("mode: full", "mode: full: twice", "full: twice", "look for a missing “:” or quote", id="colons"),
        pytest.param('name: "Sefton Council"', 'name: "Sefton', "short_name", "look for a missing", id="an open quote"),
        pytest.param("  mode: full", "\tmode: full", "\tmode", "cannot start any token", id="a tab"),
        pytest.param("prefix: SEF", "prefix: SEF\nprefix: SET", "prefix: SET", "is here twice; take one", id="twice"),
        pytest.param(
            "  mode: full", "  mode: full\n  mode: notice", "mode: notice", "“mode” is here twice", id="twice, inside"
        ),
        pytest.param(
            "prefix: SEF", "prefix: &p SEF\nother: *p", "&p SEF", "anchors .* are not used here; write", id="anchors"
        ),
        pytest.param("prefix: SEF", "<<: {prefix: SEF}", "<<:", "this is not YAML", id="merging"),
        pytest.param("prefix: SEF", "prefix: !!python/name:os.system", "!!python", "could not determine", id="code"),
        pytest.param("prefix: SEF", "[prefix]: SEF", "[prefix]", "look for a stray bracket", id="a list as a name"),
        pytest.param("confirmed: null", "confirmed: {on: 2027-02-30}", "2027-02-30", "mend it", id="no such day"),
        pytest.param("prefix: SEF", "prefix: !!bool perhaps", "perhaps", "put it in quotes", id="a tag gone wrong"),
        pytest.param("prefix: SEF", "prefix: S\x07F", "prefix", "control character on this line; type", id="a bell"),
        pytest.param("prefix: SEF", "prefix: S\x7fF", "prefix", "control character on this line; type", id="delete"),
        pytest.param("prefix: SEF", "---\nprefix: SEF", "---", "another document", id="two documents"),
    ],
)  # fmt: skip
def test_a_yaml_file_gone_wrong_is_named_with_its_line(editor, old, new, stands_at, said):
    editor.changes(COUNCIL, old, new)

    problem = editor.the_problem()

    assert str(problem.path) == COUNCIL
    assert problem.line == editor.line_of(COUNCIL, stands_at)
    assert re.search(said, problem.what)


def test_a_small_file_that_would_grow_huge_is_refused(editor):
    bomb = 'a: &a ["ha", "ha", "ha"]\n' + "".join(
        f"{name}: &{name} [*{before}, *{before}, *{before}, *{before}, *{before}, *{before}, *{before}, *{before}]\n"
        for before, name in zip("abcdefghijk", "bcdefghijkl", strict=True)
    )
    editor.writes(NAMES, bomb)
    assert "anchors" in editor.the_problem().what


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_brackets_within_brackets_without_end_are_refused_and_bring_nothing_down(editor, opening):
    editor.writes(NAMES, "a: " + opening * 30_000 if opening != "- " else opening * 30_000)
    problem = editor.the_problem()
    assert (str(problem.path), problem.line) == (NAMES, 1)
    assert "too deep; take some out" in problem.what


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "only words\n", "42\n", "null\n"])
def test_a_file_without_names_and_values_is_refused(editor, content):
    editor.writes(NAMES, content)
    assert "write lines such as “name: value”" in editor.the_problem().what


@pytest.mark.parametrize("name", [NAMES, "sefton/en/words.yaml", "sefton/council.yaml"])
def test_a_list_where_names_belong_is_refused(editor, name):
    editor.writes(name, "- one\n- two\n")
    assert str(editor.the_problem().path) == name


def test_a_name_that_is_a_number_is_refused(editor):
    editor.adds(NAMES, '7: "seven"\n')
    problem = editor.the_problem()
    assert problem.line == editor.line_of(NAMES, "7:")
    assert "put it in quotes" in problem.what


def test_on_and_no_are_words(editor):
    editor.changes(COUNCIL, "confirmed: null", "confirmed: {by: Head of Service, on: 2027-01-04}")
    editor.changes(COUNCIL, '  en: "on working days"', '  en: "on working days"\n  no: "på hverdager"')
    council = editor.library().councils["sefton"]

    assert council.confirmed
    assert council.reads_inbox["no"] == "på hverdager"


def test_a_mark_at_the_start_and_windows_line_ends_do_not_matter(editor):
    for name in (COUNCIL, RECORDED):
        editor.writes(name, ("\ufeff" + editor.reads(name).replace("\n", "\r\n")).encode("utf-8"))
    assert editor.problems() == []
    assert "your complaint" in editor.book().stage_map.find_step("recorded").title


def test_another_encoding_is_named_with_its_line(editor):
    editor.changes(RECORDED, "Keep it safe.", "Keep it “safe”.")
    text = editor.reads(RECORDED)
    editor.writes(RECORDED, text.replace("’", "'").encode("cp1252"))

    problem = editor.the_problem()

    assert problem.line == text[: text.index("“")].count("\n") + 1
    assert "save the file as UTF-8" in problem.what


@pytest.mark.parametrize("name", [COUNCIL, RECORDED, "sefton/en/steps/recorded.md", NAMES])
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("outside.md", "link out of the content folder; copy the file"),
        ("itself", "leads to itself; copy the file"),
        ("sefton/gone.md", "cannot be read .*; put it back"),
    ],
)
def test_a_link_out_of_the_folder_to_itself_or_to_nothing_is_refused(editor, tmp_path, name, target, said):
    (tmp_path / "outside.md").write_text("---\ntitle: Not ours\n---\n")
    editor.takes_away(name)
    leads_to = {"outside.md": tmp_path / target, "itself": editor.root / name}.get(target, editor.root / target)
    (editor.root / name).symlink_to(leads_to)

    problem = editor.the_problem()

    assert str(problem.path) == name
    assert re.search(said, problem.what)


def test_a_file_of_ten_megabytes_is_refused(editor):
    editor.adds(RECORDED, "words " * 1_700_000)
    problem = editor.the_problem()
    assert str(problem.path) == RECORDED
    assert "make it shorter" in problem.what


def test_a_folder_in_the_place_of_a_file_is_refused(editor):
    editor.takes_away(RECORDED)
    (editor.root / RECORDED).mkdir()
    assert "cannot be read" in editor.the_problem().what


@pytest.mark.parametrize("line_end", ["\r", "\x00", "\x1b[31m", "\x0b"])
def test_a_control_character_in_words_is_named_with_its_line(editor, line_end):
    editor.changes(RECORDED, "You will not get in trouble", f"You will{line_end} not get in trouble")
    problem = editor.the_problem()
    assert problem.line == editor.line_of(RECORDED, " not get in trouble")
    assert "type the line again" in problem.what
