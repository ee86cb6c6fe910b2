"""Content files as they are on disk: text and YAML, with the line each thing stands on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from app.councils.problems import ContentError

LARGEST_FILE_BYTES = 200_000


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


def read_text(root: Path, path: Path) -> str:
    """The text of a content file. Raises ContentError if it is not one we can use."""
    shown = path.relative_to(root)
    if not path.resolve().is_relative_to(root.resolve()):
        raise ContentError(shown, 0, "this file is a link to somewhere outside the content folder; copy the file here")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ContentError(shown, 0, f"the file cannot be read ({error.strerror}); put it back") from None
    if len(raw) > LARGEST_FILE_BYTES:
        raise ContentError(shown, 0, f"the file is larger than {LARGEST_FILE_BYTES} bytes; make it shorter")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ContentError(shown, line, "this is not UTF-8 text; save the file as UTF-8") from None
    text = text.replace("\r\n", "\n")
    for line, words in enumerate(text.split("\n"), start=1):
        if any(ord(sign) < 32 and sign != "\t" for sign in words):
            raise ContentError(shown, line, "there is a control character on this line; type the line again")
    return text


def read_yaml(root: Path, path: Path) -> Facts:
    """A YAML file that is a list of names and values."""
    return parse_yaml(path.relative_to(root), read_text(root, path))


def parse_yaml(shown: Path, text: str, first_line: int = 1) -> Facts:
    """Facts from YAML text that begins on `first_line` of its file.

    Repeated names, and YAML's anchors, which can make a small file huge, are refused.
    """
    lines: dict[tuple, int] = {}
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)
        if node is not None:
            _walk(shown, node, (), lines, first_line, set())
        values = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        raise ContentError(shown, line, f"this is not YAML: {error.problem}; look for a missing “:” or quote") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ContentError(shown, first_line, f"this is not YAML: {str(error).splitlines()[0]}") from None
    if not isinstance(values, (dict, list)):
        raise ContentError(shown, first_line, "write lines such as “name: value” here")
    return Facts(shown, values, lines)


def _walk(shown: Path, node: yaml.Node, keys: tuple, lines: dict, first_line: int, seen: set) -> None:
    line = first_line + node.start_mark.line
    if id(node) in seen:
        raise ContentError(shown, line, "YAML anchors (& and *) are not used here; write the value out")
    seen.add(id(node))
    lines.setdefault(keys, line)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*keys, key.value if isinstance(key, yaml.ScalarNode) else "")
            if inner in lines:
                raise ContentError(
                    shown, first_line + key.start_mark.line, f"“{key.value}” is here twice; take one out"
                )
            lines[inner] = first_line + key.start_mark.line
            _walk(shown, value, inner, lines, first_line, seen)
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            _walk(shown, value, (*keys, place), lines, first_line, seen)
