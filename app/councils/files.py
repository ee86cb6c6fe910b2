"""Content files in YAML: what they say, and on which line."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from app.councils.problems import ContentError
from app.councils.texts import read_text


@dataclass(frozen=True)
class Facts:
    """What a YAML document says, and the line on which each key stands."""

    path: Path
    values: Mapping | list
    lines: Mapping[tuple, int]

    def line_of(self, *keys) -> int:
        """The line of the value at `keys`, or of the nearest thing around it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)


class _Yaml(yaml.SafeLoader):
    """Takes `on`, `off`, `yes` and `no` for words, as YAML has since 1.2, so that `on: 2027-01-04` is no `True`."""


BOOLEAN = "tag:yaml.org,2002:bool"
_Yaml.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in known if tag != BOOLEAN]
    for sign, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Yaml.add_implicit_resolver(BOOLEAN, re.compile(r"^(?:true|false)$"), ["t", "f"])


class _QuickYaml(yaml.CSafeLoader):
    """The same in C, for what is shallow: brackets in brackets, thousands deep, bring it down, and the site with it."""

    yaml_implicit_resolvers = _Yaml.yaml_implicit_resolvers


DEEPEST = 500  # things inside things: far less than brings down the one, and the other says so kindly


def read_yaml(root: Path, path: Path) -> Facts:
    """A YAML file: names and values, or a list of such."""
    return parse_yaml(path.relative_to(root), read_text(root, path))


def with_names(facts: Facts) -> Mapping[str, object]:
    """The values by their names. Raises ContentError if it is a list, or if a name is a number or a date."""
    if not isinstance(facts.values, dict):
        raise ContentError(facts.path, facts.line_of(), "write lines such as “name: value” here, and no list")
    for name in facts.values:
        if not isinstance(name, str):
            raise ContentError(facts.path, facts.line_of(str(name)), f"“{name}” is no name here; put it in quotes")
    return facts.values


@lru_cache(maxsize=1024)  # a reload brings nearly every file as it was
def parse_yaml(shown: Path, text: str, first_line: int = 1) -> Facts:
    """Facts from YAML text that begins on `first_line` of its file.

    Repeated names, and YAML's anchors, which can make a small file huge, are refused.
    """
    try:
        loader, node = _composed(text)
        walk = _Walk(shown, loader, first_line)
        if node is not None:
            walk.through(node)
        values = None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        raise ContentError(shown, line, f"this is not YAML: {error.problem}; look for a missing “:” or quote") from None
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        raise ContentError(shown, line, "there is a control character on this line; type the line again") from None
    except RecursionError:
        raise ContentError(shown, first_line, "brackets stand inside brackets too deep; take some out") from None
    if not isinstance(values, (dict, list)):
        raise ContentError(shown, first_line, "write lines such as “name: value” here")
    return Facts(shown, values, walk.lines)


def _composed(text: str) -> tuple[yaml.SafeLoader, yaml.Node | None]:
    """What is wrong is said by the loader that is written in Python: it knows the place in letters."""
    if _may_be_deep(text) < DEEPEST:
        with suppress(yaml.YAMLError):
            loader = _QuickYaml(text)
            return loader, loader.get_single_node()
    loader = _Yaml(text)
    return loader, loader.get_single_node()


def _may_be_deep(text: str) -> int:
    """More than things can stand inside things here: each takes a bracket, or a column of its own."""
    return text.count("[") + text.count("{") + max(map(len, text.splitlines()), default=0)


class _Walk:
    """Goes through a document, noting the line of each thing, and stops at what we do not use."""

    def __init__(self, shown: Path, loader: yaml.SafeLoader, first_line: int):
        self.shown, self.loader, self.first_line = shown, loader, first_line
        self.lines: dict[tuple, int] = {}
        self.seen: set[yaml.Node] = set()

    def through(self, node: yaml.Node, keys: tuple = ()) -> None:
        line = self._line(node)
        if node in self.seen:
            raise ContentError(self.shown, line, "YAML anchors (& and *) are not used here; write the value out")
        self.seen.add(node)
        self.lines.setdefault(keys, line)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self._name(key, keys)
                self.through(value, (*keys, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for place, value in enumerate(node.value):
                self.through(value, (*keys, place))
        else:
            self._check_value(node, line)

    def _name(self, key: yaml.Node, keys: tuple) -> None:
        line = self._line(key)
        if not isinstance(key, yaml.ScalarNode):
            raise ContentError(self.shown, line, "a name is one word or several, and no list; look for a stray bracket")
        self._check_value(key, line)
        if (*keys, key.value) in self.lines:
            raise ContentError(self.shown, line, f"“{key.value}” is here twice; take one out")
        self.lines[*keys, key.value] = line

    def _check_value(self, node: yaml.ScalarNode, line: int) -> None:
        try:
            self.loader.construct_object(node)
        except (ValueError, LookupError, AttributeError):  # of a date such as 2026-02-30, or after a tag such as !!bool
            said = node.value[:40]
            raise ContentError(self.shown, line, f"“{said}” cannot be read; mend it, or put it in quotes") from None

    def _line(self, node: yaml.Node) -> int:
        return self.first_line + node.start_mark.line
