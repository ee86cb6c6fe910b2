"""What is wrong with the content, in words for an editor: the file, the line, what, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    path: Path  # inside the content folder
    line: int  # counted from 1; 0 when it is about the whole file
    what: str  # what is wrong, and how to mend it

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {self.what}"


class ContentError(ValueError):
    """One thing is wrong with one content file."""

    def __init__(self, path: Path, line: int, what: str):
        self.problem = Problem(path, line, what)
        super().__init__(str(self.problem))


class ContentBroken(ValueError):
    """The content cannot be served: every problem found, each with its file and line."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems))
        super().__init__("The content cannot be used:\n" + "\n".join(f"  {problem}" for problem in self.problems))
