"""What must never be in the repository, and how long a file may be. Each check first finds files to look at."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MADE_HERE = {".git", ".venv", "node_modules", "instance", "__pycache__", ".hypothesis", ".pytest_cache", ".ruff_cache"}
MADE_HERE |= {".env", ".set-up-lock", "test-results"}
LONGEST_MODULE, LONGEST_TEST = 200, 300

# The last letter of each stands in brackets, so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:roo[t]|hom[e]|wor[k]|User[s])/\w")
REGISTRY = re.compile(
    r"pypi\.or[g]|pythonhosted\.or[g]|registry\.npmj[s]|registry\.yarnpk[g]|deb\.debia[n]|find-link[s]"
)
SECRET = re.compile(
    r"BEGIN [A-Z ]*PRIVATE KE[Y]"
    r"|AKIA[0-9A-Z]{16}"
    r"|(?i:secret|passwor[d]|token|vault)\w*\s*[:=]\s*[\"']?(?=[A-Za-z0-9+/_-]*[0-9])(?=[A-Za-z0-9+/_-]*[A-Z])[A-Za-z0-9+/_-]{24,}"
)
UNFINISHED = re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")
UNSAFE = re.compile(r"\|\s*safe\b|\bautoescape\s+false\b")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:"
    r"(?:(?:scroll-)?(?:margin|padding)|border|inset)-(?:left|right|top|bottom)(?:-[a-z-]+)?"
    r"|(?:min-|max-)?(?:width|height)|left|right|top|bottom"
    r")\s*:|(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
)


def files(*endings: str, under: str = "") -> list[Path]:
    found = [path for path in walk(ROOT / under) if not endings or path.name.endswith(endings)]
    assert found, f"found no {' or '.join(endings) or 'files'} in {under or 'the repository'}: check this test"
    return found


def walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in MADE_HERE or path.is_symlink():
            continue
        if path.is_dir():
            yield from walk(path)
        else:
            yield path


def places(pattern: re.Pattern, paths: list[Path]) -> list[str]:
    """Where `pattern` is, as file:line: text."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(lines(path), start=1)
        if pattern.search(line)
    ]


def lines(path: Path) -> list[str]:
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return []  # a picture
    return without_conditions(text).splitlines() if path.suffix == ".css" else text.splitlines()


def without_conditions(css: str) -> str:
    """CSS without its comments, and without what stands in brackets after @media, where a width is the screen's."""
    bare = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), css, flags=re.DOTALL)
    return re.sub(r"@(?:media|container|supports)[^{]*", "", bare)


def test_no_path_of_anybodys_machine():
    assert not places(MACHINE_PATH, files())


def test_no_package_registrys_address():
    assert not places(REGISTRY, files())


def test_no_secret():
    assert not places(SECRET, [path for path in files() if path.name != "package-lock.json"])


def test_the_npm_lock_names_no_download_address_and_every_hash():
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    packages = {name: facts for name, facts in locked.items() if name}
    assert packages, "found no packages in package-lock.json: check this test"
    assert not [name for name, facts in packages.items() if "resolved" in facts or "integrity" not in facts]


@pytest.mark.parametrize("name", ["requirements-build.txt", "requirements.txt", "requirements-dev.txt"])
def test_every_python_package_is_pinned_with_its_hashes(name):
    text = (ROOT / name).read_text("utf-8")
    packages = re.findall(r"^[A-Za-z0-9].*$", text, re.M)
    pinned = re.findall(r"^[a-z0-9][^\s=]*==\S+(?: ;[^\\]*)? \\\n    --hash=sha256:", text, re.M)
    assert len(pinned) == len(packages) > 0


def test_no_module_is_too_long():
    for path in files(".py"):
        if path.parent.name == "versions":
            continue  # a migration: the schema of its day, never edited
        is_test = path.is_relative_to(ROOT / "tests")
        longest = LONGEST_TEST if is_test else LONGEST_MODULE
        assert len(lines(path)) <= longest, f"{path} has more than {longest} lines: find the seam"


def test_no_physical_side_in_css():
    found = places(PHYSICAL, files(".css", under="app/static/css"))
    assert not found, "say inline and block, for Arabic runs the other way"


def test_no_template_trusts_text():
    assert not places(UNSAFE, files(".html", ".txt", under="app/templates"))


def test_nothing_is_left_for_later():
    assert not places(UNFINISHED, [path for path in files() if path.name != "package-lock.json"])


@pytest.mark.parametrize(
    ("pattern", "stopped", "let_through"),
    [
        (MACHINE_PATH, ["/ho" "me/ann/x", "'/wo" "rk/x'"], ["/homework/x", "a/work/x", "https://a.example/work/x"]),
        (REGISTRY, ["https://py" "pi.org/simple"], ["the registry"]),
        (
            SECRET,
            ["-----BEGIN PRIVATE " "KEY-----", 'SECRET_KEY = "Zm9vYmFyYmF6cXV4' 'MTIzNDU2"'],
            ['SECRET_KEY="only for tests"', "token = secrets.token_urlsafe(32)", 'name="csrf_token" value="t"'],
        ),
        (UNFINISHED, ["# TO" "DO later"], ["todo", "HACKNEY"]),
        (UNSAFE, ["{{ words|sa" "fe }}", "{{ words | sa" "fe }}"], ["{{ words|safest }}", "is it safe"]),
        (
            PHYSICAL,
            ["margin-left: 0", "width: 2rem", "  left: 0", "float: right", "max-width:9px", "border-top-color: red"],
            ["margin-inline: 0", "inline-size: 2rem", "border-width: 1px", "text-align: start", "line-height: 1.5"],
        ),
    ],
)  # fmt: skip
def test_each_pattern_stops_what_it_is_for_and_nothing_else(pattern, stopped, let_through):
    assert all(pattern.search(line) for line in stopped)
    assert not any(pattern.search(line) for line in let_through)


def test_a_width_of_the_screen_is_no_physical_side():
    css = "/* width: 1px */\n@media (min-width: 40rem) and (height: 9px) { p { width: 1px } }"
    assert len(PHYSICAL.findall(without_conditions(css))) == 1
