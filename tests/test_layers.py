"""Imports run one way, so there are no circles and no surprises."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAYERS = ["model", "councils", "records", "post", "forms", "pages"]
TIES_IT_TOGETHER = {"app itself", "commands"}  # these import the layers; no layer imports them
APP = Path(__file__).parent.parent / "app"
MARKUP_DOOR = APP / "councils" / "markup.py"


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_only_from_itself_and_those_before_it(layer):
    for path in modules(APP / layer):
        assert not wrong_imports(path.read_text("utf-8"), layer), path


def test_extensions_import_nothing_of_the_app():
    assert not {
        name for name in imported((APP / "extensions.py").read_text("utf-8")) if name.partition(".")[0] == "app"
    }


def test_the_model_imports_only_the_standard_library_and_itself():
    for path in modules(APP / "model"):
        names = imported(path.read_text("utf-8"))
        assert not {name for name in names if not (in_standard_library(name) or f"{name}.".startswith("app.model."))}, (
            path
        )


def test_trusted_html_comes_through_one_door():
    assert makes_markup(MARKUP_DOOR.read_text("utf-8")), "the one door has moved: check this test"
    for path in modules(APP):
        assert path == MARKUP_DOOR or not makes_markup(path.read_text("utf-8")), f"{path}: only {MARKUP_DOOR.name} may"


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("from app.pages import desk", {"pages"}),
        ("from app import pages", {"pages"}),
        ("import app.post.letters", {"post"}),
        ("def late():\n    from app.forms.journey import next_question", {"forms"}),
        ("from app import create_app", {"app itself"}),
        ("from ..pages import desk", {"relative"}),
        ("from app.commands import content", {"commands"}),
        ("from app.model.stage import Stage\nfrom app.records import tables\nimport flask", set()),
    ],
)
def test_a_wrong_import_is_seen(source, wrong):
    assert wrong_imports(source, "records") == wrong


def test_a_use_of_markup_is_seen():
    assert makes_markup("from markupsafe import Markup\nx = Markup(words)")
    assert makes_markup("import markupsafe\nx = markupsafe.Markup(words)")
    assert makes_markup("from markupsafe import Markup as Fine")
    assert makes_markup("class Words(str):\n    def __html__(self): return self")
    assert not makes_markup("from markupsafe import Markup\ndef shown() -> Markup: return Markup()")
    assert not makes_markup("from markupsafe import escape\nx = escape(words)")


def modules(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.py"))
    assert found, f"found no modules in {folder}: check this test"
    return found


def wrong_imports(source: str, layer: str) -> set[str]:
    wrong = {*LAYERS[LAYERS.index(layer) + 1 :], *TIES_IT_TOGETHER, "relative"}
    return {part_of_app(name) for name in imported(source)} & wrong


def part_of_app(name: str) -> str:
    """Which part of the app a module belongs to: "" for other people's."""
    package, _, rest = name.partition(".")
    part = rest.partition(".")[0]
    if package == "":
        return "relative"
    if package != "app":
        return ""
    return part if (APP / part).exists() or (APP / f"{part}.py").exists() or part in LAYERS else "app itself"


def imported(source: str) -> Iterator[str]:
    """Each module that is imported, wherever in the file; `from a import b` may be the module a.b."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((f"{module}.{alias.name}" if module == "app" else module) for alias in node.names)


def in_standard_library(name: str) -> bool:
    return name.partition(".")[0] in sys.stdlib_module_names


def makes_markup(source: str) -> bool:
    """Does it say of text that it is HTML already? To name the type, or an empty one, is no harm."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (node.args or node.keywords) and last_name(node.func) == "Markup":
            return True
        if isinstance(node, ast.alias) and node.name == "Markup" and node.asname:
            return True
        if isinstance(node, ast.FunctionDef) and node.name == "__html__":
            return True
    return False


def last_name(called: ast.expr) -> str:
    return getattr(called, "id", "") or getattr(called, "attr", "")
